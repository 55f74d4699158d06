import AssayText
import Glibc

/// The folder in which a session is played: what it writes goes there, and goes with it.
///
/// It holds the files that the session declares, and links to those that it names, which are looked
/// for beside the session's file and in the folders above.
package final class SessionFolder {
  package let path: String
  /// The folder of the session's file.
  private let home: String
  private let before: String

  /// Makes the folder and goes there.
  ///
  /// - Parameter file: the path of the session's file.
  /// - Throws: `unwritableFile`.
  package init(for file: String) throws(Diagnostic) {
    var name = (Self.temporary + "/assay-session-XXXXXX").utf8CString.map { $0 }
    guard mkdtemp(&name) != nil, let here = Self.workingFolder else {
      throw Diagnostic(
        .unwritableFile, at: nil,
        "cannot make a folder in `\(Self.temporary)`: \(String(cString: strerror(errno)))")
    }
    before = here
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let absolute = file.hasPrefix("/") ? file : here + "/" + file
    home = String(absolute[..<(absolute.lastIndex(of: "/") ?? absolute.startIndex)])
    chdir(path)
  }

  /// Goes back to where it was and takes the folder away.
  package func close() {
    chdir(before)
    Self.remove(path)
  }

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
  package func clear() {
    for name in Self.names(in: path) { Self.remove(path + "/" + name) }
  }

  /// Whether a path leads to what belongs to the session.
  package func holds(_ relative: String) -> Bool {
    guard let real = realpath(relative, nil) else { return true }
    defer { free(real) }
    guard let own = realpath(path, nil) else { return false }
    defer { free(own) }
    let (place, root) = (String(cString: real), String(cString: own))
    return place == root || place.hasPrefix(root + "/")
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

  private static var temporary: String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return folder.isEmpty ? "/tmp" : folder
  }

  private static var workingFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
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

  /// Takes away a file, a link, or a folder with what is in it; links are not followed.
  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }
}
