import AssayCorpus
import AssayEngine
import AssayLanguage
import AssayModel
import AssayText
import Testing

/// What sentences are proposed as.
@Suite struct ProposalTests {
  /// A corpus with one document.
  private static func proposals(of document: String) throws -> (ScratchFolder, [ProposedClaim]) {
    let folder = ScratchFolder()
    folder.write("corpus.assay", corpus)
    folder.write("documents/a.txt", document)
    let workspace = try Workspace(folder.path)
    #expect(workspace.faults.isEmpty)
    return (folder, try workspace.proposedClaims(of: "a", at: nil))
  }

  private static let corpus = """
    corpus norton { title "Norton" }
    source a { title "A"; published 1912-10-07; document "documents/a.txt" }
    entity norton: place { name "Norton" }
    entity weston: place { name "Weston" }
    entity ann: person { name "Ann Smith" }
    entity works: organization { name "Weston Works" }
    predicate gives { label "gives aid to"; object place; value money }
    predicate builds { label "builds"; object place; many }
    predicate borders { label "borders on"; object place; many }
    """

  /// A document and the claim that its one sentence is proposed as, without its header.
  static let table: [(document: String, fields: [String])] = [
    (
      "Norton gives aid of 9 million dollars to Weston in 1911, according to Ann Smith.",
      [
        "says \"Norton gives aid of 9 million dollars to Weston in 1911.\"",
        "fact @norton gives @weston = 9 million USD", "by @ann", "when 1911",
        "quote \"Norton gives aid of 9 million dollars to Weston in 1911, according to Ann Smith.\"",
      ]
    ),
    (
      "“Norton does not border on Weston,” said Ann Smith.",
      [
        "says \"Norton does not border on Weston.\"", "fact not @norton borders @weston", "by @ann",
        "quote \"“Norton does not border on Weston,” said Ann Smith.\"",
      ]
    ),
    (
      "The bridge in Norton may have cost 9000 dollars.",
      [
        "says \"The bridge in Norton may have cost 9000 dollars.\"", "where @norton",
        "hedge \"may\"", "quote \"The bridge in Norton may have cost 9000 dollars.\"",
      ]
    ),
    (
      "The council plans to close 9 bridges of Weston Works.",
      [
        "says \"The council plans to close 9 bridges of Weston Works.\"", "mode plan",
        "about @works", "quote \"The council plans to close 9 bridges of Weston Works.\"",
      ]
    ),
  ]

  @Test(arguments: table)
  func sayWhatIsEvident(document: String, fields: [String]) throws {
    let (_, proposals) = try Self.proposals(of: document + "\n")
    let text = try #require(proposals.first?.text)
    let lines = text.split(separator: "\n").dropFirst().dropLast().map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    #expect(lines == fields.map { $0 })
    #expect(proposals.count == 1)
  }

  /// A sentence that stands twice is quoted with the one after it.
  @Test func aQuoteStandsAlone() throws {
    let document = "It cost 9 pounds. Nobody paid.\n\nIt cost 9 pounds. Ann Smith paid 9 pounds.\n"
    let (_, proposals) = try Self.proposals(of: document)
    #expect(proposals.count == 3)
    #expect(proposals[0].text.contains("quote \"It cost 9 pounds. Nobody paid.\""))
    #expect(proposals[1].text.contains("quote \"It cost 9 pounds. Ann Smith paid 9 pounds.\""))
    #expect(Set(proposals.map(\.id)).count == 3)
  }

  private static let words = [
    "Norton", "Weston", "Ann Smith", "said", "“", "”", "\"", "gives aid to", "borders on", "may",
    "9 million dollars", "in 1912", "last year", "not", "plans to", "according to", ",", "the",
    "bridge", "\\", "é", "{", "#", "=", "\u{7}", "reportedly", "50 %", "que", "según",
    "Weston Works",
  ]

  /// Whatever the sentences are, each proposal is one sound claim, and the corpus takes all of them.
  @Test(arguments: seeds([1, 2, 3]))
  func proposalsAreSound(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let document = (0..<60).map { _ in
      (0..<Int.random(in: 3...14, using: &random)).map { _ in
        Self.words.randomElement(using: &random) ?? ""
      }.joined(separator: " ") + "."
    }.joined(separator: "\n\n")
    let (folder, proposals) = try Self.proposals(of: document)
    #expect(!proposals.isEmpty)
    for proposal in proposals {
      let source = SourceText(name: "p", proposal.text)
      var parser = RecordParser(source)
      guard case .record(let record)? = parser.next() else {
        Issue.record("no record: \(proposal.text)")
        continue
      }
      #expect(parser.next() == nil && parser.faults.isEmpty, "\(proposal.text)")
      #expect(record.kind == .claim)
    }
    folder.write("corpus.assay", Self.corpus + "\n" + proposals.map(\.text).joined(separator: "\n"))
    #expect(try Workspace(folder.path).faults.map(\.message) == [])
  }
}
