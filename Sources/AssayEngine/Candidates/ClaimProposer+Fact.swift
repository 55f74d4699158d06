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

  /// How far apart the words of a label may stand.
  private static let widestGap = 3

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
      guard let place = place(of: predicate.stems, in: words, from: first),
        let subject = named.last(where: { $0.span.end <= place.start }),
        let denied = denial(between: subject.span, place, reading)
      else { continue }
      let object =
        predicate.objects.isEmpty
        ? nil
        : named.first {
          $0.span.start >= place.end && $0.id != subject.id && predicate.takes($0.kind)
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
  private func place(of stems: [String], in words: [StemmedWord], from first: Int) -> Span? {
    guard words[first].stem == stems[0] else { return nil }
    var place = words[first].span
    var index = first + 1
    for stem in stems.dropFirst() {
      let reach = min(words.count, index + Self.widestGap)
      guard index < reach, let next = words[index..<reach].firstIndex(where: { $0.stem == stem })
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
