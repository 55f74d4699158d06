import AssayModel
import AssayText

/// Writes JSON-LD of schema.org: a ClaimReview for each judgement of a claim, a Claim for each
/// claim without one.
struct ClaimReviewWriter: ExchangeWriter {
  let kinds: [RecordKind] = [.source, .entity, .judgement, .claim]
  private(set) var losses = LossCount()
  private var sources: [String: Record] = [:]
  private var entities: [String: Record] = [:]
  private var judgements: [String: [Record]] = [:]
  private var named: Set<String> = []
  private var count = 0

  mutating func begin(_ out: inout [UInt8]) {
    out += "{\"@context\":\"https://schema.org\",\"@graph\":[".utf8
  }

  mutating func add(_ record: Record, to out: inout [UInt8]) {
    switch record.header {
    case .judgement(of: .claim, let claim): judgements[claim.id, default: []].append(record)
    case .judgement: losses.add(.judgement)
    case .entity: entities[record.id.id] = record
    case .claim(let source): add(record, from: source.id, to: &out)
    case .none where record.kind == .source: sources[record.id.id] = record
    case .none, .question, .link: break
    }
  }

  mutating func end(_ out: inout [UInt8]) {
    out += "\n]}\n".utf8
    for id in sources.keys where !named.contains("source " + id) { losses.add(.source) }
    for id in entities.keys where !named.contains("entity " + id) { losses.add(.entity) }
  }

  private mutating func add(_ record: Record, from source: String, to out: inout [UInt8]) {
    let claim = claim(record, from: source)
    let reviews = judgements[record.id.id] ?? []
    for node in reviews.isEmpty ? [claim] : reviews.map({ review($0, of: claim) }) {
      out += (count == 0 ? "\n" : ",\n").utf8
      count += 1
      JSONText.append(node, to: &out)
    }
  }

  private mutating func review(_ judgement: Record, of claim: JSONNode) -> JSONNode {
    var grade: Int?
    if let index = RecordSpec.judgement.field("credibility")?.index,
      case .number(let number)? = judgement.value(at: index)
    {
      grade = number
    }
    let rating = grade.map { grade in
      JSONNode.object(
        ("@type", "Rating"),
        ("ratingValue", AdmiraltyRating.value(grade).map { JSONNode(.number(String($0))) }),
        ("bestRating", JSONNode(.number("5"))), ("worstRating", JSONNode(.number("1"))),
        ("alternateName", AdmiraltyRating.words(grade).map { "\($0)" }))
    }
    return .object(
      ("@type", "ClaimReview"), ("@id", "\(RecordName.of(.judgement, judgement.id.id))"),
      ("claimReviewed", claim["text"]), ("datePublished", date("dated", of: judgement)),
      ("author", .object(("@type", "Person"), ("name", text("analyst", of: judgement)))),
      ("reviewRating", rating), ("reviewBody", text("note", of: judgement)),
      ("itemReviewed", claim))
  }

  private mutating func claim(_ record: Record, from source: String) -> JSONNode {
    if case .chain(_, let via)? = RecordSpec.claim.field("by").flatMap({
      record.value(at: $0.index)
    }),
      !via.isEmpty
    {
      losses.add("by", of: .claim)
    }
    return .object(
      ("@type", "Claim"), ("@id", "\(RecordName.of(.claim, record.id.id))"),
      ("text", text("says", of: record)), ("author", record.speaker.map { author($0) }),
      ("datePublished", date("said", of: record)), ("appearance", appearance(source)))
  }

  private mutating func author(_ id: String) -> JSONNode {
    named.insert("entity " + id)
    var type = "Thing"
    if case .entity(let kind)? = entities[id]?.header {
      type =
        kind == "person"
        ? "Person" : ["organization", "group"].contains(kind) ? "Organization" : type
    }
    return .object(
      ("@type", "\(type)"), ("@id", "\(RecordName.of(.entity, id))"),
      ("name", entities[id].flatMap { text("name", of: $0) }),
      ("url", entities[id].flatMap { text("url", of: $0) }))
  }

  private mutating func appearance(_ id: String) -> JSONNode {
    named.insert("source " + id)
    let source = sources[id]
    func thing(_ field: String, _ type: String) -> JSONNode? {
      source?.text(field).map { .object(("@type", "\(type)"), ("name", "\($0)")) }
    }
    return .object(
      ("@type", "CreativeWork"), ("@id", "\(RecordName.of(.source, id))"),
      ("name", source.flatMap { text("title", of: $0) }),
      ("url", source.flatMap { text("url", of: $0) }),
      ("publisher", thing("publisher", "Organization")), ("author", thing("author", "Person")),
      ("datePublished", source.flatMap { date("published", of: $0) }),
      ("inLanguage", source.flatMap { text("language", of: $0) }))
  }

  private func text(_ field: String, of record: Record) -> JSONNode? {
    record.text(field).map { "\($0)" }
  }

  /// A date that ISO 8601 has; others are counted as lost.
  private mutating func date(_ field: String, of record: Record) -> JSONNode? {
    guard let date = record.date(field) else { return nil }
    guard date.isPlain else {
      losses.add(field, of: record.kind)
      return nil
    }
    return "\(date.description)"
  }
}
