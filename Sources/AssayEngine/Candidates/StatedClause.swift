import AssayReading
import AssayText

/// The words of a sentence that state something: without who says so if a claim tells that in `by`.
///
/// A start for `says`, which a person then puts into words of their own. Whatever is not surely the
/// statement alone stays whole, with its quotation marks.
struct StatedClause {
  private let bytes: ArraySlice<UInt8>
  /// The places of the document whose words ``text`` holds.
  let kept: Range<Int>
  private let isCut: Bool

  /// - Parameters:
  ///   - bytes: the sentence, with the indices of the document.
  ///   - speaker: the cue of the speaker that is told in `by`; `nil` if none is.
  ///   - dates: where it stands when the speaker spoke.
  init(
    _ bytes: ArraySlice<UInt8>, _ candidate: ClaimCandidate, speaker: Cue?, dates: [Span] = []
  ) {
    self.bytes = bytes
    let cut = speaker.flatMap { Self.cut(bytes, $0, candidate, dates) }
    isCut = cut.map { Self.words(of: $0).count >= 3 } ?? false
    kept = (isCut ? cut?.indices : nil) ?? bytes.indices
  }

  /// The words, as a sentence on one line.
  var text: String {
    var words = Self.words(of: bytes[kept]).joined(separator: " ")
    if isCut { words = Self.unquoted(words) }
    return Self.sentence(words)
  }

  // MARK: Cutting

  /// What is left without the words of an attribution at either end; `nil` if there are none at an
  /// end, or they say more of the statement than who made it.
  private static func cut(
    _ bytes: ArraySlice<UInt8>, _ cue: Cue, _ candidate: ClaimCandidate, _ dates: [Span]
  ) -> ArraySlice<UInt8>? {
    guard let speaker = cue.speaker else { return nil }
    let region = cue.span.joined(with: speaker)
    guard bytes.startIndex <= region.start, region.end <= bytes.endIndex,
      isPlain(cue, region, bytes, candidate)
    else { return nil }
    // `said on Monday` is cut with its date.
    let end = dates.filter { $0.start >= region.end && $0.end <= bytes.endIndex }.map(\.end).min()
    if !bytes[..<region.start].contains(where: isLetter) {
      let verb = words(of: bytes[cue.span.start..<cue.span.end]).joined().lowercased()
      return statement(
        in: bytes[(end ?? region.end)...],
        mayBeBare: cue.span.start < speaker.start || ["say", "says", "said"].contains(verb))
    }
    guard endsClause(bytes[..<region.start]), isAside(bytes[region.end...]) else { return nil }
    return bytes[..<region.start]
  }

  /// Whether the words of an attribution deny, hedge or judge nothing.
  private static func isPlain(
    _ cue: Cue, _ region: Span, _ bytes: ArraySlice<UInt8>, _ candidate: ClaimCandidate
  ) -> Bool {
    let says = candidate.cues.contains {
      [.denial, .hedge, .plan, .opinion].contains($0.kind) && $0.span.start >= region.start
        && $0.span.end <= region.end
    }
    guard !says else { return false }
    let verb = words(of: bytes[cue.span.start..<cue.span.end]).map { $0.lowercased() }
    if verb.count == 1, verb[0] != "según", verb[0] != "segun" {
      return ProposalWords.plainSpeech.contains(verb[0]) || isNominal(verb[0])
    }
    return !verb.contains { ["denied", "alleged", "described"].contains($0) }
  }

  /// Whether a cue of one word is no verb, as in `citing X`.
  private static func isNominal(_ word: String) -> Bool { ["citing", "quoting"].contains(word) }

  /// What follows an attribution that begins a sentence, if it begins a clause.
  ///
  /// - Parameter mayBeBare: whether a clause may follow without a mark or `that`: behind `said`, but
  ///   not behind `told`, which says to whom first.
  private static func statement(
    in rest: ArraySlice<UInt8>, mayBeBare: Bool
  ) -> ArraySlice<UInt8>? {
    let lead = rest.prefix { !isLetter($0) }
    if lead.contains(where: { [0x2C, 0x3A, 0x22, 0xE2, 0xC2].contains($0) }) { return rest }
    guard let first = words(of: rest).first?.lowercased() else { return nil }
    if ["that", "que"].contains(first) { return rest }
    // `said in Weston that …`
    return mayBeBare && !ProposalWords.prepositions.contains(first) ? rest : nil
  }

  /// Whether the words behind an attribution at the end say only who, where or when: up to four of
  /// them without a quotation.
  private static func isAside(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = words(of: bytes)
    guard words.count <= 4, !words.contains(where: { $0.unicodeScalars.contains(where: isQuote) })
    else { return false }
    let first = words.first { $0.contains { $0.isLetter || $0.isNumber } }
    return first.map { ProposalWords.asides.contains($0.lowercased()) } ?? true
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

  // MARK: Words

  /// The words between white space.
  private static func words(of bytes: ArraySlice<UInt8>) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    ["\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}"].contains(scalar)
  }

  /// Direct speech without the marks around it; what has marks within stays as it is.
  private static func unquoted(_ text: String) -> String {
    let marks = text.unicodeScalars.filter(isQuote).count
    let core = text.drop { ",;:.-–— ".contains($0) }
    let tail = core.reversed().drop { ",;:.-–— ".contains($0) }
    let isOpened = core.first?.unicodeScalars.contains(where: isQuote) ?? false
    let isClosed = tail.first?.unicodeScalars.contains(where: isQuote) ?? false
    // One mark alone is of a quotation that goes on in another sentence.
    guard marks == 2 && isOpened && isClosed || marks == 1 && (isOpened || isClosed) else {
      return text
    }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isQuote($0) }))
  }

  /// The words with a capital and a full stop, and without marks and `that` before them.
  private static func sentence(_ text: String) -> String {
    var words = text.split(separator: " ")[...]
    while let first = words.first, words.count > 1,
      ["that", "que"].contains(first) || !first.contains(where: { $0.isLetter || $0.isNumber })
    {
      words = words.dropFirst()
    }
    var text = words.joined(separator: " ")[...]
    while let last = text.last, ",;:.-–— ".contains(last) { text.removeLast() }
    text = text.drop { ",;:.-–— ".contains($0) }
    var end = text.last
    if let last = end, last.unicodeScalars.contains(where: isQuote) { end = text.dropLast().last }
    let isEnded = end.map { "!?…".contains($0) || $0 == "." } ?? false
    return text.prefix(1).uppercased() + text.dropFirst() + (isEnded ? "" : ".")
  }
}
