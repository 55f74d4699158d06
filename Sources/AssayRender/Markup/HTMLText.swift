/// Text into HTML, both between tags and between the quotation marks of an attribute.
typealias HTMLText = EscapedText<HTMLEscapes>

/// What HTML would read as markup.
enum HTMLEscapes: MarkupEscapes {
  @inline(__always)
  static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
