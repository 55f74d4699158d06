import AssayCorpus
import AssayEngine
import AssayLanguage
import AssayModel
import AssayText
import Testing

/// What sentences are proposed as.
@Suite struct ProposalTests {
  /// A corpus with one document.
  private static func proposals(
    of document: String, _ language: String = "en"
  ) throws -> (ScratchFolder, [ProposedClaim]) {
    let folder = ScratchFolder()
    let said = "published 1912-10-07; language \"\(language)\""
    folder.write("corpus.assay", corpus.replacing("published 1912-10-07", with: said))
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

  /// A sentence that names a speaker whom nothing is known by, or not exactly: it stays as it is.
  static let attributed: [(text: String, language: String)] = [
    ("According to Ann Smith's own office, the bridge would cost 9 dollars.", "en"),
    ("The bridge cost 9 dollars, according to estimates by the Weston Works Authority.", "en"),
    ("A Norton officer who asked for silence said Ann Smith also paid 9 dollars.", "en"),
    ("“The bridge cost 9 dollars,” a minister declared.", "en"),
    ("The bridge cost rather “9 dollars,” he added.", "en"),
    ("The bridge cost 9 dollars, said a spokesman for Ann Smith.", "en"),
    ("The bridge cost 9 dollars, said Ann Smith and Bob Jones.", "en"),
    ("Mary Ann Smith said that the bridge cost 9 dollars.", "en"),
    ("Bob Jones said that the bridge cost 9 dollars.", "en"),
    ("The bridge cost 9 dollars, reports the Courier.", "en"),
    ("Según la oficina de Ann Smith, el puente costó 9 dólares.", "es"),
    ("El puente costó 9 dólares, según estimaciones de la Oficina de Obras.", "es"),
    ("Un funcionario que pidió reserva dijo que Ann Smith pagó 9 dólares.", "es"),
    ("«El puente costó 9 dólares», declaró un ministro.", "es"),
    ("El puente costó 9 dólares, añadió.", "es"),
  ]

  @Test(arguments: attributed)
  func anUnknownSpeakerStaysInTheWords(text: String, language: String) throws {
    let (_, proposals) = try Self.proposals(of: text + "\n", language)
    let proposal = try #require(proposals.first)
    #expect(proposal.text.contains("says  \"\(text)\""), "\(proposal.text)")
    #expect(!proposal.text.contains("\n  by "), "\(proposal.text)")
  }

  /// What a known speaker says, without the words of the attribution only where these say no more.
  static let known: [(text: String, language: String, says: String)] = [
    ("Ann Smith said that the bridge cost 9 dollars.", "en", "The bridge cost 9 dollars."),
    ("Ann Smith said on Monday that it cost 9 dollars.", "en", "It cost 9 dollars."),
    ("Mayor Ann Smith said: “It cost 9 dollars.”", "en", "It cost 9 dollars."),
    ("Ann Smith said that it cost “9 bad dollars”.", "en", "It cost “9 bad dollars”."),
    (
      "Ann Smith denied that it cost 9 dollars.", "en", "Ann Smith denied that it cost 9 dollars."
    ),
    (
      "“It cost 9 dollars,” Ann Smith said, praising “old friend” Bob.", "en",
      "“It cost 9 dollars,” Ann Smith said, praising “old friend” Bob."
    ),
    (
      "Ann Smith told the men that it cost 9 dollars.", "en",
      "Ann Smith told the men that it cost 9 dollars."
    ),
    ("Según Ann Smith, el puente costó 9 dólares.", "es", "El puente costó 9 dólares."),
    ("«El puente costó 9 dólares», dijo Ann Smith.", "es", "El puente costó 9 dólares."),
    (
      "Ann Smith negó que costara 9 dólares.", "es", "Ann Smith negó que costara 9 dólares."
    ),
  ]

  @Test(arguments: known)
  func aKnownSpeakerIsTold(text: String, language: String, says: String) throws {
    let (_, proposals) = try Self.proposals(of: text + "\n", language)
    let proposal = try #require(proposals.first)
    #expect(proposal.text.contains("says  \"\(says)\""), "\(proposal.text)")
    #expect(proposal.text.contains("\n  by    @ann\n"), "\(proposal.text)")
  }

  /// Fields that a sentence gives no ground for, or does.
  static let fields: [(text: String, has: [String], lacks: [String])] = [
    ("The Norton Drug Administration paid 9 dollars.", [], ["@norton"]),
    ("The Bank of Norton paid 9 dollars.", [], ["@norton"]),
    ("The town paid Norton 9 dollars.", ["about @norton"], []),
    ("Ann Smith said Bob of Weston paid 9 dollars.", ["about @weston"], []),
    ("The pact of Norton, dating back to 1852, cost 9 dollars.", [], ["when"]),
    ("Norton has had 9 bridges since the pact of 1852.", [], ["when"]),
    ("Norton paid 9 dollars under the 1852 pact.", [], ["when"]),
    ("Norton paid 9 dollars for Vision 1930.", [], ["when"]),
    ("Norton has had 9 bridges since 1852.", ["when 1852.."], []),
    ("Norton will pay 9 dollars in 1913.", ["when 1913"], []),
    ("Norton planned to pay 9 dollars in 1899.", [], ["when"]),
    ("It cost 9 dollars, according to estimates by the Weston Works.", ["mode estimate"], []),
    ("An estimated 9 dollars were paid to Norton.", ["mode estimate"], []),
  ]

  @Test(arguments: fields)
  func fieldsHaveGround(text: String, has: [String], lacks: [String]) throws {
    let (_, proposals) = try Self.proposals(of: text + "\n")
    let lines = try #require(proposals.first?.text).split(separator: "\n").dropFirst()
      .map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.hasPrefix("says") && !$0.hasPrefix("quote") }
    for field in has { #expect(lines.contains(field), "\(lines)") }
    for field in lacks { #expect(!lines.contains { $0.contains(field) }, "\(lines)") }
  }

  /// A reviewer sees who speaks and what hedges.
  @Test func reasonsHaveTheirWords() throws {
    let (_, proposals) = try Self.proposals(of: "It may cost 9 dollars,\nsaid the old mayor.\n")
    #expect(proposals.first?.reasons == ["figure", "speaker “the old mayor”", "hedge “may”"])
    #expect(proposals.first?.speaker == "the old mayor")
  }

  static let kinds: [(name: String, kind: String)] = [
    ("U.S. Drug Enforcement Administration", "organization"),
    ("Ministerio de Obras", "organization"), ("Banco Norton", "organization"),
    ("DEA", "organization"), ("Ann Smith", "person"), ("Ann Banks", "person"),
  ]

  @Test(arguments: kinds)
  func kindsAreGuessed(name: String, kind: String) {
    #expect(EntityKindGuess.kind(of: name, else: "person") == kind)
    #expect(EntityKindGuess.kind(of: name, else: "place") == "place")
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
