import AssayQuery
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
    ("claims\n\n| «wh»", .stage), ("claims |\n«wh»", .stage), ("explain claims | «wh»", .stage),
    ("expect count(claims | «wh»", .stage), ("claims | take 3 | «»", .stage),
    ("claims | where «mo»", .argument(of: "where")),
    ("claims | where mode = «pl»", .argument(of: "where")),
    ("claims | where (mode = plan\nand «de»", .argument(of: "where")),
    ("claims | sort -«wh»", .argument(of: "sort")),
    ("claims | about «@pe»", .argument(of: "about")),
    ("claims | about «@Perú»", .argument(of: "about")),
    ("claims | about @peru, «@li»", .argument(of: "about")),
    ("claims | take «$n»", .argument(of: "take")),
    ("claims | where «source.pub»", .argument(of: "where")),
    ("claims | as «»", .argument(of: "as")), ("claims | save «\"a b/c»", .argument(of: "save")),
    ("claims | where source in (sources | where «ki»", .argument(of: "where")),
    ("claims | where coalesce(«sc»", .argument(of: "where")),
    ("claims | summarize n = count(«»", .argument(of: "summarize")),
    ("claims | count by «so»", .argument(of: "count")),
    ("claims | where says = «\"the ba»", .argument(of: "where")),
    ("claims | where says = «\"\"\"the ba»", .nothing), ("claims # a «ba»", .nothing),
    ("help «wh»", .command("help")), ("help «»", .command("help")),
    ("describe «cl»", .command("describe")), ("why not «@a»", .command("why")),
    ("set «fo»", .command("set")), ("set format «cs»", .command("set")),
    ("explain «cl»", .relation), ("let x = «cl»", .relation), ("watch «cl»", .relation),
    ("expect count(«cl»", .relation),
    ("claims | where value(«cl»", .relation), ("(«cl»", .relation), ("let «x»", .nothing),
    ("claims «»", .afterRows), ("(claims | take 3) «»", .afterRows), ("claims x «»", .nothing),
    ("expect «co»", .expression), ("let $x = «va»", .expression), ("expect (1 > «»", .expression),
    ("param x: «te»", .type), ("param x: text = «»", .expression),
    ("claims | where says = \"a | b\" | «»", .stage), ("# claims | \n«»", .statement),
    ("claims | where (denied) | «»", .stage), ("(claims | take 3) | «»", .stage),
    ("entity x: «pl»", .declaration("entity")), ("claim x from «@»", .declaration("claim")),
    ("claim x from @s {\n  mo«»", .declaration("claim")),
    ("source s { title \"a\"\n }; «cl»", .statement), ("use «\"cl»", .declaration("use")),
  ]

  @Test(arguments: table.indices)
  func knowsThePlace(index: Int) {
    let (marked, place) = Self.table[index]
    let parts = marked.split(separator: /[«»]/, omittingEmptySubsequences: false).map(String.init)
    let isWhole = marked.hasSuffix("mo«»")
    let context = CompletionContext(Array((parts[0] + parts[1]).utf8))
    #expect(context.place == place, "\(marked)")
    #expect(context.wordStart == parts[0].utf8.count - (isWhole ? 2 : 0), "\(marked)")
  }

  /// A `where` up to the cursor, what comes next, and the column that is compared.
  static let expressions: [(text: String, next: ExpressionPlace.Next, tested: String?)] = [
    ("", .operand, nil), ("mode ", .sign, nil), ("mode = ", .operand, "mode"),
    ("source.kind = n", .operand, "source.kind"), ("mode in ", .list, "mode"),
    ("mode in (plan, ", .operand, "mode"), ("mode not ", .membership, nil),
    ("mode not in (", .operand, "mode"), ("mode in (plan) ", .sign, nil),
    ("denied and mode != ", .operand, "mode"), ("mode = plan and ", .operand, nil),
    ("mode = plan ", .sign, "mode"), ("value > 3 million ", .sign, "value"),
    ("not ", .operand, nil), ("scope is ", .presence, nil), ("scope is not ", .presence, nil),
    ("scope is missing ", .sign, nil), ("value.number + ", .operand, nil),
    ("(mode = ", .operand, "mode"), ("abs(value.number) > ", .operand, nil),
    ("says has ", .operand, "says"), ("-", .operand, nil),
  ]

  @Test(arguments: expressions.indices)
  func knowsWhatComesNext(index: Int) {
    let (text, next, tested) = Self.expressions[index]
    let context = CompletionContext(Array(("claims | where " + text).utf8))
    let place = ExpressionPlace(context.pieces, form: .expression)
    #expect(place.next == next, "\(text)")
    #expect(place.tested == tested, "\(text)")
  }

  /// No prefix of a program traps.
  @Test func anyPrefixHasAPlace() {
    let program = """
      let a = claims | where (source.kind in (news, wire) and when overlaps 2012..2014) | take 3
      expect count(a | about @peru, @lima) > 3, "é \\\" 中"; set format csv # end
      | sort -value, when.year | as json
      def f($n) = (a | summarize n = count(), m = max(when) by source.kind, mode as k | take $n)
      claim x from @s { fact not @a b @c = 3 kg; by @d via @e, @f }; param p: text = "x"
      """
    let bytes = Array(program.utf8)
    let forms: [StageSpec] = StageSpec.all
    for end in 0...bytes.count {
      let context = CompletionContext(Array(bytes[..<end]))
      for spec in forms { _ = ExpressionPlace(context.pieces, form: spec.form) }
    }
    for start in 0..<bytes.count { _ = CompletionContext(Array(bytes[start...])) }
  }
}
