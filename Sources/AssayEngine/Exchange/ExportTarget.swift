import AssayCorpus
import AssayModel
import AssayText
import Glibc

/// A file that is about to be written for other programs: none of the corpus, whatever it is called.
struct ExportTarget {
  private let workspace: Workspace
  private let root: String
  private let files: Set<String>

  init(_ workspace: Workspace) throws(Diagnostic) {
    self.workspace = workspace
    root = workspace.folder.realPath == "/" ? "" : workspace.folder.realPath
    let root = root
    files = try Diagnostic.telling {
      var files: Set<String> = []
      let rows = try workspace.connection.prepare("SELECT path FROM files")
      while try rows.step() {
        let path = root + "/" + rows.text(0)
        files.insert(FileReader.realPath(path) ?? path)
      }
      return files
    }
  }

  /// Makes sure that a file may be written.
  ///
  /// - Throws: `unwritableFile` for a file of the corpus, for one in the folders of its documents,
  ///   snapshots, reviews and proposals, for corpus text, and for what the program keeps for itself.
  func require(_ path: String) throws(Diagnostic) {
    let real = Self.real(path)
    let isText = [path, real].contains { $0.lowercased().hasSuffix(Self.textEnding) }
    guard !isText, !files.contains(real), !isKept(real) else {
      throw Diagnostic(
        .unwritableFile, at: nil,
        "`\(path)` is a place of the corpus, so `export` does not write there",
        hint: "another name, or a folder of its own, leads elsewhere")
    }
  }

  private static let textEnding = ".assay"
  private static let kept = ["documents", "snapshots", "reviews", "proposals"]

  /// Whether it lies in a folder of the corpus that only the corpus writes into.
  private func isKept(_ real: String) -> Bool {
    guard real.hasPrefix(root + "/") else { return false }
    let parts = real.dropFirst(root.utf8.count + 1).split(separator: "/")
    guard parts.count > 1, let first = parts.first else { return false }
    return Self.kept.contains(String(first)) || parts.contains { $0.hasPrefix(".assay") }
  }

  /// The path without links and `..`, of a file that may not be there yet; a folder above it that is
  /// missing stays as it is named.
  private static func real(_ path: String, links: Int = 8) -> String {
    if let real = FileReader.realPath(path) { return real }
    var head = path
    while head.count > 1, head.hasSuffix("/") { head.removeLast() }
    let slash = head.lastIndex(of: "/")
    let folder = slash.map { $0 == head.startIndex ? "/" : String(head[..<$0]) } ?? "."
    // A link that leads nowhere leads to where the file would come.
    if links > 0, let target = linked(head) {
      let full = target.hasPrefix("/") ? target : folder + "/" + target
      return real(full, links: links - 1)
    }
    let name = slash.map { String(head[head.index(after: $0)...]) } ?? head
    guard folder != head, folder != "." || FileReader.realPath(".") != nil else { return head }
    let above = real(folder, links: links)
    return above == "/" ? "/" + name : above + "/" + name
  }

  /// Where a symbolic link leads; `nil` for all that is none.
  private static func linked(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0, count < buffer.count else { return nil }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
