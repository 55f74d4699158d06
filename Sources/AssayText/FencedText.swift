/// The fenced code blocks of a Markdown text, as CommonMark has them: three or more backticks or
/// tildes, indented by three spaces at most, up to a fence of the same sort and no less length.
package enum FencedText {
  /// A block between two fences.
  package struct Block: Hashable, Sendable {
    /// What stands behind the opening fence, as words.
    package let info: [String]
    /// The line of the opening fence, from 1.
    package let line: Int
    /// Both fences and what is between them, with the line end behind.
    package let whole: Range<Int>
    /// The lines between the fences, with their line ends.
    package let body: Range<Int>
  }

  /// The blocks in the order of the text; the last one may end with the text instead of a fence.
  package static func blocks(of bytes: [UInt8]) -> [Block] {
    var blocks: [Block] = []
    var open: (fence: Fence, line: Int, start: Int, body: Int)?
    var (place, number) = (0, 0)
    while place < bytes.count {
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let next = min(end + 1, bytes.count)
      number += 1
      if let fence = Fence(bytes[place..<end]) {
        if let block = open {
          if fence.closes(block.fence) {
            blocks.append(
              Block(
                info: block.fence.info, line: block.line, whole: block.start..<next,
                body: block.body..<place))
            open = nil
          }
        } else {
          open = (fence, number, place, next)
        }
      }
      place = next
    }
    if let block = open {
      blocks.append(
        Block(
          info: block.fence.info, line: block.line, whole: block.start..<bytes.count,
          body: block.body..<bytes.count))
    }
    return blocks
  }
}

/// A line that opens or closes a block.
private struct Fence {
  let mark: UInt8
  let length: Int
  let info: [String]

  init?(_ line: ArraySlice<UInt8>) {
    let inner = line.drop { $0 == UInt8(ascii: " ") }
    guard inner.startIndex - line.startIndex <= 3, let mark = inner.first,
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    let rest = inner.drop { $0 == mark }
    length = rest.startIndex - inner.startIndex
    // Between backticks a line may hold code of its own.
    guard length >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) else { return nil }
    self.mark = mark
    info = String(decoding: rest, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }

  func closes(_ other: Fence) -> Bool {
    mark == other.mark && length >= other.length && info.isEmpty
  }
}
