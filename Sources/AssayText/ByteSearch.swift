import Glibc

/// Words in a text, found byte by byte; `memmem` is hidden from Swift on Linux.
package enum ByteSearch {
  /// Where `byte` first stands in a stretch of `bytes`, or `nil`.
  package static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty,
        let hit = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
  }

  /// Where `needle` begins in `bytes` at or after `start`, or `nil`. An empty needle is nowhere.
  package static func first(
    _ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int? {
    guard let base = bytes.baseAddress, let wanted = needle.baseAddress, needle.count > 0 else {
      return nil
    }
    var offset = start
    while offset + needle.count <= bytes.count {
      let room = bytes.count - needle.count - offset + 1
      guard let hit = memchr(base + offset, Int32(wanted[0]), room) else { return nil }
      offset = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      if memcmp(base + offset, wanted, needle.count) == 0 { return offset }
      offset += 1
    }
    return nil
  }
}
