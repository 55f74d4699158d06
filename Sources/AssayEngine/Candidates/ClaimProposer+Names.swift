import AssayReading
import AssayText

/// Which names of a sentence stand for what is known by them, and which of them speaks.
extension ClaimProposer {
  /// A word of the document as it is written.
  struct Word {
    let text: String
    let span: Span
    var lowercased: String { text.lowercased() }
  }

  /// The known entities that a sentence names; not where a known name is only a part of a longer
  /// one that nothing is known by, as `U.S.` is of `the U.S. Drug Enforcement Administration`.
  func named(in reading: SentenceReading) -> [Named] {
    let spans = reading.names.map(\.span)
    return reading.names.filter { !$0.isAmbiguous }.compactMap { match in
      let key = match.entities.first ?? 0
      let named = Named(id: id(key), kind: names.kind(of: key), span: match.span)
      return named.id.isEmpty || isPart(named, spans, reading) ? nil : named
    }
  }

  private func isPart(_ named: Named, _ names: [Span], _ reading: SentenceReading) -> Bool {
    func isFree(_ word: Word) -> Bool {
      isCapital(word) && !names.contains { $0.start <= word.span.start && word.span.end <= $0.end }
        && !reading.dates.contains {
          $0.span.start <= word.span.start && word.span.end <= $0.span.end
        }
    }
    // A name of small letters, such as `the council`, is no part of a run of capitals.
    guard let last = words(in: named.span.start..<named.span.end).last, isCapital(last) else {
      return false
    }
    if let next = word(behind: named.span.end), isFree(next) { return true }
    let before = words(in: reading.candidate.passage.start..<named.span.start).suffix(2)
    guard let previous = before.last, isSpace(previous.span.end..<named.span.start) else {
      return false
    }
    if ProposalWords.dateLinks.contains(previous.lowercased), let head = before.dropLast().last {
      return isFree(head) && ProposalWords.organizations.contains(head.lowercased)
        && isSpace(head.span.end..<previous.span.start)
    }
    let isFirst = previous.span.start <= reading.candidate.passage.start + 3
    if isFirst, ProposalWords.openers.contains(previous.lowercased) { return false }
    let isTitle = named.kind == "person" && ProposalWords.titles.contains(previous.lowercased)
    return isFree(previous) && !isTitle
  }

  /// The known entity that speaks, with its cue, if the words for the speaker are its name, an
  /// article or a title before it.
  ///
  /// Of several speakers the one with whom the sentence begins, since what the others say is a part
  /// of what that one does; `nil` if it is not evident who that is.
  func speaker(of candidate: ClaimCandidate, _ named: [Named]) -> (named: Named, cue: Cue)? {
    let cues = candidate.cues.filter { $0.kind == .speaker }
    guard let cue = cues.first, !cue.isWeak, let span = cue.speaker else { return nil }
    let isAlone = cues.allSatisfy {
      $0.speaker.map { $0.start < span.end && span.start < $0.end } ?? true
    }
    let start = cue.span.joined(with: span).start
    guard isAlone || words(in: candidate.passage.start..<start).isEmpty else { return nil }
    guard
      let found = named.first(where: {
        $0.span.start >= span.start && $0.span.end == span.end && isExact($0, span.start)
      })
    else { return nil }
    return (found, cue)
  }

  /// Whether nothing but an article or, before a person, a title stands between `start` and a name.
  private func isExact(_ named: Named, _ start: Int) -> Bool {
    // `Ann Smith's office` is not Ann Smith.
    guard !isPossessive(named.span) else { return false }
    let before = words(in: start..<named.span.start)
    guard let last = before.last else { return true }
    if before.count == 1, Self.articles.contains(last.lowercased) { return true }
    guard named.kind == "person" else { return false }
    // `the lawyer of Ann Smith` is another person.
    return ProposalWords.titles.contains(last.lowercased)
      && !before.contains { Self.joints.contains($0.lowercased) }
  }

  private static let articles: Set<String> = ["the", "el", "la", "los", "las"]
  private static let joints: Set<String> = ["and", "or", "with", "y", "e", "o", "con"]

  func isWithinSpeaker(_ span: Span, _ candidate: ClaimCandidate) -> Bool {
    candidate.cues.contains { cue in
      guard let speaker = cue.speaker else { return false }
      return span.start >= speaker.start && span.end <= speaker.end
    }
  }

  // MARK: Words

  /// The words of a stretch; points within abbreviations divide none.
  func words(in range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard isWordByte(index) else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound,
        isWordByte(index)
          || bytes[index] == UInt8(ascii: ".") && index + 1 < range.upperBound
            && isWordByte(index + 1)
      {
        index += 1
      }
      let text = String(decoding: bytes[start..<index], as: UTF8.self)
      words.append(Word(text: text, span: Span(start, index)))
    }
    return words
  }

  /// The word that only white space divides from what ends at `place`.
  func word(behind place: Int) -> Word? {
    let end = min(place + 40, bytes.count)
    guard place < end, let word = words(in: place..<end).first, word.span.start > place,
      isSpace(place..<word.span.start)
    else { return nil }
    return word
  }

  func isCapital(_ word: Word) -> Bool { word.text.first?.isUppercase ?? false }

  private func isSpace(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether a letter or digit stands here; marks beyond ASCII are none.
  private func isWordByte(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte | 0x20 &- 0x61 < 26 || byte.isDigit { return true }
    if byte & 0xC0 == 0x80 {
      return index > 0 && 0xC3..<0xE0 ~= bytes[index - 1]
    }
    return 0xC3..<0xE0 ~= byte
  }
}
