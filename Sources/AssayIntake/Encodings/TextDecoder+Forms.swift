import AssayText
import Glibc

/// One encoding each. Line ends become `\n` on the way.
extension TextDecoder {
  /// - Parameter bytes: may have places that are no UTF-8, which become U+FFFD.
  func utf8(_ bytes: ArraySlice<UInt8>) throws(Diagnostic) -> DecodedText {
    var text = TracedText(capacity: bytes.count)
    let base = bytes.startIndex
    bytes.withUnsafeBufferPointer { bytes in
      var (start, index) = (0, 0)
      func copy() {
        text.append(UnsafeBufferPointer(rebasing: bytes[start..<index]), verbatimAt: base + start)
      }
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80, byte != 0x0D {
          index += 1
        } else if byte == 0x0D {
          copy()
          let width = index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
          text.append(CollectionOfOne(0x0A), from: base + index, width: width)
          index += width
          start = index
        } else if let width = UTF8Survey.width(bytes, at: index) {
          index += width
        } else {
          copy()
          text.append([0xEF, 0xBF, 0xBD], from: base + index, width: 1)
          index += 1
          start = index
        }
      }
      copy()
    }
    return DecodedText(bytes: text.bytes, origins: text.origins())
  }

  func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) throws(Diagnostic) -> DecodedText {
    var text = TracedText(capacity: bytes.count)
    var (index, lost) = (bytes.startIndex, bytes.count % 2)
    let end = bytes.endIndex - bytes.count % 2
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return isLittleEndian ? first | second << 8 : first << 8 | second
    }
    var zeros = 0
    while index < end {
      var (scalar, width) = (unit(index), 2)
      if scalar & 0xFC00 == 0xD800, index + 3 < end, unit(index + 2) & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + (unit(index + 2) & 0x3FF)
        width = 4
      }
      if scalar == 0x0D {
        if index + 3 < end, unit(index + 2) == 0x0A { width = 4 }
        scalar = 0x0A
      }
      if scalar == 0 { zeros += 1 }
      if let known = Unicode.Scalar(scalar) {
        append(known, to: &text, from: index, width: width)
      } else {
        lost += 1
        append("\u{FFFD}", to: &text, from: index, width: width)
      }
      index += width
    }
    guard zeros == 0 else {
      throw .unreadableDocument(name, "is binary and has no text: it has zero bytes")
    }
    guard lost * 50 <= bytes.count else {
      throw .unreadableDocument(name, "begins as UTF-16 and is none")
    }
    var notes = ["converted from UTF-16"]
    if lost > 0 { notes.append("\(lost) \(lost == 1 ? "place" : "places") of it were no UTF-16") }
    return DecodedText(bytes: text.bytes, origins: text.origins(), notes: notes)
  }

  func windows1252(_ bytes: ArraySlice<UInt8>) throws(Diagnostic) -> DecodedText {
    var text = TracedText(capacity: bytes.count + bytes.count / 8)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      var width = 1
      if byte < 0x80, byte != 0x0D {
        text.append(byte, verbatimAt: index)
      } else if byte == 0x0D {
        if index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { width = 2 }
        text.append(CollectionOfOne(0x0A), from: index, width: width)
      } else {
        let special = byte < 0xA0 ? Charset.windowsScalars[Int(byte) - 0x80] : 0
        let scalar = Unicode.Scalar(byte < 0xA0 ? special == 0 ? 0xFFFD : special : UInt16(byte))
        append(scalar ?? "\u{FFFD}", to: &text, from: index, width: 1)
      }
      index += width
    }
    return DecodedText(
      bytes: text.bytes, origins: text.origins(),
      notes: ["converted from \(Charset.windows1252.words)"])
  }

  private func append(
    _ scalar: Unicode.Scalar, to text: inout TracedText, from index: Int, width: Int
  ) {
    guard let encoded = Unicode.UTF8.encode(scalar) else { return }
    text.append(encoded, from: index, width: width)
  }

  /// Through the C library; the way back is by pieces of some hundred bytes.
  func converted(_ bytes: ArraySlice<UInt8>, _ label: String) throws(Diagnostic) -> DecodedText {
    let converter = iconv_open("UTF-8", label)
    guard let converter, converter != iconv_t(bitPattern: -1) else {
      throw .unreadableDocument(
        name, "says that it is in the encoding `\(label)`, which is not known here",
        hint: "convert it to UTF-8, as with `iconv -f ENCODING -t UTF-8`")
    }
    defer { iconv_close(converter) }
    var text = TracedText(capacity: bytes.count * 2)
    var lost = 0
    var input = Array(bytes)
    let base = bytes.startIndex
    input.withUnsafeMutableBytes { input in
      var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      var output = [CChar](repeating: 0, count: 1024)
      while left > 0 {
        let start = base + input.count - left
        var room = output.count
        var take = min(left, 256)
        let taken = take
        let result = output.withUnsafeMutableBufferPointer { output in
          var end = output.baseAddress
          return iconv(converter, &next, &take, &end, &room)
        }
        let failure = errno
        left -= taken - take
        let made = output[..<(output.count - room)].map { UInt8(bitPattern: $0) }
        text.append(
          Self.withNewlines(made), madeOf: Span(start, base + input.count - left))
        // A character that the piece has cut in two comes whole with the next one.
        let isCut = failure == EINVAL && take < taken && left > take
        if result == -1, failure != E2BIG, !isCut, left > 0 {
          lost += 1
          text.append([0xEF, 0xBF, 0xBD], from: base + input.count - left, width: 1)
          next = next.map { $0 + 1 }
          left -= 1
        }
      }
    }
    guard lost * 50 <= bytes.count else {
      throw .unreadableDocument(name, "says that it is in the encoding `\(label)`, and is not")
    }
    var notes = ["converted from \(label)"]
    if lost > 0 { notes.append("\(lost) \(lost == 1 ? "byte" : "bytes") of it were not of it") }
    return DecodedText(bytes: text.bytes, origins: text.origins(), notes: notes)
  }

  private static func withNewlines(_ bytes: [UInt8]) -> [UInt8] {
    bytes.contains(0x0D) ? bytes.filter { $0 != 0x0D } : bytes
  }
}
