import AssayEngine
import AssayLanguage
import AssayText
import Glibc

/// What a session may do beside answering queries.
package struct Safety: Sendable {
  /// Whether nothing may be written but below ``outFolder``, no program be started, and no file be
  /// read that is not of the corpus.
  package let isSafe: Bool
  /// Where `save` writes; `nil` for the working folder.
  package let outFolder: String?
  /// Whether files need not outlast a power cut, as they are soon taken away again.
  package let isFleeting: Bool

  /// By default everything is allowed.
  package init(isSafe: Bool = false, outFolder: String? = nil, isFleeting: Bool = false) {
    (self.isSafe, self.outFolder, self.isFleeting) = (isSafe, outFolder, isFleeting)
  }

  /// Where a file goes that a statement writes.
  ///
  /// The folder of `--out` is made if it is missing, and so are folders below it.
  ///
  /// - Throws: `notAllowed` for a path that leads out of that folder, or in safe mode without one.
  func outputPath(_ path: String, at span: Span?) throws(Diagnostic) -> String {
    guard let outFolder else {
      guard !isSafe else {
        throw Diagnostic(
          .notAllowed, at: span, "safe mode writes no files",
          hint: "`--out FOLDER` says where they may go")
      }
      return path
    }
    let parts = path.split(separator: "/")
    guard !path.hasPrefix("/"), !parts.isEmpty, !parts.contains("..") else {
      throw Diagnostic(
        .notAllowed, at: span, "`\(path)` leads out of the folder for files",
        hint: "with `--out` a path begins in its folder")
    }
    var folder = outFolder
    FolderPath.make(folder)
    for part in parts.dropLast() where part != "." {
      folder += "/" + part
      mkdir(folder, 0o755)
      try requireBelow(folder, of: outFolder, path, at: span)
    }
    let place = folder + "/" + (parts.last ?? "")
    try requireBelow(place, of: outFolder, path, at: span)
    return place
  }

  /// A symbolic link may lead out where the path does not.
  private func requireBelow(
    _ place: String, of folder: String, _ path: String, at span: Span?
  ) throws(Diagnostic) {
    guard let real = Self.resolved(place), let root = Self.resolved(folder) else { return }
    guard real == root || real.hasPrefix(root == "/" ? "/" : root + "/") else {
      throw Diagnostic(
        .notAllowed, at: span, "`\(path)` leads out of the folder for files by a link")
    }
  }

  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension Session {
  /// Makes sure that safe mode is off.
  func requireFree(_ name: Name, to what: String) throws(Diagnostic) {
    guard safety.isSafe else { return }
    throw Diagnostic(.notAllowed, at: name.span, "safe mode does not \(what)")
  }

  /// Makes sure that a file may be read: in safe mode only those of the corpus.
  func requireReadable(_ path: Name) throws(Diagnostic) {
    guard safety.isSafe, let real = Safety.resolved(path.text) else { return }
    guard real.hasPrefix(workspace.folder.realPath + "/") else {
      throw Diagnostic(
        .notAllowed, at: path.span, "safe mode reads no files outside of the corpus")
    }
  }
}
