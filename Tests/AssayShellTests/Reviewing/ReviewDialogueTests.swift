import AssayLanguage
import AssayCorpus
import AssayRender
import AssayText
import Testing

@testable import AssayEngine
@testable import AssayShell

/// `review @source`, answered by a script.
@Suite struct ReviewDialogueTests {
  private let folder = ScratchFolder()
  private let workspace: Workspace
  private let session: Session
  private let output = Output()

  init() throws {
    folder.write(
      "corpus.assay",
      """
      corpus c {}
      source s { title "The paper"; document "documents/s.md" }
      entity bridge: facility { name "The bridge" }
      entity mayor: person { name "The mayor" }
      predicate cost { label "cost"; value money; one }
      use "claims.assay"

      """)
    folder.write(
      "documents/s.md",
      "The bridge was opened in 1901. Nobody came.\n\nIt cost 40 pounds,\nthey say. "
        + "The mayor paid 12 pounds.\n\nSeen by 3 crows.\n")
    folder.write("claims.assay", "claim old from @s { says \"Old.\" }\n")
    workspace = try Workspace(folder.path)
    workspace.acceptsDeclarations = true
    session = Session(workspace, terminal: .none(), output: output, errors: output)
  }

  private var claims: String { folder.text("claims.assay") }
  private var decisions: String { folder.text("reviews/s.review") }

  /// A proposal for each sentence with a digit, and what others propose.
  private func proposals() throws(Diagnostic) -> SourceReview {
    let whole = try workspace.review(of: "s", at: Span(0, 0))
    let bytes = whole.reading.bytes
    let own = whole.sentences.filter { bytes[$0.start..<$0.end].contains { $0 &- 0x30 < 10 } }
      .map { sentence in
        let words = Printer.quoted(
          String(decoding: bytes[sentence.start..<sentence.end], as: UTF8.self))
        let id = "p-\(sentence.paragraph)-\(sentence.sentence)"
        return ProposedClaim(
          id: id, source: "s", paragraph: sentence.paragraph, sentence: sentence.sentence,
          start: sentence.start, end: sentence.end, reasons: ["figure"],
          text: "claim \(id) from @s {\n  says \(words)\n  quote \(words)\n}")
      }
    let others = whole.proposals.filter { $0.maker != nil }
    return SourceReview(
      reading: whole.reading, sentences: whole.sentences, proposals: own + others,
      decisions: try workspace.decisions(about: "s").decisions, faults: whole.faults,
      goneProposals: whole.goneProposals, stamp: whole.stamp)
  }

  /// Answers the questions of a review; gives what was shown and said.
  private func review(
    _ answers: [String?], showsSkipped: Bool = false, meanwhile: [Int: () -> Void] = [:]
  ) throws -> (text: String, dialogue: ScriptedDialogue) {
    let dialogue = ScriptedDialogue(answers)
    dialogue.meanwhile = meanwhile
    session.dialogue = dialogue
    var review = ReviewDialogue(
      session, dialogue, try proposals(), showsSkipped: showsSkipped,
      load: { () throws(Diagnostic) in try proposals() })
    try review.run()
    #expect(dialogue.isOver)
    return (String(decoding: output.takeBytes(), as: UTF8.self), dialogue)
  }

