import AssayEngine
import AssayShell
import Testing

@Suite struct CompleterTests {
  static let folder = ScratchFolder(copying: "examples")

  /// What Tab offers at the end of a text.
  private func offers(_ text: String, after definitions: String = "") throws -> [String] {
    let workspace = try Workspace(Self.folder.path + "/examples/peru")
    _ = try ProgramBinder.bind(
      .init(name: "test", definitions), grammar: Session.grammar, in: workspace)
    return Completer(workspace).complete(text, at: text.utf8.count).candidates.map(\.text)
  }

  /// A text, something that must be offered, and something that must not.
  static let table: [(text: String, offered: String, other: String)] = [
    ("", "claims", "where"), ("cl", "claims", "sources"), ("de", "describe", "claims"),
    ("ex", "expect", "claims"), ("claims | ", "where", "claims"), ("claims | w", "within", "take"),
    ("claims\n| w", "where", "take"), ("claims | where ", "mode", "publisher"),
    ("claims | where mo", "mode", "source"), ("claims | where mode = ", "plan", "mode"),
    ("claims | where mode = p", "plan", "fact"), ("claims | where mode in (plan, ", "fact", "mode"),
    ("claims | where source.", "source.publisher", "source"),
    ("claims | where source.pub", "source.publisher", "source.title"),
    ("claims | where source.kind = ", "news", "fact"),
    ("claims | where when.", "when.year", "when.low"),
    ("claims | where value.", "value.unit", "value.year"),
    ("claims | about @united-st", "@united-states", "@peru"),
    ("claims | from @", "@base-insider", "@peru"), ("claims | on @", "@permanent-bases", "@peru"),
    ("claims | where subject = @per", "@peru", "@permanent-bases"),
    ("claims | where source = @", "@base-insider", "@peru"),
    ("claims | count by mode | where ", "count", "says"),
    ("claims | select id | sort ", "id", "says"), ("claims | as ", "csv", "mode"),
    ("let x = ", "claims", "where"), ("let x = claims | ", "take", "claims"),
    ("expect count(", "claims", "where"), ("expect count(claims | wh", "where", "claims"),
    ("help ta", "take", "claims"), ("help Q10", "Q103", "L001"), ("describe ", "sources", "where"),
    ("set ", "format", "csv"), ("set format ", "csv", "format"),
    ("claims | on @permanent-bases | where answer = ", "access", "plan"),
    ("claims | conflicts ", "pairs", "says"), ("claims | network ", "nodes", "says"),
    ("claims | path from @iquit", "@iquitos", "@peru"), ("claims | path ", "asserted", "says"),
    ("claims | path from @", "@peru", "@base-insider"), ("documents | copies o", "over", "or"),
  ]

  @Test(arguments: table.indices)
  func offersWhatFits(index: Int) throws {
    let (text, offered, other) = Self.table[index]
    let found = try offers(text)
    #expect(found.contains(offered), "\(text): \(found.prefix(40))")
    #expect(!found.contains(other), "\(text): \(found.prefix(40))")
    #expect(Set(found).count == found.count, "\(text): \(found.prefix(40))")
  }

  @Test func offersNothingInAText() throws {
    #expect(try offers("claims | where says = \"the cl") == [])
    #expect(try offers("claims | take 3 x").isEmpty)
  }

  @Test func offersWhatWasDefined() throws {
    #expect(try offers("mi", after: "let mine = claims") == ["mine"])
    #expect(try offers("claims | take $l", after: "let $limit = 3") == ["$limit"])
    #expect(try offers("mine | where cou", after: "let mine = claims | count by mode") != [])
  }

  /// Whatever is offered for a stage begins with the word and replaces it.
  @Test func replacesTheWord() throws {
    let workspace = try Workspace(Self.folder.path + "/examples/peru")
    let text = "claims | where mode = pl | count"
    let completion = Completer(workspace).complete(text, at: 24)
    #expect(completion.replacedFrom == 22)
    #expect(completion.candidates.map(\.text) == ["plan"])
  }
}
