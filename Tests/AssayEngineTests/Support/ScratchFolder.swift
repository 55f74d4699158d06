import Glibc

/// A folder that is gone when nobody holds it any more.
final class ScratchFolder: Sendable {
  let path: String

  init() {
    var name = Array("/tmp/assay-test-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { preconditionFailure("no temporary folder") }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A folder with a copy of a folder of the repository, by its own name.
  convenience init(copying folder: String) {
    self.init()
    Self.copy(Program.repository + "/" + folder, to: path + "/" + folder)
  }

  deinit { Self.remove(path) }

  /// Writes a file, with the folders that it needs.
  func write(_ file: String, _ text: String) { write(file, Array(text.utf8)) }

  func write(_ file: String, _ bytes: [UInt8]) {
    makeFolders(above: file)
    let descriptor = open(path + "/" + file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { preconditionFailure("cannot write \(file)") }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { preconditionFailure("cannot write \(file)") }
      rest = rest.dropFirst(count)
    }
  }

  func makeFolders(above file: String) {
    var folder = path
    for part in file.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
  }

  func read(_ file: String) -> [UInt8]? { Self.read(path + "/" + file) }

  /// Takes away a file, or a folder with all that is in it.
  func remove(_ file: String) { Self.remove(path + "/" + file) }

  func holds(_ file: String) -> Bool { access(path + "/" + file, F_OK) == 0 }

  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  /// The names in a folder, in byte order.
  static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Copies a folder; what a corpus keeps in `.assay` stays behind.
  private static func copy(_ from: String, to: String) {
    var folder = ""
    for part in to.split(separator: "/") {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    for name in names(in: from) where name != ".assay" {
      if let bytes = read(from + "/" + name) {
        let descriptor = open(to + "/" + name, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
      } else {
        copy(from + "/" + name, to: to + "/" + name)
      }
    }
  }

  private static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    chmod(path, 0o755)
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }
}