  @Test func enterAccepts() throws {
    let (text, dialogue) = try review(["", "a", "q"])
    #expect(
      text.hasPrefix(
        """

        1 of 4  @s  paragraph 1, sentence 1
          > [The bridge was opened in 1901.] Nobody came.
        because:   figure

        claim p-1-1 from @s {
          says  "The bridge was opened in 1901."
          quote "The bridge was opened in 1901."
        }
        added claim @p-1-1  claims.assay:3

        2 of 4  @s  paragraph 2, sentence 1
          > [It cost 40 pounds, they say.] The mayor paid 12 pounds.
        """))
    #expect(text.hasSuffix("2 accepted; 2 open\n"))
    #expect(claims.contains(#"quote "It cost 40 pounds,\nthey say.""#))
    #expect(
      dialogue.asked.map(\.prompt)
        == Array(repeating: "accept? [Enter, e v s k r u q ?] ", count: 3))
    #expect(decisions.isEmpty)
    // What was accepted is not asked for again.
    #expect(try review(["q"]).text.contains("\n1 of 2  @s  paragraph 2, sentence 2\n"))
  }

  @Test func decisionsAreKept() throws {
    session.coder = "ana"
    let (text, dialogue) = try review(["r n", "k", "r", "too small", "n"])
    #expect(text.hasSuffix("2 rejected, 2 skipped; 0 open\n"))
    #expect(dialogue.asked.map(\.prompt).contains("reason> "))
    let lines = decisions.split(separator: "\n").dropFirst().map(String.init)
    #expect(lines.count == 4)
    #expect(
      lines[0].hasPrefix("rejected 0..30 ") && lines[0].hasSuffix(#" "not a claim" by "ana""#))
    #expect(lines[1].hasPrefix("skipped 45..") && lines[1].hasSuffix(#" by "ana""#))
    #expect(lines[2].hasSuffix(#" "too small" by "ana""#))
    #expect(try review([]).text == "nothing is open; `review @s status` shows the whole\n")
    #expect(try review(["", nil], showsSkipped: true).text.contains("\n1 of 2  @s  paragraph 2"))
    let progress = ReviewProgress(try proposals())
    #expect(progress.count(.claims) == 1 && progress.count(.rejected) == 2)
    #expect(progress.count(.skipped) == 1 && progress.count(.without) == 1)
    #expect(progress.coverage == 0.2)
  }

  @Test func decisionsFollowTheirWords() throws {
    _ = try review(["r op", "q"])
    folder.write("documents/s.md", "Before all.\n\n" + folder.text("documents/s.md"))
    try workspace.reload()
    #expect(try review(["q"]).text.contains("1 of 3  @s  paragraph 3, sentence 1\n"))
    folder.write("documents/s.md", "The bridge was shut in 1902.\n")
    try workspace.reload()
    let text = try review(["q"]).text
    #expect(text.hasPrefix("1 decision is about words that the document no longer has"))
    #expect(text.contains("\n1 of 1  @s"))
    #expect(decisions.contains("\"opinion\""))
  }

  @Test func everythingIsTakenBack() throws {
    let before = claims
    let (text, _) = try review([
      "u", "", "r b", "k", "u", "u", "u", "u", "s", "", "", "u", "u", "q",
    ])
    #expect(text.hasPrefix("\n1 of 4"))
    #expect(text.contains("this review has decided nothing yet\n"))
    #expect(
      text.contains("took back claim @p-1-1  claims.assay; its proposal is the next one again\n"))
    #expect(text.contains("took back “skipped”; the proposal is the next one again\n"))
    #expect(!text.contains("redo"))
    #expect(text.hasSuffix("nothing decided; 4 open\n"))
    #expect(claims == before)
    #expect(!folder.holds("reviews/s.review"))
  }

  @Test func aSentenceMayHoldSeveral() throws {
    let (text, dialogue) = try review(["s", "", "e says", "Somebody came.", "", "q"])
    #expect(dialogue.asked[1].prompt == "accept and split? [Enter, e v s k r u q ?] ")
    #expect(text.contains("claim p-1-1-2 from @s {"))
    #expect(text.contains("quoted by: @p-1-1: The bridge was opened in 1901.\n"))
    #expect(claims.contains("claim p-1-1-2 from @s {\n  says  \"Somebody came.\"\n"))
    #expect(text.contains("2 of 4  @s  paragraph 2, sentence 1\n"))
  }

  @Test func fieldsAreEdited() throws {
    let (text, dialogue) = try review([
      "k", "e", "It cost 40 pounds,\nthey say.", "The bridge cost \"40\" pounds.",
      "@bridge cost = many", "@bridge cost = 40 GBP", "@mayor", "1901", "estimate", "hedge",
      "they say", "colour", "", "bridge-cost", "", "q",
    ])
    #expect(
      text.contains(
        """
         --> <fact>:1:16
        1 | @bridge cost = many
          |                ^^^^
        """))
    #expect(text.contains("a claim has no field `colour`"))
    #expect(dialogue.asked.contains { $0 == ("id> ", "p-2-1") })
    #expect(dialogue.asked.contains { $0 == ("fact> ", "@bridge cost = many") })
    #expect(dialogue.asked.contains { $0 == ("quote> ", "It cost 40 pounds,\nthey say.") })
    #expect(
      claims.hasSuffix(
        """

        claim bridge-cost from @s {
          says  "The bridge cost \\"40\\" pounds."
          fact  @bridge cost = 40 GBP
          by    @mayor
          when  1901
          mode  estimate
          hedge "they say"
          quote "It cost 40 pounds,\\nthey say."
        }

        """))
  }

  @Test func faultsLoseNothing() throws {
    let (text, dialogue) = try review([
      "e quote", "Nowhere", "The bridge", "e hedge", "perhaps", "", "e hedge", "", "", "x", "?",
      "q extra", "q",
    ])
    #expect(text.contains("the document does not hold these words\n"))
    #expect(text.contains("error[C120]: the quote does not hold “perhaps”\n --> <proposal>:3:3\n"))
    #expect(text.contains("no such answer; `?` lists them\n"))
    #expect(text.contains("  r [REASON]  Reject, and say why.\n"))
    #expect(dialogue.asked.contains { $0 == ("hedge> ", "perhaps") })
    #expect(claims.contains("quote \"The bridge\"\n"))
    #expect(!claims.contains("perhaps"))
  }

  /// What a claim refers to is declared with it, and taken back with it.
  @Test func whatIsMissingIsDeclared() throws {
    let corpus = folder.text("corpus.assay")
    let (text, dialogue) = try review([
      "e fact", "@toll-house was-sold-for = 12 GBP", "", nil, "", "entity toll: place",
      "entity toll-house: facility { name \"The toll-house\" }",
      "predicate was-sold-for { label \"was sold for\"; value money }", "q",
    ])
    #expect(text.contains("there is no entity `toll-house`. Declare it, or Ctrl-C to go back:\n"))
    #expect(
      dialogue.asked.contains {
        $0.initial == "entity toll-house: thing { name \"Toll House\" }"
      })
    #expect(
      dialogue.asked.contains {
        $0.initial == "predicate was-sold-for { label \"was sold for\"; value money }"
      })
    #expect(text.contains("added entity @toll-house"))
    #expect(workspace.kind(ofEntity: "toll-house") == "facility")
    session.coder = "ana"
    _ = try review(["q"])
    #expect(folder.text("corpus.assay") != corpus)
    let undone = try CorpusEditor(workspace).undo(at: Span(0, 0))
    #expect(undone.contains("took back"))
    #expect(folder.text("corpus.assay") == corpus)
  }

  private func quarantine() {
    folder.write(
      "proposals/s.assay",
      """
      claim m-1 from @s { says "It cost 40 pounds."; quote "It cost 40 pounds"; coder "m" }
      claim m-2 from @s { says "It was dear."; quote "It cost 40 pounds"; coder "m" }
      claim gone from @s { says "It is gone."; quote "It is gone"; coder "m" }
      claim broken from @s { says }

      """)
  }

  /// Other programs' proposals come first of their sentence, and each is asked for.
  @Test func othersProposalsAreMarked() throws {
    quarantine()
    session.coder = "ana"
    let (text, _) = try review(["k", "", "r d", "q"])
    #expect(text.hasPrefix("error["))
    #expect(text.contains("proposals/s.assay:4:"))
    #expect(text.contains("1 proposal quotes what the document does not hold.\n"))
    #expect(text.contains("because:   proposed by m\n"))
    #expect(text.contains("quoted by: @cost-40-pounds: It cost 40 pounds.\n"))
    #expect(
      claims.contains(
        """
        claim cost-40-pounds from @s {
          says  "It cost 40 pounds."
          quote "It cost 40 pounds"
          coder "ana"
          tags  proposed-by-m
        }
        """))
    #expect(decisions.contains(" as @cost-40-pounds by \"ana\" of @m-1\n"))
    #expect(decisions.contains(" \"duplicate\" by \"ana\" of @m-2\n"))
    // The own proposal of the sentence is settled by the claim that quotes it.
    #expect(text.contains("4 of 6  @s  paragraph 2, sentence 1\n") == false)
    #expect(text.contains("5 of 6  @s  paragraph 2, sentence 2\n"))
    let before = claims
    #expect(try review(["", "u", "q"]).text.contains("took back claim"))
    #expect(claims == before)
  }

  /// What is said against a sentence settles all that was proposed of it, until it is taken back.
  @Test func aSentenceIsRejectedAsAWhole() throws {
    quarantine()
    let (text, _) = try review(["k", "r n", "q"])
    #expect(text.contains("2 of 6  @s  paragraph 2, sentence 1\n"))
    #expect(text.contains("5 of 6  @s  paragraph 2, sentence 2\n"))
    #expect(text.hasSuffix("1 rejected, 1 skipped; 2 open\n"))
    #expect(decisions.contains("rejected 45..73 "))
    #expect(!decisions.contains(" of @"))
    folder.write("documents/s.md", "Before all.\n\n" + folder.text("documents/s.md"))
    try workspace.reload()
    #expect(try review(["r n", "u", "q"]).text.contains("1 of 2  @s  paragraph 3, sentence 2\n"))
  }

  @Test func acceptanceOfOthersIsTakenBack() throws {
    quarantine()
    _ = try review(["k", "", "u", "q"])
    #expect(!decisions.contains("accepted"))
    #expect(!claims.contains("cost-40-pounds"))
  }

  /// A claim without a quote does not show which sentence it came from.
  @Test func whatIsNotQuotedIsKept() throws {
    _ = try review(["e quote", "", "", "q"])
    #expect(decisions.contains("accepted 0..30 "))
    #expect(decisions.contains(" as @p-1-1\n"))
    #expect(try review(["q"]).text.contains("\n1 of 3  @s"))
    folder.write("claims.assay", "claim old from @s { says \"Old.\" }\n")
    try workspace.reload()
    #expect(try review(["q"]).text.contains("\n1 of 4  @s"))
  }

  /// A claim counts for the sentence that was reviewed, and for the one that it quotes.
  @Test func aQuoteOfAnotherSentenceIsTold() throws {
    let (text, _) = try review(["e quote", "Nobody came.", "", "q"])
    #expect(text.contains("the quote stands in another sentence: paragraph 1, sentence 2\n"))
    #expect(decisions.contains("accepted 0..30 "))
    let whole = try proposals()
    let progress = ReviewProgress(whole)
    #expect(progress.count(.claims) == 2 && progress.open == 3)
    #expect(whole.claimsBySentence.prefix(2).allSatisfy { $0 == ["p-1-1"] })
    // So it does where another claim quotes the reviewed sentence already.
    _ = try review(["s", "", "e quote", "Seen by 3 crows.", "", "q"])
    #expect(decisions.contains(" as @p-2-1-2\n"))
    #expect(try proposals().claimsBySentence.dropFirst(2).first == ["p-2-1", "p-2-1-2"])
  }

  /// Documents, a part of the sentence under review, and what of it is quoted.
  static let quotes: [(document: String, typed: String, quoted: String?)] = [
    ("Ten men came. 12 men paid. The men left.", "men", "12 men"),
    ("A dog ran. 3 dogs ran off. The cat ran.", "ran", "ran off."),
    ("It is so. It is so again in 1901. It is so", "is so", "is so again"),
    ("No men. In 1901 men came, men paid.", "men", nil),
    ("It cost 40 pounds. It cost 40 pounds.", "cost", nil),
  ]

  @Test(arguments: quotes)
  func shortQuotesAreWidened(document: String, typed: String, quoted: String?) throws {
    folder.write("documents/s.md", document + "\n")
    try workspace.reload()
    let (text, _) = try review(["e quote", typed, nil, "q"].filter { quoted == nil || $0 != nil })
    let told = quoted.map { "so the quote is now “\($0)”\n" }
    #expect(text.contains(told ?? "several times: quote more\n"), "\(text)")
    if let quoted { #expect(text.contains("quote \"\(quoted)\"\n"), "\(text)") }
  }

  /// An answer is to what was shown; what comes then is of the document as it is by now.
  @Test func theDocumentMayChangeMeanwhile() throws {
    let before = folder.text("documents/s.md")
    let (text, _) = try review(
      ["", "", "u", "k", "q"],
      meanwhile: [1: { folder.write("documents/s.md", "In 1800 all was well.\n\n" + before) }])
    #expect(text.contains("and was read anew: 4 proposals are to be decided\n"))
    #expect(text.contains("1 of 4  @s  paragraph 1, sentence 1\n  > [In 1800 all was well.]"))
    // The second answer was not to the new proposal; the third took the first one back.
    #expect(!claims.contains("1800") && !claims.contains("1901"))
    #expect(text.hasSuffix("1 skipped; 4 open\n"))
  }

  /// What is not read cannot be reviewed, and that is told each time.
  @Test func aDocumentWithAnotherDigestIsNotReviewed() throws {
    let digest = Digest.sha256(Array(folder.text("documents/s.md").utf8))
    let plain = folder.text("corpus.assay")
    folder.write(
      "corpus.assay",
      plain.split(separator: "s.md\"").joined(separator: "s.md\"; digest \"\(digest)\""))
    try workspace.reload()
    #expect(workspace.faults.isEmpty)
    #expect(throws: Diagnostic.self) {
      try review(
        ["", ""], meanwhile: [1: { folder.write("documents/s.md", "In 1800 all was well.\n") }])
    }
    let text = String(decoding: output.takeBytes(), as: UTF8.self)
    #expect(text.hasSuffix("1 accepted\n"))
    for _ in 1...2 {
      #expect {
        try proposals()
      } throws: {
        ($0 as? Diagnostic)?.code == .documentChanged
      }
    }
  }

  @Test func tabOffersAnswers() throws {
    let (_, dialogue) = try review(["e sa", nil])
    #expect(dialogue.offered.first == ["says", "said"].filter { $0.hasPrefix("sa") })
    #expect(ReviewAnswer.complete("r o", 3).candidates.map(\.text) == ["opinion", "off topic"])
    #expect(ReviewAnswer.complete("", 0).candidates.count == ReviewAnswer.keys.count)
  }
}
