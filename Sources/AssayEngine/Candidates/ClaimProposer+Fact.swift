import AssayModel
import AssayReading
import AssayText

/// The statement of a sentence as data, where its words leave no doubt.
extension ClaimProposer {
  /// A word of the sentence as a stem.
  private struct StemmedWord {
    let stem: String
    let span: Span
  }

  /// Words that may stand between a subject, the words of a label, and an object, besides figures
  /// and words in `ly`.
  private static let between: Set<String> = [
    "a", "also", "an", "are", "be", "been", "did", "do", "does", "for", "had", "has", "have", "in",
    "is", "its", "never", "not", "now", "of", "on", "the", "their", "to", "was", "were", "will",
    "with", "would", "de", "el", "en", "es", "está", "fue", "ha", "han", "la", "los", "no",
    "nunca", "son", "también", "tiene", "tienen",
  ]
  /// Words that may stand before a subject.
  private static let openers: Set<String> = [
    "and", "because", "but", "that", "the", "when", "while", "cuando", "el", "la", "los", "pero",
    "porque", "que", "y",
  ]
  /// Words that may follow an object; before any other word it is but a part of a name.
  private static let followers: Set<String> = [
    "a", "after", "and", "are", "as", "at", "before", "but", "by", "during", "for", "from", "has",
    "have", "in", "is", "of", "on", "or", "since", "that", "the", "to", "was", "were", "when",
    "which", "while", "who", "with", "con", "de", "desde", "durante", "en", "para", "por", "que",
    "y",
  ]

  /// The fact: the first known entity before the words of a label, the predicate with most words,
  /// and behind it what the predicate takes; `nil` unless all of it is there.
  func fact(of reading: SentenceReading, _ named: [Named]) -> Fact? {
    guard !named.isEmpty, reading.candidate.mode != "question" else { return nil }
    let words = words(in: reading.candidate.passage)
    var found: (fact: Fact, stems: Int)?
    for predicate in predicates.predicates {
      if let found, predicate.stems.count < found.stems { break }
      guard let fact = fact(predicate, reading, named, words) else { continue }
      // Two predicates with as many words: it is not evident which is meant.
      if found != nil { return nil }
      found = (fact, predicate.stems.count)
    }
    return found?.fact
  }

  private func fact(
    _ predicate: PredicateWords.Predicate, _ reading: SentenceReading, _ named: [Named],
    _ words: [StemmedWord]
  ) -> Fact? {
    for first in words.indices {
      guard let place = place(of: predicate.stems, in: words, from: first, reading),
        let subject = named.last(where: { $0.span.end <= place.start }),
        !isPossessive(subject.span), beginsClause(subject.span),
        let words = self.gap(subject.span.end, place.start, reading),
        predicate.auxiliaries.isEmpty || !predicate.auxiliaries.isDisjoint(with: words),
        let denied = denial(between: subject.span, place, reading)
      else { continue }
      let object =
        predicate.objects.isEmpty
        ? nil
        : named.first {
          $0.span.start >= place.end && $0.id != subject.id && predicate.takes($0.kind)
            && gap(place.end, $0.span.start, reading) != nil && standsAlone($0.span)
        }
      if !predicate.objects.isEmpty, object == nil { continue }
      let value = value(for: predicate.measure, behind: place.end, reading)
      if predicate.objects.isEmpty, value == nil, predicate.measure != "none" { continue }
      return Fact(
        isDenied: denied, subject: reference(subject.id), predicate: reference(predicate.id),
        object: object.map { reference($0.id) }, value: value, valueSpan: nil)
    }
    return nil
  }

