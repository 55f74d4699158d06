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
  /// - Parameter quote: the words to quote, unless the document has none that stand alone.
  func claim(_ claimID: String, says: String, of reading: SentenceReading, quote: String?) -> Record
  {
    let candidate = reading.candidate
    let named = reading.names.filter { !$0.isAmbiguous }.map { match in
      let key = match.entities.first ?? 0
      return Named(id: id(key), kind: names.kind(of: key), span: match.span)
    }.filter { !$0.id.isEmpty }
    let speaker = speaker(of: candidate, named)
    let others = named.filter { each in !isWithinSpeaker(each.span, candidate) }
    let fact = fact(of: reading, others)
    let place = others.first { $0.kind == "place" && $0.id != fact?.object?.id && isAfterIn($0) }
    var fields: [(name: String, value: FieldValue)] = [("says", .text(says))]
    if let fact { fields.append(("fact", .fact(fact))) }
    if let speaker { fields.append(("by", .chain(speaker: reference(speaker.id), via: []))) }
    fields += dates(of: reading)
    if let place { fields.append(("where", .references([reference(place.id)]))) }
    if candidate.mode != "fact" { fields.append(("mode", .words([candidate.mode]))) }
    if let hedge = candidate.first(.hedge), let words = words(of: hedge.span) {
      fields.append(("hedge", .text(words)))
    }
    let told = [fact?.subject.id, fact?.object?.id, speaker?.id, place?.id].compactMap(\.self)
    let about = Self.unique(named.map(\.id).filter { !told.contains($0) })
    if !about.isEmpty { fields.append(("about", .references(about.map(reference)))) }
    if let quote { fields.append(("quote", .text(quote))) }
    return record(claimID, fields)
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

  // MARK: Who, when, where

  /// The known entity that speaks, if the words for the speaker name one: a person before an
  /// organization, a place last.
  private func speaker(of candidate: ClaimCandidate, _ named: [Named]) -> Named? {
    guard let cue = candidate.cues.first(where: { $0.kind == .speaker && !$0.isWeak }),
      let span = cue.speaker
    else { return nil }
    let inside = named.filter { $0.span.start >= span.start && $0.span.end <= span.end }
    for kind in ["person", "organization", "group", "document"] {
      if let found = inside.first(where: { $0.kind == kind }) { return found }
    }
    // `Peru's president` is not Peru.
    return inside.first { $0.span == span }
  }

  private func isWithinSpeaker(_ span: Span, _ candidate: ClaimCandidate) -> Bool {
    candidate.cues.contains { cue in
      guard let speaker = cue.speaker else { return false }
      return span.start >= speaker.start && span.end <= speaker.end
    }
  }

  /// The first date as `said` if it stands behind the verb of speech, else as `when`.
  private func dates(of reading: SentenceReading) -> [(name: String, value: FieldValue)] {
    var fields: [(name: String, value: FieldValue)] = []
    for found in reading.dates {
      guard let date = found.date else { continue }
      let isSaid = reading.candidate.cues.contains { cue in
        guard let speaker = cue.speaker else { return false }
        let end = cue.span.joined(with: speaker).end
        return found.span.start >= end && found.span.start <= end + 4
      }
      let name = isSaid ? "said" : "when"
      if !fields.contains(where: { $0.name == name }) { fields.append((name, .date(date))) }
    }
    return fields.sorted { $0.name > $1.name }
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
}
