import Testing

@testable import AssayShell

@Suite struct CompletionContextTests {
  typealias Place = CompletionContext.Place

  /// A text up to the cursor with the word at the cursor marked, and the place it stands in.
  static let table: [(marked: String, place: Place)] = [
    ("«»", .statement), ("«cla»", .statement), ("claims\n«so»", .statement),
    ("claims; «so»", .statement), ("claims | take 3\n«cl»", .statement),
    ("claims | «»", .stage), ("claims | «wh»", .stage), ("claims |«»", .stage),
    ("claims\n| «wh»", .stage), ("| «wh»", .stage), ("let x = claims | «wh»", .stage),
    ("expect count(claims | «wh»", .stage), ("claims | take 3 | «»", .stage),
    ("claims | where «mo»", .argument(of: "where")),
    ("claims | where mode = «pl»", .argument(of: "where")),
    ("claims | sort -«wh»", .argument(of: "sort")),
    ("claims | about «@pe»", .argument(of: "about")),
    ("claims | about @peru, «@li»", .argument(of: "about")),
    ("claims | take «$n»", .argument(of: "take")),
    ("claims | where «source.pub»", .argument(of: "where")),
    ("claims | as «»", .argument(of: "as")),
    ("claims | where source in (sources | where «ki»", .argument(of: "where")),
    ("claims | count by «so»", .argument(of: "count")),
    ("claims | where says = \"the «ba»", .text),
    ("help «wh»", .topic), ("help «»", .topic), ("describe «cl»", .relation),
    ("explain «cl»", .relation), ("set «fo»", .setting(nil)),
    ("set format «cs»", .setting("format")),
    ("let x = «cl»", .relation), ("expect count(«cl»", .relation),
    ("claims | where says = \"a | b\" | «»", .stage), ("# claims | \n«»", .statement),
    ("claims | where (denied) | «»", .stage), ("(claims | take 3) | «»", .stage),
  ]

  @Test(arguments: table.indices)
  func knowsThePlace(index: Int) {
    let (marked, place) = Self.table[index]
    let parts = marked.split(separator: /[«»]/, omittingEmptySubsequences: false).map(String.init)
    let context = CompletionContext(Array((parts[0] + parts[1]).utf8))
    #expect(context.place == place, "\(marked)")
    #expect(context.wordStart == parts[0].utf8.count, "\(marked)")
  }

  /// What is compared at the cursor.
  static let comparisons: [(text: String, path: String?)] = [
    ("claims | where mode = ", "mode"), ("claims | where source.kind = n", "source.kind"),
    ("claims | where mode in (plan, ", "mode"), ("claims | where denied and mode != ", "mode"),
    ("claims | where mode ", nil), ("claims | where mode = plan and ", nil),
  ]

  @Test(arguments: comparisons.indices)
  func knowsWhatIsCompared(index: Int) {
    let (text, path) = Self.comparisons[index]
    let context = CompletionContext(Array(text.utf8))
    if path != nil || context.isAfterComparison { #expect(context.testedPath == path, "\(text)") }
  }

  /// No prefix of a program traps.
  @Test func anyPrefixHasAPlace() {
    let program = """
      let a = claims | where (source.kind in (news, wire) and when overlaps 2012..2014) | take 3
      expect count(a | about @peru, @lima) > 3, "é \\\" 中"; set format csv # end
      | sort -value, when.year | as json
      """
    let bytes = Array(program.utf8)
    for end in 0...bytes.count { _ = CompletionContext(Array(bytes[..<end])) }
    for start in 0..<bytes.count { _ = CompletionContext(Array(bytes[start...])) }
  }
}
