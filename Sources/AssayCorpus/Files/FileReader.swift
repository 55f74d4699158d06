import AssayLanguage
import AssayText
import Glibc

/// Files as the corpus reads them: whole, as bytes.
package enum FileReader {
  /// What tells a file that changed from one that did not, without reading it: size, time of the
  /// last change in nanoseconds, and number on the disk.
  package static func stamp(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let seconds = status.st_mtim.tv_sec
    let nanoseconds = status.st_mtim.tv_nsec
    return "\(status.st_size) \(seconds).\(nanoseconds) \(status.st_ino)"
  }

  /// A path that is absolute and without symbolic links; `nil` if there is nothing.
  package static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The program in a file, which may be Markdown; its path from the working folder is its name.
  ///
  /// - Throws: `unreadableFile` with the system's reason.
  package static func script(_ path: String) throws(Diagnostic) -> SourceText {
    LiterateText.program(of: SourceText(name: path, bytes: try bytes(of: path, shown: path)))
  }

  /// How many bytes a file has; 0 if there is none.
  package static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The stamp to remember of a file that is about to be read; empty if it changed so lately that
  /// a further change might leave the stamp as it is.
  package static func settledStamp(of path: String) -> String {
    var status = stat()
    var now = timespec()
    guard stat(path, &status) == 0, clock_gettime(CLOCK_REALTIME, &now) == 0 else { return "" }
    let age =
      (now.tv_sec - status.st_mtim.tv_sec) * 1_000_000_000
      + now.tv_nsec - status.st_mtim.tv_nsec
    return age > 50_000_000 ? stamp(of: path) ?? "" : ""
  }

  /// The names in a folder, in byte order and without hidden ones; none if it cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a file.
  ///
  /// - Parameter shown: how messages call it.
  /// - Throws: `unreadableFile` with the system's reason.
  package static func bytes(of path: String, shown: String) throws(Diagnostic) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(shown) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(shown) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Diagnostic(.unreadableFile, at: nil, "`\(shown)` is a folder")
    }
    return try contents(of: descriptor, expecting: Int(status.st_size), shown)
  }

  /// Everything that can still be read from a descriptor.
  package static func contents(
    of descriptor: Int32, expecting size: Int = 0, _ shown: String
  ) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = max(size + 1, 1 << 16)
    while true {
      var count = 0
      let added = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, length in
        repeat {
          count = read(descriptor, buffer.baseAddress, chunk)
        } while count < 0 && errno == EINTR
        length = max(0, count)
      }
      if count < 0 { throw unreadable(shown) }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = added } else { bytes += added }
      chunk = 1 << 16
    }
  }

  private static func unreadable(_ shown: String) -> Diagnostic {
    Diagnostic(
      .unreadableFile, at: nil, "cannot read `\(shown)`: \(String(cString: strerror(errno)))")
  }
}
