import AssayReading
import AssayText

/// The words of a sentence that state something: without who says so, and without quotation marks.
///
/// A start for `says`, which a person then puts into words of their own.
struct StatedClause {
  private let bytes: ArraySlice<UInt8>
  private let candidate: ClaimCandidate

  /// - Parameter bytes: the sentence, with the indices of the document.
  init(_ bytes: ArraySlice<UInt8>, _ candidate: ClaimCandidate) {
    (self.bytes, self.candidate) = (bytes, candidate)
  }

  /// The words, as a sentence on one line.
  var text: String {
    var words = Self.words(of: bytes)
    if let cut = withoutSpeaker() {
      let rest = Self.words(of: cut)
      if rest.count >= 3 { words = rest }
    }
    return Self.sentence(words)
  }

  /// What is left when the words of an attribution at either end are taken away; `nil` if there is
  /// none at an end.
  private func withoutSpeaker() -> ArraySlice<UInt8>? {
    for cue in candidate.cues where cue.kind == .speaker {
      guard let speaker = cue.speaker else { continue }
      let region = cue.span.joined(with: speaker)
      guard bytes.startIndex <= region.start, region.end <= bytes.endIndex else { continue }
      if !bytes[..<region.start].contains(where: Self.isLetter) {
        // What follows may be an aside: `X, the mayor, said …` has the verb at its end.
        return bytes[region.end...]
      }
      let after = Self.words(of: bytes[region.end...])
      if after.count <= 4, Self.endsClause(bytes[..<region.start]) {
        return bytes[..<region.start]
      }
    }
    return nil
  }

  /// Whether a comma or a quotation mark stands at the end.
  private static func endsClause(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }) else {
      return false
    }
    return last == UInt8(ascii: ",") || last == UInt8(ascii: "\"") || last >= 0x80
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte.isDigit || byte >= 0xC3 && byte < 0xE0
  }

  /// The words between white space, without quotation marks.
  private static func words(of bytes: ArraySlice<UInt8>) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { !isQuote($0) }
    return String(String.UnicodeScalarView(text)).split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    ["\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}"].contains(scalar)
  }

  /// The words with a capital and a full stop, and without marks and `that` before them.
  private static func sentence(_ words: [String]) -> String {
    var words = words[...]
    while let first = words.first, words.count > 1,
      ["that", "que"].contains(first) || !first.contains(where: { $0.isLetter || $0.isNumber })
    {
      words = words.dropFirst()
    }
    var text = words.joined(separator: " ")[...]
    while let last = text.last, ",;:.-–— ".contains(last) { text.removeLast() }
    text = text.drop { ",;:.-–— ".contains($0) }
    let ends = text.last.map { "!?…".contains($0) } ?? false
    return text.prefix(1).uppercased() + text.dropFirst() + (ends ? "" : ".")
  }
}
