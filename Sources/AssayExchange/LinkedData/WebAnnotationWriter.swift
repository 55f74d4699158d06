import AssayModel
import AssayText

/// Writes W3C Web Annotations (Recommendation of 2017): a page of annotations, one for each claim.
///
/// The target is the source, at its address if it has one, with selectors of the quote. The body is
/// the statement; all fields of the claim stand beside it as JSON.
struct WebAnnotationWriter: ExchangeWriter {
  let kinds: [RecordKind] = [.source, .claim]
  private let documents: DocumentText
  private var sources: [String: Record] = [:]
  /// The document that was read last, by the id of its source.
  private var last: (source: String, bytes: [UInt8])?
  private var count = 0

  init(_ documents: @escaping DocumentText) { self.documents = documents }

  mutating func begin(_ out: inout [UInt8]) {
    out +=
      """
      {"@context":["http://www.w3.org/ns/anno.jsonld",{"assay":"\(RecordName.prefix)"}],\
      "id":"\(RecordName.prefix)claims","type":"AnnotationPage","items":[
      """.utf8
  }

  mutating func end(_ out: inout [UInt8]) { out += "\n]}\n".utf8 }

  mutating func add(_ record: Record, to out: inout [UInt8]) {
    guard case .claim(let source) = record.header else {
      sources[record.id.id] = record
      return
    }
    out += (count == 0 ? "\n" : ",\n").utf8
    count += 1
    let fields = RecordTree.members(of: record)
    let bodies =
      [Self.body(record.text("says") ?? "", "describing")]
      + record.list("tags").map { Self.body($0, "tagging") }
    let annotation = JSONNode.object(
      ("id", "\(RecordName.of(.claim, record.id.id))"), ("type", "Annotation"),
      ("motivation", "describing"), ("body", JSONNode(.list(bodies))),
      ("target", target(source.id, record.text("quote"))),
      ("assay:record", .object(("@type", "@json"), ("@value", JSONNode(.object(fields))))))
    JSONText.append(annotation, to: &out)
  }

  private static func body(_ text: String, _ purpose: String) -> JSONNode {
    .object(("type", "TextualBody"), ("value", "\(text)"), ("purpose", "\(purpose)"))
  }

  private mutating func target(_ id: String, _ quote: String?) -> JSONNode {
    let source = sources[id]
    let address = source?.text("url")
    let isAddress = address.map(RecordName.isAddress) ?? false
    let node = JSONNode.object(
      ("id", "\(isAddress ? address ?? "" : RecordName.of(.source, id))"), ("type", "Text"),
      ("dcterms:identifier", "\(id)"), ("dcterms:title", source?.text("title").map { "\($0)" }),
      ("language", source?.text("language").map { "\($0)" }))
    return .object(("source", node), ("selector", quote.map { selectors(of: $0, in: id) }))
  }

  private mutating func selectors(of quote: String, in id: String) -> JSONNode {
    if last?.source != id {
      let path = sources[id]?.text("document")
      last = (id, Array((path.flatMap(documents) ?? "").utf8))
    }
    let place = QuotePlace(quote, in: last?.bytes ?? [])
    let words = JSONNode.object(
      ("type", "TextQuoteSelector"), ("exact", "\(quote)"),
      ("prefix", place.map { "\($0.prefix)" }), ("suffix", place.map { "\($0.suffix)" }))
    guard let place else { return [words] }
    return [
      words,
      .object(
        ("type", "TextPositionSelector"), ("start", JSONNode(.number(String(place.start)))),
        ("end", JSONNode(.number(String(place.end))))),
    ]
  }
}
