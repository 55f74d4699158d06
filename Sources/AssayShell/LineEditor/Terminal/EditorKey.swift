/// Keys by their meaning, as code points that no keyboard sends.
///
/// libedit looks a key up in a table of 256. A sequence of bytes bound in vi's insert mode would
/// take Escape away from it, since libedit waits for the rest without a limit of time. So
/// ``KeyReader`` makes one of these of each sequence, and each is bound in every mode. They are C1
/// controls, which the reader lets through from nowhere else.
enum EditorKey: UInt32, CaseIterable {
  // What is pressed.
  case up = 0x80
  case down, left, right, wordLeft, wordRight, home, end, delete
  case paste, interrupt, search
  // What a command asks for after itself, since it can't call another.
  case accept, list

  /// The key as libedit's `bind` and `el_push` take it.
  var text: String {
    Unicode.Scalar(rawValue).map { String(Character($0)) } ?? ""
  }

  /// The key of an escape sequence `ESC [ parameters final` or `ESC O final`, if it is known.
  init?(parameters: some Sequence<UInt8>, final: UInt8) {
    let numbers = String(decoding: Array(parameters), as: UTF8.self).split(separator: ";")
    let isModified = numbers.count == 2
    switch final {
    case UInt8(ascii: "A"): self = .up
    case UInt8(ascii: "B"): self = .down
    case UInt8(ascii: "C"): self = isModified ? .wordRight : .right
    case UInt8(ascii: "D"): self = isModified ? .wordLeft : .left
    case UInt8(ascii: "H"): self = .home
    case UInt8(ascii: "F"): self = .end
    case UInt8(ascii: "~"):
      switch numbers.first {
      case "1", "7": self = .home
      case "4", "8": self = .end
      case "3": self = .delete
      case "200": self = .paste
      default: return nil
      }
    default: return nil
    }
  }
}