  /// The words between two places; `nil` if they have one that parts a subject from its verb, or
  /// a comma, quotation mark or dash.
  private func gap(_ start: Int, _ end: Int, _ reading: SentenceReading) -> [String]? {
    guard start <= end else { return nil }
    var words: [String] = []
    var index = start
    while index < end {
      if let figure = reading.figures.first(where: { $0.span.start <= index && index < $0.span.end }
      ) {
        index = figure.span.end
        continue
      }
      let byte = bytes[index]
      guard Self.isLetter(byte), byte != 0xE2, byte != 0xC2 else {
        guard byte == 0x20 || byte == 0x0A else { return nil }
        index += 1
        continue
      }
      let word = bytes[index..<end].prefix { Self.isLetter($0) }
      let text = String(decoding: word, as: UTF8.self).lowercased()
      guard Self.between.contains(text) || text.hasSuffix("ly") else { return nil }
      words.append(text)
      index = word.endIndex
    }
    return words
  }

  /// Whether nothing stands before a name that makes it a part of something else: `in Peru`.
  private func beginsClause(_ span: Span) -> Bool {
    let before = bytes[..<span.start].suffix(24)
    guard before.last == 0x20 || before.last == 0x0A else { return true }
    let word = before.dropLast().reversed().prefix { Self.isLetter($0) }
    let text = String(decoding: word.reversed(), as: UTF8.self).lowercased()
    return text.isEmpty || Self.openers.contains(text)
  }

  func isPossessive(_ span: Span) -> Bool {
    guard span.end + 1 < bytes.count else { return false }
    return bytes[span.end] == UInt8(ascii: "'")
      || bytes[span.end...].starts(with: [0xE2, 0x80, 0x99])
  }

  /// Whether a name is not followed by words that it only describes: `U.S. advisers`.
  private func standsAlone(_ span: Span) -> Bool {
    let rest = bytes[span.end...].prefix(24)
    guard rest.first == 0x20 || rest.first == 0x0A, !isPossessive(span) else {
      return !isPossessive(span)
    }
    let word = rest.dropFirst().prefix { Self.isLetter($0) }
    return word.isEmpty || Self.followers.contains(String(decoding: word, as: UTF8.self))
  }

  /// Whether the verb is denied; `nil` where a denial stands elsewhere, so that it is not evident
  /// what it denies.
  private func denial(
    between subject: Span, _ place: Span, _ reading: SentenceReading
  ) -> Bool? {
    let denials = reading.candidate.cues.filter { $0.kind == .denial }
    if denials.isEmpty { return false }
    let isEvident = denials.allSatisfy {
      $0.span.start >= subject.end && $0.span.end <= place.end
    }
    return isEvident && denials.count == 1 ? true : nil
  }

  /// The value that a predicate of this measure takes, behind its words.
  private func value(
    for measure: String, behind place: Int, _ reading: SentenceReading
  ) -> FactValue? {
    if measure == "date" {
      return reading.dates.first { $0.span.start >= place }?.date.map { .date($0) }
    }
    let figure = reading.figures.first { found in
      found.span.start >= place && found.quantity?.unit.dimension.word == measure
    }
    return figure?.quantity.map { .figure($0) }
  }

  /// Where the words of a label stand, the first of them at `first`.
  private func place(
    of stems: [String], in words: [StemmedWord], from first: Int, _ reading: SentenceReading
  ) -> Span? {
    guard words[first].stem == stems[0] else { return nil }
    var place = words[first].span
    var index = first + 1
    for stem in stems.dropFirst() {
      guard let next = words[index...].firstIndex(where: { $0.stem == stem }),
        gap(place.end, words[next].span.start, reading) != nil
      else { return nil }
      place.end = words[next].span.end
      index = next + 1
    }
    return place
  }

  private func words(in passage: Passage) -> [StemmedWord] {
    var words: [StemmedWord] = []
    var index = passage.start
    while index < passage.end {
      guard Self.isLetter(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < passage.end, Self.isLetter(bytes[index]) { index += 1 }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      for stem in PredicateWords.stems(of: word) {
        words.append(StemmedWord(stem: stem, span: Span(start, index)))
      }
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte.isDigit || byte >= 0x80
  }
}
