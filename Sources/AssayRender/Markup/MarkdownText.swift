/// Text into Markdown, in the middle of a line: it can set no link, picture, emphasis or element.
typealias MarkdownText = EscapedText<MarkdownEscapes>

/// What Markdown would read as markup.
enum MarkdownEscapes: MarkupEscapes {
  @inline(__always)
  static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\\"): "\\\\"
    case UInt8(ascii: "|"): "\\|"
    case UInt8(ascii: "`"): "\\`"
    case UInt8(ascii: "*"): "\\*"
    case UInt8(ascii: "_"): "\\_"
    case UInt8(ascii: "["): "\\["
    case UInt8(ascii: "]"): "\\]"
    case UInt8(ascii: "~"): "\\~"
    default: nil
    }
  }
}
