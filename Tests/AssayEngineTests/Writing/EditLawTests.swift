import AssayEngine
import AssayText
import Testing

/// Whatever is written in whatever order: the index is what a new one would be, and everything can
/// be taken back to the byte.
@Suite struct EditLawTests {
  private static let everything = """
    sources | as csv
    entities | as csv
    predicates | as csv
    questions | as csv
    claims | as csv
    links | as csv
    claims | where says has "said" | select id | as csv
    check
    """

  /// A change that may be refused, with what it is called.
  private static func step(
    _ shell: Workspace, _ generator: inout SplitMix, _ number: Int
  ) -> (name: String, work: () throws -> String) {
    func one(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
    let source = one(["s", "t", "t", "u\(number)"])
    let known = shell.ids(.source).contains(source)
    let new = known ? "" : "source \(source) { title \"U\" }\n"
    let entity = one(shell.ids(.entity) + ["nobody"])
    let claim = one(shell.ids(.claim))
    let other = one(shell.ids(.claim) + shell.ids(.entity) + shell.ids(.source) + ["near", "q"])
    switch Int.random(in: 0..<15, using: &generator) {
    case 0, 1, 2:
      let more = one(["", "; about @\(entity)", "; fact @\(entity) near @e1", "; answers @q yes"])
      let text = new + WrittenCorpus.claim("c\(number)", source, more)
      return ("add \(text)", { try shell.add(text) })
    case 3:
      let text =
        "entity n\(number): place { name \"N\"; part of @\(entity) }\n"
        + WrittenCorpus.claim("c\(number)", "s", "; about @n\(number)") + new
      return ("add \(text)", { try shell.add(text) })
    case 4:
      let text = "link l\(number) @\(claim) supports @\(one(shell.ids(.claim)))"
      return ("add \(text)", { try shell.add(text) })
    case 5, 6: return ("remove \(other)", { try shell.remove(other) })
    case 7, 8: return ("remove \(claim)", { try shell.remove(claim) })
    case 9:
      return (
        "say more in \(claim)",
        { try shell.edit(claim) { $0.replacing("Said", with: "Said again,\n  é # no\n  as") } }
      )
    case 10:
      return (
        "rename \(other)", { try shell.edit(other) { $0.replacing(other, with: "r\(number)") } }
      )
    case 11:
      return (
        "put \(entity) into e1",
        { try shell.edit(entity) { $0.replacing(" }", with: "; part of @e1 }") } }
      )
    case 12: return ("redo", { try shell.redo() })
    default: return ("undo", { try shell.undo() })
    }
  }

  @Test(arguments: seeds([1, 2, 3]))
  func everythingCanBeTakenBack(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let corpus = WrittenCorpus()
    let shell = try corpus.shell()
    let first = corpus.files
    var done = [first]
    var undone: [[String: [UInt8]]] = []
    var history: [String] = []
    for number in 0..<24 {
      let before = corpus.files
      let (name, work) = Self.step(shell, &generator, number)
      let isMade = (try? work()) != nil
      history.append(name + (isMade ? "" : " (refused)"))
      let comment: Comment = "seed \(seed): \(history.joined(separator: "; then "))"
      switch (isMade, name) {
      case (false, _): try #require(corpus.files == before, comment)
      case (true, "undo"):
        undone.append(done.removeLast())
        try #require(corpus.files == done.last, comment)
      case (true, "redo"):
        done.append(undone.removeLast())
        try #require(corpus.files == done.last, comment)
      default:
        done.append(corpus.files)
        undone = []
      }
      guard isMade || number % 8 == 0 else { continue }
      try #require(try Self.isAsNew(corpus), comment)
    }
    let comment: Comment = "seed \(seed): \(history.joined(separator: "; then "))"
    for state in done.dropLast().reversed() {
      _ = try shell.undo()
      try #require(corpus.files == state, comment)
    }
    #expect(corpus.files == first, comment)
    #expect(throws: Diagnostics.self) { try shell.undo() }
    for state in done.dropFirst() {
      _ = try shell.redo()
      try #require(corpus.files == state, comment)
    }
    #expect(try Self.isAsNew(corpus), comment)
  }

  /// Whether the corpus says the same without what was kept of it.
  private static func isAsNew(_ corpus: WrittenCorpus) throws -> Bool {
    let copy = ScratchFolder()
    for (path, bytes) in corpus.files { copy.write(path, bytes) }
    let kept = try Program.start([".", "-c", everything], in: corpus.folder.path)
    let new = try Program.start([".", "-c", everything], in: copy.path)
    let (one, other) = (kept.finish(), new.finish())
    return one == other && one.code == 0
  }
}
