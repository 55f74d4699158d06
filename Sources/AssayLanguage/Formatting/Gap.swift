import AssayText
import Glibc

/// A walk over what stands between two tokens: blanks, ends of lines, separators, comments.
struct Gap {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int
  private let end: Int
  /// How many lines ended since the comment before, or since the gap began.
  private(set) var newlines = 0

  init(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    (self.bytes, index, self.end) = (bytes, start, end)
  }

  /// Goes to the next comment and gives its place, blanks at its end left out; `nil` when there is
  /// none any more.
  mutating func nextComment() -> Range<Int>? {
    newlines = 0
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\n"): newlines += 1
      case UInt8(ascii: "#"):
        let start = index
        while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        var last = index
        while bytes[last - 1].isBlank { last -= 1 }
        return start..<last
      default: break
      }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  /// Whether the byte is one that the lexer steps over.
  fileprivate var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a line ends within.
  var holdsNewline: Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(UInt8(ascii: "\n")), count) != nil
  }
}
