import AssayLanguage
import AssayModel
import AssayText
import Testing

@testable import AssayExchange

/// ClaimReview, FollowTheMoney and GraphML: what they carry comes back, what they do not is counted.
@Suite struct OtherFormatsTests {
  static let corpus = """
    source paper { title "The paper"; publisher "Press"; author "A. B."; published 2012-10-07
      url "https://example.org/a"; language "en" }
    entity ann: person { name "Ann"; also "Anna", "A."; part of @club; wikidata "Q42"; tags x, y
      note "n" }
    entity club: organization { name "The club"; part of @town; url "https://example.org/club" }
    entity town: place { name "Town"; part of @shire }
    entity shire: place { name "Shire" }
    entity pact: agreement { name "The pact" }
    claim one from @paper { says "It is long."; by @ann; said 2012; fact @ann visits @town = 5 days }
    claim two from @paper { says "It is short." }
    judgement j1 on claim @one { credibility 2; analyst "me"; dated 2024-01-02; note "well" }
    judgement j2 on source @paper { reliability B; analyst "me"; dated 2024-01-02 }
    """

  @Test func claimReview() throws {
    let records = Records.read(Self.corpus)
    let batch = try Trip.through(.claimReview, records)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    let texts = batch.entries.map { entry in
      String(decoding: batch.text[entry.span.start..<entry.span.end], as: UTF8.self)
    }
    #expect(texts.contains(records[0].canonicalText))
    #expect(
      texts.contains("claim one from @paper {\n  says \"It is long.\"\n  by @ann\n  said 2012\n}"))
    #expect(texts.contains(records[7].canonicalText))
    #expect(texts.contains(records[8].canonicalText))
    #expect(texts.contains("entity ann: person {\n  name \"Ann\"\n}"))
    #expect(texts.count == 5)
    #expect(batch.entries.filter(\.isStub).count == 2)
  }

  @Test func reviewsOfOthers() throws {
    let text = """
      {"@context": "https://schema.org", "@type": "ClaimReview", "datePublished": "2016-06-22T10:00",
       "url": "http://example.com/news", "claimReviewed": "The world is flat",
       "author": {"@type": "Organization", "name": "Example.com science watch"},
       "itemReviewed": {"@type": "Claim", "datePublished": "2016-06-20",
         "author": {"@type": "Organization", "name": "Square World Society"},
         "appearance": {"@type": "OpinionNewsArticle", "url": "http://skeptical.example.net/",
           "headline": "Square Earth", "author": {"name": "T. Tellar"}}},
       "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1,
         "alternateName": "False"}}
      """
    var batch = ImportBatch()
    try ImportedFile.read(
      SourceText(name: "a.jsonld", text), as: .claimReview, into: &batch, .idle)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    #expect(
      // The mark of what the other program calls them is left out here.
      String(decoding: batch.text, as: UTF8.self)
        .replacing(#/-x[0-9a-f]{8}/#, with: "") == """
          source square-earth {
            title "Square Earth"
            author "T. Tellar"
            url "http://skeptical.example.net/"
          }

          entity square-world-society: organization {
            name "Square World Society"
          }

          claim the-world-is-flat from @square-earth {
            says "The world is flat"
            by @square-world-society
            said 2016-06-20
          }

          judgement on-the-world-is-flat on claim @the-world-is-flat {
            analyst "Example.com science watch"
            dated 2016-06-22
            note "Rated “False”, 1 of 1 to 5."
          }
          """)
  }

  @Test func followTheMoney() throws {
    let records = Records.read(Self.corpus).filter { $0.kind == .entity }
    let batch = try Trip.through(.followTheMoney, records)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    #expect(Trip.difference(batch, records.filter { $0.id.id != "pact" }) == nil)
    #expect(losses(.followTheMoney, records) == "1 entity")
  }

  @Test func entitiesOfOthers() throws {
    let text = """
      {"id": "a1b2/c", "schema": "Company", "properties": {"name": ["ACME", "Acme Ltd"], "country": ["us"]}}
      {"id": "p", "schema": "Person", "properties": {"name": ["ACME"]}}
      {"id": "o", "schema": "Ownership", "properties": {"owner": ["p"], "asset": ["a1b2/c"]}}
      {"id": "m", "schema": "Membership", "properties": {"member": ["p"], "organization": ["a1b2/c"]}}
      """
    var batch = ImportBatch()
    try ImportedFile.read(SourceText(name: "a.ftm", text), as: .followTheMoney, into: &batch, .idle)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    #expect(
      String(decoding: batch.text, as: UTF8.self) == """
        entity acme: organization {
          name "ACME"
          also "Acme Ltd"
        }

        entity p: person {
          name "ACME"
          part of @acme
        }
        """)
    #expect(
      batch.notes == ["left out: 1 of the schema Ownership", "properties left out: country"])
  }

  @Test func graphML() throws {
    let records = Records.read(Self.corpus)
    let text = String(decoding: Trip.written(.graphml, records), as: UTF8.self)
    #expect(text.contains("<edge source=\"ann\" target=\"town\">"))
    #expect(text.contains("<data key=\"edge-value\">= 5 days</data>"))
    #expect(text.contains("<node id=\"pact\">"))
    #expect(losses(.graphml, records.filter { $0.kind == .claim }) == "1 claim")
  }

  @Test func graphMLComesBack() throws {
    let records = Records.read(Self.corpus)
    var batch = ImportBatch()
    let text = SourceText(name: "a.graphml", bytes: Trip.written(.graphml, records))
    try ImportedFile.read(text, as: .graphml, into: &batch, .idle)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    let texts = batch.entries.map { entry in
      String(decoding: batch.text[entry.span.start..<entry.span.end], as: UTF8.self)
    }
    #expect(texts.contains(records[6].canonicalText))
    #expect(texts.contains("entity town: place {\n  name \"Town\"\n}"))
    #expect(batch.entries.filter { !$0.isStub }.map(\.id) == ["one"])
  }

  @Test func graphsOfOthers() throws {
    let text = """
      <?xml version="1.0"?><!-- a graph --><g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
      <g:key id="d0" for="node" attr.name="label" attr.type="string"/>
      <g:key id='d1' for='edge' attr.name='relation' attr.type='string'><g:default>x</g:default></g:key>
      <g:graph edgedefault="undirected"><g:node id="n 0"><g:data key="d0">A &amp; B &#x26; <![CDATA[<C>]]></g:data></g:node>
      <g:node id="n1"/><g:edge source="n 0" target="n1"><g:data key="d1">knows of</g:data></g:edge>
      </g:graph></g:graphml>
      """
    var batch = ImportBatch()
    try ImportedFile.read(SourceText(name: "a", text), as: .graphml, into: &batch, .idle)
    #expect(batch.faults.isEmpty, "\(batch.faults.map(\.message))")
    let out = String(decoding: batch.text, as: UTF8.self)
    #expect(out.hasPrefix("entity a-b-c: thing {\n  name \"A & B & <C>\"\n}"))
    #expect(out.contains("fact @a-b-c knows-of @n1"))
    for broken in [
      "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<a>", "<a></b>", "<a b=c/>", "x", "<a>&b;</a>",
    ] {
      var batch = ImportBatch()
      try ImportedFile.read(SourceText(name: "a", broken), as: .graphml, into: &batch, .idle)
      #expect(batch.faults.count == 1, "\(broken)")
    }
  }

  /// What a writer says that it left out beside what its format never carries.
  private func losses(_ format: ExchangeFormat, _ records: [Record]) -> String? {
    guard var writer = format.writer({ _ in nil }) else { return nil }
    var out: [UInt8] = []
    for record in records { writer.add(record, to: &out) }
    writer.end(&out)
    return writer.losses.words
  }
}
