import AssayText
import Glibc

/// The folder in which a session is played: what it writes goes there, and goes with it.
///
/// It holds the files that the session declares, and links to those that it names, which are looked
/// for beside the session's file and in the folders above.
package final class SessionFolder {
  /// The folder of the session's file.
  private let home: String
  private let before: String
  private let folder: TemporaryFolder

  /// Makes the folder and goes there.
  ///
  /// - Parameter file: the path of the session's file.
  /// - Throws: `unwritableFile`.
  package init(for file: String) throws(Diagnostic) {
    folder = try TemporaryFolder(for: "session")
    before = TemporaryFolder.resolved(".") ?? "/"
    let absolute = file.hasPrefix("/") ? file : before + "/" + file
    home = String(absolute[..<(absolute.lastIndex(of: "/") ?? absolute.startIndex)])
    chdir(folder.path)
  }

  /// Goes back to where it was; the folder goes with the last who holds it.
  package func close() { chdir(before) }

  private var path: String { folder.path }

  /// Makes a file, and the folders above it.
  package func write(_ bytes: [UInt8], to relative: String) {
    var folder = path
    let parts = relative.split(separator: "/")
    for part in parts.dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    let descriptor = Glibc.open(
      folder + "/" + (parts.last ?? "file"), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return }
    defer { Glibc.close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      guard count > 0 else { return }
      done += count
    }
  }

  /// Takes away all files.
  package func clear() { folder.clear() }

  /// Whether a path leads to what belongs to the session.
  package func holds(_ relative: String) -> Bool {
    guard let place = TemporaryFolder.resolved(relative) else { return true }
    return place == path || place.hasPrefix(path + "/")
  }

  /// Sees to it that a path that the session names leads where its author meant: a link in the
  /// folder, to the first place beside the session's file or above it that has the path.
  ///
  /// - Returns: the path from the folder, or the place itself where no link can be made.
  package func link(_ relative: String) -> String {
    guard !relative.hasPrefix("/"), access(path + "/" + relative, F_OK) != 0,
      let first = relative.split(separator: "/").first, first != ".",
      let found = Self.find(relative, from: home)
    else { return relative }
    guard first != ".." else { return found + "/" + relative }
    symlink(found + "/" + first, path + "/" + first)
    return relative
  }

  /// The folder in which a path is found: the given one, or the nearest above it.
  package static func find(_ relative: String, from folder: String) -> String? {
    var folder = folder
    while access(folder + "/" + relative, F_OK) != 0 {
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = String(folder[..<slash])
    }
    return folder
  }
}
