import AssayText

extension SourceText {
  /// The first byte that keeps the text from being read: no UTF-8, or NUL; `nil` if there is none.
  package func encodingFault() -> Diagnostic? {
    let validity = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(UTF8.ValidationError) in
        try UTF8Span(validating: buffer.span).isKnownASCII
      }
    }
    if case .failure(let error) = validity {
      let start = error.byteOffsets.lowerBound
      let byte = String(bytes[start], radix: 16, uppercase: true)
      return Diagnostic(
        .notUTF8, at: Span(start, error.byteOffsets.upperBound),
        "byte \(start) (0x\(byte)) is not UTF-8",
        hint: "convert the file, as with `iconv -f WINDOWS-1252 -t UTF-8`")
    }
    guard let nul = ByteSearch.first(0, in: bytes, 0..<bytes.count) else { return nil }
    return Diagnostic(.notUTF8, at: Span(nul, nul + 1), "byte \(nul) is NUL, so this is no text")
  }

  /// The words of a text token, escapes undone.
  package func unquoted(_ token: Token) throws(Diagnostic) -> String {
    let mark = isBlock(token) ? 3 : 1
    var index = token.start + mark
    let end = token.end - mark
    if mark == 3, index < end, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    let backslash = UInt8(ascii: "\\")
    guard ByteSearch.first(backslash, in: bytes, index..<max(index, end)) != nil else {
      return String(decoding: bytes[index..<max(index, end)], as: UTF8.self)
    }
    var decoded: [UInt8] = []
    while index < end {
      guard bytes[index] == backslash else {
        decoded.append(bytes[index])
        index += 1
        continue
      }
      index = try unescape(at: index, until: end, into: &decoded)
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private func isBlock(_ token: Token) -> Bool {
    let quote = UInt8(ascii: "\"")
    return token.end - token.start >= 6 && bytes[token.start + 1] == quote
      && bytes[token.start + 2] == quote
  }

  /// Undoes the escape at `start` and gives the byte after it.
  private func unescape(
    at start: Int, until end: Int, into decoded: inout [UInt8]
  ) throws(Diagnostic) -> Int {
    let byte = start + 1 < end ? bytes[start + 1] : 0
    let plain: UInt8? =
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
      case UInt8(ascii: "n"): UInt8(ascii: "\n")
      case UInt8(ascii: "t"): UInt8(ascii: "\t")
      default: nil
      }
    if let plain {
      decoded.append(plain)
      return start + 2
    }
    if byte == UInt8(ascii: "u"), start + 2 < end, bytes[start + 2] == UInt8(ascii: "{"),
      let close = bytes[start..<min(end, start + 12)].firstIndex(of: UInt8(ascii: "}")),
      bytes[start + 3] != UInt8(ascii: "+"),
      let value = UInt32(text(at: Span(start + 3, close)), radix: 16), value != 0,
      let scalar = Unicode.Scalar(value)
    {
      decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
      return close + 1
    }
    throw Diagnostic(
      .badEscape, at: Span(start, min(start + 2, end)), "no such escape",
      hint: #"escapes: \" \\ \n \t \u{E9}"#)
  }
}
