import AssayCorpus
import AssayLanguage
import AssayModel
import AssayReading
import AssayText

/// A candidate to a claim in corpus text, as far as the sentence says it.
///
/// What is not evident is left out: a field that is missing is added faster than a wrong one is
/// seen.
struct ClaimProposer {
  let source: String
  /// When the source was brought out.
  let published: PartialDate?
  /// The document.
  let bytes: [UInt8]
  let names: EntityNames
  let predicates: PredicateWords
  /// The id of an entity by its key.
  let id: (Int32) -> String

  /// An entity that a sentence names.
  struct Named {
    let id: String
    let kind: String
    let span: Span
  }

  /// The claim that a sentence seems to make.
  ///
  /// The words for a speaker stay in `says` unless `by` names exactly that speaker.
  ///
  /// - Parameters:
  ///   - quote: the words to quote, unless the document has none that stand alone.
  ///   - claimID: the id for a claim with these words in `says`.
  func claim(
    of reading: SentenceReading, quote: String?, _ claimID: (String) -> String
  ) -> Record {
    let candidate = reading.candidate
    let named = named(in: reading)
    let speaker = speaker(of: candidate, named)
    let clause = StatedClause(
      bytes[candidate.passage.start..<candidate.passage.end], candidate, speaker: speaker?.cue,
      dates: reading.dates.filter { isSaid($0, candidate) }.map(\.span))
    let others = named.filter { each in
      clause.kept.contains(each.span.start) && !isWithinSpeaker(each.span, candidate)
    }
    let fact = fact(of: reading, others)
    let place = others.first { $0.kind == "place" && $0.id != fact?.object?.id && isAfterIn($0) }
    var fields: [(name: String, value: FieldValue)] = [("says", .text(clause.text))]
    if let fact { fields.append(("fact", .fact(fact))) }
    if let speaker {
      fields.append(("by", .chain(speaker: reference(speaker.named.id), via: [])))
    }
    fields += dates(of: reading, in: clause.kept)
    if let place { fields.append(("where", .references([reference(place.id)]))) }
    if candidate.mode != "fact" { fields.append(("mode", .words([candidate.mode]))) }
    if let hedge = candidate.first(.hedge), let words = words(of: hedge.span) {
      fields.append(("hedge", .text(words)))
    }
    let told = [fact?.subject.id, fact?.object?.id, speaker?.named.id, place?.id]
      .compactMap(\.self)
    let about = Self.unique(
      named.filter { clause.kept.contains($0.span.start) && !told.contains($0.id) }.map(\.id))
    if !about.isEmpty { fields.append(("about", .references(about.map(reference)))) }
    if let quote { fields.append(("quote", .text(quote))) }
    return record(claimID(clause.text), fields)
  }

  private func record(_ id: String, _ fields: [(name: String, value: FieldValue)]) -> Record {
    var record = Record(
      kind: .claim, id: reference(id), span: Span(0, 0), line: 1,
      header: .claim(source: reference(source)))
    record.fields = fields.map { field in
      Record.Field(
        index: RecordSpec.claim.field(field.name)?.index, value: field.value, span: Span(0, 0))
    }
    return record
  }

  func reference(_ id: String) -> Reference { Reference(id, at: Span(0, 0)) }

  /// The words at a place of the document; `nil` if they are no UTF-8.
  func words(of span: Span) -> String? {
    let range = span.start..<max(span.start, span.end)
    guard range.upperBound <= bytes.count else { return nil }
    let words = String(decoding: bytes[range], as: UTF8.self)
    return words.utf8.elementsEqual(bytes[range]) ? words : nil
  }

  private static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// Whether `in` or `en` stands before a name, maybe with an article.
  private func isAfterIn(_ named: Named) -> Bool {
    let before = String(
      decoding: bytes[max(0, named.span.start - 12)..<named.span.start], as: UTF8.self)
    let words = before.lowercased().split(whereSeparator: \.isWhitespace)
    guard let last = words.last, before.last?.isWhitespace ?? false else { return false }
    let isArticle = ["the", "el", "la"].contains(last)
    let word = isArticle ? words.dropLast().last : last
    return word == "in" || word == "en"
  }

  // MARK: Reasons

  /// The kinds of a candidate's cues; those that a reviewer has to judge with their words.
  func reasons(for candidate: ClaimCandidate) -> [String] {
    candidate.reasons.map { kind in
      guard [.speaker, .hedge, .plan].contains(kind),
        let words = candidate.first(kind).flatMap(shown)
      else { return kind.rawValue }
      return "\(kind.rawValue) “\(words)”"
    }
  }

  /// The words of a cue on one line.
  func shown(_ cue: Cue) -> String? {
    words(of: cue.words)?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
