import AssayText
import Glibc

/// A folder that goes away, with all that is in it, when nobody holds it any more.
final class ScratchFolder {
  let path: String

  /// - Throws: `unwritableFile` where there is no room for it.
  init() throws(Diagnostic) {
    let root = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    var name = Array(((root ?? "/tmp") + "/assay-verify-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw Diagnostic(
        .unwritableFile, at: nil,
        "cannot make a folder in `\(root ?? "/tmp")`: \(String(cString: strerror(errno)))")
    }
    let made = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = Safety.resolved(made) ?? made
  }

  deinit { Self.remove(path) }

  /// Takes away a file, or a folder with what is in it; links are not followed.
  private static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard let listing = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(listing) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    closedir(listing)
    for name in names where name != "." && name != ".." { remove(path + "/" + name) }
    rmdir(path)
  }
}
