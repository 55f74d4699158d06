import AssayText
import Glibc

/// A folder that goes away, with all that is in it, when nobody holds it any more.
package final class TemporaryFolder {
  /// Absolute and without symbolic links.
  package let path: String

  /// - Parameter purpose: a word in its name, for whoever finds one that was left behind.
  /// - Throws: `unwritableFile` where there is no room for it.
  package init(for purpose: String) throws(Diagnostic) {
    let root = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    var name = Array(((root ?? "/tmp") + "/assay-\(purpose)-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw Diagnostic(
        .unwritableFile, at: nil,
        "cannot make a folder in `\(root ?? "/tmp")`: \(String(cString: strerror(errno)))")
    }
    let made = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = Self.resolved(made) ?? made
  }

  deinit { Self.remove(path) }

  /// Takes away what is in it.
  package func clear() {
    for name in Self.names(in: path) { Self.remove(path + "/" + name) }
  }

  /// A path that is absolute and without symbolic links; `nil` if there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Takes away a file, or a folder with what is in it; links are not followed.
  private static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }

  private static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
