import Glibc
import Testing

/// `claim @source`: a claim field by field.
@Suite(.serialized) struct ClaimDialogueTests {
  private let folder = ScratchFolder()

  init() {
    folder.write(
      "corpus.assay",
      """
      corpus c {}
      source s { title "The paper"; document "documents/s.md" }
      source t { title "The letter" }
      entity bridge: facility { name "The bridge" }
      entity mayor: person { name "The mayor" }
      predicate cost { label "cost"; value money; one }
      question dear "Was it dear?" { answer yes "It was"; answer no "It was not" }
      use "claims.assay"

      """)
    folder.write(
      "documents/s.md",
      "The bridge was opened in May. The bridge cost 40 pounds, they say, and no more.\n")
    folder.write("claims.assay", "claim opened-may from @s { says \"Opened in May.\" }\n")
  }

  private func shell() throws -> PseudoTerminal {
    try .prompt(in: folder, ["."], columns: 100)
  }

  private var claims: String {
    String(decoding: folder.read("claims.assay") ?? [], as: UTF8.self)
  }

  /// Answers a question of the dialogue.
  private func answer(_ prompt: String, _ text: String, _ terminal: PseudoTerminal) throws {
    try terminal.expect(prompt)
    terminal.settle(milliseconds: 20)
    terminal.send(text + "\r")
  }

  @Test func asksForEveryField() throws {
    let before = claims
    let terminal = try shell()
    terminal.send("claim @s\r")
    try terminal.expect("The paper\n@s  documents/s.md\n")
    try terminal.expect("Without a quote:")
    try terminal.expect("@opened-may")
    // Words that are not there, or not only there; then a part of them and Tab.
    try answer("quote> ", "The bridge was shut", terminal)
    try terminal.expect("the document does not hold these words\n")
    try answer("quote> ", "\u{15}The bridge", terminal)
    try terminal.expect("the document holds these words several times: quote more\n")
    try terminal.expect("quote> ")
    terminal.send("\u{15}The bridge cost\t")
    try terminal.expect("40 pounds")
    terminal.settle(milliseconds: 50)
    terminal.send("\r")
    try answer("says> ", "", terminal)
    try terminal.expect("`says` is required")
    try answer("says> ", "The bridge cost \"40\" pounds.", terminal)
    try answer("fact> ", "@bridge cost = many", terminal)
    try answer("fact> ", "\u{15}@bridge cost = 40 GBP", terminal)
    try answer("by> ", "mayor", terminal)
    try answer("by> ", "\u{15}@mayor", terminal)
    try answer("when> ", "yesterday", terminal)
    try answer("when> ", "\u{15}1901-05", terminal)
    try answer("mode> ", "certain", terminal)
    try answer("mode> ", "\u{15}", terminal)
    try answer("answers> ", "@dear no", terminal)
    try answer("another field> ", "colour", terminal)
    try terminal.expect("a claim has no field `colour`")
    try answer("another field> ", "scope", terminal)
    try answer("scope> ", "the first year", terminal)
    try answer("another field> ", "", terminal)
    try answer("id> ", "\u{15}opened-may", terminal)
    try terminal.expect("there is a claim `opened-may` already")
    try answer("id> ", "\u{15}dear-bridge", terminal)
    try answer("write it? [Y/n] ", "", terminal)
    try terminal.expect("added claim @dear-bridge  claims.assay:3\n")
    try terminal.expect("assay> ")
    #expect(
      claims == before + """

        claim dear-bridge from @s {
          says    "The bridge cost \\"40\\" pounds."
          fact    @bridge cost = 40 GBP
          by      @mayor
          when    1901-05
          scope   "the first year"
          answers @dear no
          quote   "The bridge cost 40 pounds"
        }

        """)
    terminal.send("undo\r")
    try terminal.expect("took back claim @dear-bridge")
    try terminal.expect("assay> ")
    #expect(claims == before)
    terminal.sendControl("d")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  /// What only the whole corpus shows is told at the end, and the answers are kept.
  @Test func keepsTheAnswers() throws {
    let terminal = try shell()
    terminal.send("claim @t\r")
    try terminal.expect("The source has no document.")
    try answer("quote> ", "", terminal)
    try answer("says> ", "It was dear.", terminal)
    try answer("fact> ", "@bridge was-dear", terminal)
    for field in ["by", "when", "mode", "answers"] { try answer("\(field)> ", "", terminal) }
    try answer("another field> ", "", terminal)
    try answer("id> ", "", terminal)
    try answer("write it? [Y/n] ", "", terminal)
    try terminal.expect("error[C106]")
    try terminal.expect("The answers are kept")
    try answer("quote> ", "", terminal)
    try answer("says> ", "", terminal)
    try answer("fact> ", "\u{15}", terminal)
    for field in ["by", "when", "mode", "answers"] { try answer("\(field)> ", "", terminal) }
    try answer("another field> ", "", terminal)
    try answer("id> ", "", terminal)
    try answer("write it? [Y/n] ", "y", terminal)
    try terminal.expect("added claim @dear")
    try terminal.expect("assay> ")
    #expect(claims.hasSuffix("\n\nclaim dear from @t {\n  says \"It was dear.\"\n}\n"))
    terminal.sendControl("d")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  /// Ctrl-C gives the claim up, whatever was asked; so does a no at the end.
  @Test func isGivenUp() throws {
    let before = claims
    let terminal = try shell()
    terminal.send("claim @s\r")
    try terminal.expect("quote> ")
    terminal.settle(milliseconds: 50)
    terminal.sendControl("c")
    try terminal.expect("no claim was written\n")
    try terminal.expect("assay> ")
    terminal.send("claim @s\r")
    try answer("quote> ", "", terminal)
    try answer("says> ", "Said.", terminal)
    try terminal.expect("fact> ")
    terminal.settle(milliseconds: 50)
    terminal.sendControl("c")
    try terminal.expect("no claim was written\n")
    try terminal.expect("assay> ")
    terminal.send("claim @s\r")
    try answer("quote> ", "", terminal)
    try answer("says> ", "Said.", terminal)
    for field in ["fact", "by", "when", "mode", "answers"] {
      try answer("\(field)> ", "", terminal)
    }
    try answer("another field> ", "", terminal)
    try answer("id> ", "", terminal)
    try answer("write it? [Y/n] ", "n", terminal)
    try terminal.expect("no claim was written\n")
    try terminal.expect("assay> ")
    for statement in ["claim @nobody", "claim", "claim s", "claim @bridge"] {
      terminal.send(statement + "\r")
      try terminal.expect("error[")
      try terminal.expect("assay> ")
    }
    terminal.send("undo\r")
    try terminal.expect("error[Q119]")
    try terminal.expect("assay> ")
    #expect(claims == before)
    terminal.sendControl("d")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
