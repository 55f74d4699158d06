import AssayText
import CZip

/// The files of a zip that lies in memory; nothing is unpacked but what is asked for.
final class ZipArchive {
  private let bytes: UnsafeMutableRawBufferPointer
  private let archive: OpaquePointer
  private let name: String
  private let limits: IntakeLimits
  /// How many bytes may still be unpacked.
  private var left: Int

  /// - Throws: if it is broken or has more files than it may.
  init(_ content: [UInt8], name: String, _ limits: IntakeLimits) throws(Diagnostic) {
    (self.name, self.limits, left) = (name, limits, limits.unpackedBytes)
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, content.count), alignment: 1)
    content.withUnsafeBytes { copy.copyMemory(from: $0) }
    bytes = copy
    let source = zip_source_buffer_create(bytes.baseAddress, UInt64(content.count), 0, nil)
    guard let source else {
      bytes.deallocate()
      throw .unreadableDocument(name, "is a broken zip")
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      bytes.deallocate()
      throw .unreadableDocument(name, "is a broken zip")
    }
    self.archive = archive
    guard zip_get_num_entries(archive, 0) <= limits.containedFiles else {
      throw .tooLarge(name, "holds more than \(limits.containedFiles) files")
    }
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// The bytes of a file, or `nil` if there is none with this path.
  ///
  /// - Throws: if it cannot be unpacked, or is larger than what may still be.
  func content(of path: String) throws(Diagnostic) -> [UInt8]? {
    let index = zip_name_locate(archive, path, 0)
    guard index >= 0 else { return nil }
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else {
      throw .unreadableDocument(name, "holds `\(path)`, which cannot be unpacked")
    }
    defer { zip_fclose(file) }
    // What the archive says of the size is not to be trusted.
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Int(zip_fread(file, &piece, UInt64(piece.count)))
      guard count >= 0 else {
        throw .unreadableDocument(name, "holds `\(path)`, which cannot be unpacked")
      }
      guard count > 0 else { return content }
      left -= count
      guard left >= 0 else {
        throw .tooLarge(
          name, "is larger than \(bytesInWords(limits.unpackedBytes)) when unpacked")
      }
      content += piece[..<count]
    }
  }
}
