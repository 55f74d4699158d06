import AssayText
import Glibc

/// The folder of a corpus; nothing outside of it is ever read.
package struct CorpusFolder: Sendable {
  /// As the user named it.
  package let path: String
  /// The same, absolute and without symbolic links.
  package let realPath: String
  /// Files as they are about to be, by their paths: what is read in place of the disk while an
  /// edit is checked. `nil` stands for a file that is about to go.
  package var overlay: [String: [UInt8]?] = [:]
  /// Files that are about to come as they are, by their paths: the place on the disk where each
  /// waits.
  package var waiting: [String: String] = [:]

  /// The file in which reading begins.
  package static let entry = "corpus.assay"

  /// - Throws: `missingCorpus` if there is no such folder or no `corpus.assay` in it.
  package init(_ path: String) throws(Diagnostic) {
    guard let real = FileReader.realPath(path) else {
      throw Diagnostic(
        .missingCorpus, at: nil, "no folder `\(path)`",
        hint: "`assay new \(path)` makes a corpus to begin with")
    }
    self.path = path
    realPath = real
    guard access(real + "/" + Self.entry, F_OK) == 0 else {
      throw Diagnostic(
        .missingCorpus, at: nil, "`\(path)` is no corpus: it holds no `\(Self.entry)`",
        hint: "`assay new DIR` makes a corpus to begin with")
    }
  }

  /// The path on the disk of a path in the corpus; of a file that is about to come the place where
  /// it waits.
  package func absolute(_ relative: String) -> String {
    waiting[relative] ?? realPath + "/" + relative
  }

  /// Makes sure that the corpus is where it was.
  ///
  /// - Throws: `missingCorpus` when its folder or its entry file has gone.
  package func requirePresent() throws(Diagnostic) {
    guard access(realPath + "/" + Self.entry, F_OK) != 0 else { return }
    throw Diagnostic(
      .missingCorpus, at: nil, "the corpus is gone: there is no `\(realPath)/\(Self.entry)`",
      hint: "what was read of it can still be asked")
  }

  /// The bytes of a file of the corpus.
  ///
  /// - Throws: `unreadableFile` with the system's reason.
  package func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    if case .some(.some(let bytes)) = overlay[path] { return bytes }
    return try FileReader.bytes(of: absolute(path), shown: path)
  }

  /// See ``FileReader/stamp(of:)``; empty for a file that is about to be written.
  package func stamp(of path: String) -> String? {
    if let planned = overlay[path] { return planned == nil ? nil : "" }
    return FileReader.stamp(of: absolute(path))
  }

  /// See ``FileReader/settledStamp(of:)``.
  package func settledStamp(of path: String) -> String {
    overlay[path] == nil ? FileReader.settledStamp(of: absolute(path)) : ""
  }

  /// A path that a corpus file names, as a path from the corpus folder.
  ///
  /// - Parameter file: the file that names it, whose folder the path starts from.
  /// - Throws: `pathOutside` for an absolute path and for one that leads out.
  package func relative(_ path: String, from file: String, at span: Span) throws(Diagnostic)
    -> String
  {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    var leadsOut = path.hasPrefix("/")
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        leadsOut = true
      }
    }
    guard !leadsOut, !parts.isEmpty else { throw .pathOutside(path, at: span) }
    return parts.joined(separator: "/")
  }

  /// Makes sure that no symbolic link leads a path out of the folder.
  package func requireInside(_ relative: String, at span: Span) throws(Diagnostic) {
    guard let real = FileReader.realPath(absolute(relative)) else { return }
    guard real.hasPrefix(realPath == "/" ? "/" : realPath + "/") else {
      throw .pathOutside(relative, at: span)
    }
  }

  /// The files that a pattern with `*`, `?` and `[…]` fits, in byte order, as paths from the
  /// corpus folder.
  package func files(matching pattern: String) -> [String] {
    let special: Set<Character> = ["*", "?", "[", "]", "\\"]
    let root = realPath.reduce(into: "") { $0 += special.contains($1) ? "\\\($1)" : String($1) }
    var found = glob_t()
    defer { globfree(&found) }
    let isFound = glob(root + "/" + pattern, 0, nil, &found) == 0
    let there = (0..<(isFound ? Int(found.gl_pathc) : 0)).compactMap {
      found.gl_pathv[$0].map { String(String(cString: $0).dropFirst(realPath.count + 1)) }
    }
    let planned = overlay.keys.filter { !there.contains($0) && Self.fits($0, pattern) }
    return outsideOfQuarantine(there + planned).filter { stamp(of: $0) != nil }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a path from the corpus folder fits a pattern of ``files(matching:)``.
  package static func fits(_ path: String, _ pattern: String) -> Bool {
    fnmatch(pattern, path, FNM_PATHNAME | FNM_PERIOD) == 0
  }
}

extension Diagnostic {
  /// As in `use "../other/claims.assay"`.
  static func pathOutside(_ path: String, at span: Span) -> Diagnostic {
    Diagnostic(.pathOutside, at: span, "`\(path)` leads out of the corpus folder")
  }

  /// As in `use "claims/*.asay"`.
  static func noFileMatches(
    _ pattern: String, at span: Span, meant: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .noFileMatches, at: span, "no file matches `\(pattern)`",
      hint: meant.map { "did you mean `\($0)`?" })
  }
}
