import AssayLanguage
import AssayModel
import AssayQuery
import AssayText
import Testing

@Suite struct BinderFaultTests {
  /// A query with its fault marked, the code it must get, and the hint.
  static let table: [(marked: String, code: DiagnosticCode, hint: String?)] = [
    ("«clams» | count", .unknownRelation, "did you mean `claims`?"),
    ("(«clams» | take 3) | count", .unknownRelation, "did you mean `claims`?"),
    ("«f»(3)", .unknownRelation, relations),

    ("entities | where «naem» = \"x\"", .unknownColumn, "did you mean `name`?"),
    ("entities | select id, «nme» as n", .unknownColumn, "did you mean `name`?"),
    ("entities | sort -«nme»", .unknownColumn, "did you mean `name`?"),
    ("claims | where source.«titel» = \"x\"", .unknownColumn, "did you mean `title`?"),
    ("claims | where when.«yaer» = 2012", .unknownColumn, "did you mean `year`?"),
    (
      "claims | where value.«colour» = 2", .unknownColumn,
      "columns: number, low, high, unit, bound"
    ),
    ("claims | count by mode | where «says» = \"x\"", .unknownColumn, "columns: mode, count"),
    ("claims | select id | where «says» = \"x\"", .unknownColumn, "columns: id"),
    ("claims | take «many»", .unknownColumn, "texts are written in quotes, values as `$name`"),
    ("claims | where subject = «lima»", .unknownColumn, "did you mean `@lima`?"),
    ("claims | where source = «herald»", .unknownColumn, "did you mean `@herald`?"),
    ("claims | about «lima»", .unknownColumn, "did you mean `@lima`?"),
    ("claims | about «Perú»", .unknownColumn, "did you mean `@peru`?"),
    ("claims | where «cots» > 3 USD", .unknownColumn, "did you mean `cost`?"),
    ("claims | where «SAYS» = \"x\"", .unknownColumn, "did you mean `says`?"),
    ("claims | where «Mode» = plan", .unknownColumn, "did you mean `mode`?"),

    ("claims | where «says > 3»", .typeMismatch, nil),
    ("claims | where «says = 2012-10»", .typeMismatch, nil),
    ("claims | where «says»", .typeMismatch, condition),
    ("claims | where denied and «line»", .typeMismatch, condition),
    ("claims | where not «says»", .typeMismatch, condition),
    ("claims | where «denied = 1»", .typeMismatch, nil),
    (
      "claims | where «value = line»", .typeMismatch,
      "`value.number` is the number of a figure"
    ),
    ("claims | where «subject = says»", .typeMismatch, "write `@id`, or compare `.id`"),
    ("claims | where «subject = source»", .typeMismatch, nil),
    (
      "claims | where «source < @times»", .typeMismatch,
      "compare a column of the record: `source.published`"
    ),
    ("claims | where «says» overlaps 2012", .typeMismatch, nil),
    (
      "claims | where «subject» has \"lima\"", .typeMismatch, "search a column of the record: `.id`"
    ),
    ("claims | where «line» matches \"3\"", .typeMismatch, nil),
    ("claims | where says has «3»", .typeMismatch, nil),
    ("claims | where «says».year = 3", .typeMismatch, nil),
    ("claims | where «line + says» > 3", .typeMismatch, nil),
    ("claims | where «value + 3» > 3 USD", .typeMismatch, nil),
    ("claims | where -«says» > 3", .typeMismatch, nil),
    ("sources | «about» @peru", .typeMismatch, nil),
    ("sources | «on» @paid", .typeMismatch, nil),
    ("sources | «during» 2012", .typeMismatch, nil),
    ("sources | «within» @peru", .typeMismatch, nil),
    ("entities | «from» @times", .typeMismatch, nil),
    ("entities | «by» @peru", .typeMismatch, nil),
    ("claims | count by mode | «about» @peru", .typeMismatch, nil),
    ("claims | about «$n»", .typeMismatch, nil),
    ("claims | select lower(«line») as l", .typeMismatch, nil),
    ("claims | select abs(«says») as a", .typeMismatch, nil),
    ("claims | select abs(«value») as a", .typeMismatch, nil),
    ("claims | select coalesce(says, «line») as c", .typeMismatch, nil),
    ("claims | select if(«says», 1, 2) as c", .typeMismatch, condition),
    ("claims | summarize s = sum(«says»)", .typeMismatch, nil),
    ("claims | summarize m = mean(«value»)", .typeMismatch, "take its number: `value.number`"),
    ("claims | summarize m = max(«source»)", .typeMismatch, nil),

    ("claims | select «LOWR»(says)", .unknownFunction, "did you mean `lower`?"),
    ("claims | select «lenght»(says)", .unknownFunction, "did you mean `length`?"),
    ("claims | where «upper»(says) = \"x\"", .unknownFunction, functions),

    ("claims | select «lower(says, says)»", .wrongArguments, nil),
    ("claims | select «length()»", .wrongArguments, nil),
    ("claims | select «if(denied, 1)»", .wrongArguments, nil),
    ("claims | summarize n = «count-distinct()»", .wrongArguments, nil),
    ("claims | where says has «\"…\"»", .wrongArguments, nil),
    ("claims | «on @paid, @paid»", .wrongArguments, nil),
    ("claims | «as mode.x»", .wrongArguments, nil),
    ("claims | save «3»", .wrongArguments, nil),
    ("claims | save «\"a/x.cvs\"»", .wrongArguments, "did you mean `\"a/x.csv\"`?"),
    (
      "claims | chart «brr»", .wrongArguments, "did you mean `bar`?"
    ),
    (
      "claims | chart «pie»", .wrongArguments, "write `chart [bar|line|timeline|heat|network]`"
    ),
    (
      "claims | save «\"x.pdf\"»", .wrongArguments,
      "end it in .csv, .tsv, .json, .jsonl, .md, .html, .svg or .txt, or put `as FORMAT` before"
    ),
    ("claims | where line > «value(claims)»", .wrongArguments, "choose one with `select`"),

    ("claims | take «-1»", .outOfRange, nil),
    ("claims | take «1.5»", .outOfRange, nil),
    ("claims | skip «\"three\"»", .outOfRange, nil),
    ("claims | skip «1_000_000_000_000_000»", .outOfRange, nil),

    ("claims | where mode = «plann»", .unknownWord, "did you mean `plan`?"),
    ("claims | where mode = «\"plann\"»", .unknownWord, "did you mean `plan`?"),
    ("claims | where mode in (plan, «fcat»)", .unknownWord, "did you mean `fact`?"),
    ("sources | where reliability >= «Z»", .unknownWord, nil),
    ("claims | on @paid | where answer = «yess»", .unknownWord, "did you mean `yes`?"),
    ("claims | as «exel»", .unknownWord, nil),

    ("claims | about «@peruu»", .unknownRecord, "did you mean `@peru`?"),
    ("claims | about @peru, «@limaa»", .unknownRecord, "did you mean `@lima`?"),
    ("claims | from «@peru»", .unknownRecord, "sources: @herald, @times"),
    ("claims | where subject = «@times»", .unknownRecord, "entities: @callao, @lima, @peru"),
    ("claims | where source = «\"tims\"»", .unknownRecord, "did you mean `@times`?"),
    ("claims | where predicate = «ownr»", .unknownRecord, "did you mean `@owner`?"),
    ("claims | about «@City-of-Lima»", .unknownRecord, "did you mean `@lima`?"),
    ("claims | about «@Perú»", .unknownRecord, "did you mean `@peru`?"),
    ("claims | about «@PERU»", .unknownRecord, "did you mean `@peru`?"),
    ("claims | where subject = «@El_Callao»", .unknownRecord, "did you mean `@callao`?"),
    ("claims | where subject = «\"El Callao\"»", .unknownRecord, "did you mean `@callao`?"),
    ("claims | path from «@Perú» to @lima", .unknownRecord, "did you mean `@peru`?"),

    ("claims | take «$m»", .unknownName, nil),
    ("claims | where says = «$wrd»", .unknownName, "did you mean `$word`?"),

    ("claims | where «count()» > 3", .misplacedAggregate, "`… | count by …`, or `count(QUERY)`"),
    ("claims | select «max(when)»", .misplacedAggregate, "`summarize x = max(x)`"),
    ("claims | summarize m = max(«min(line)»)", .misplacedAggregate, "`summarize x = min(x)`"),
    ("claims | count by «count()»", .misplacedAggregate, "`… | count by …`, or `count(QUERY)`"),
    ("claims | summarize x = «says»", .misplacedAggregate, loose),
    ("claims | summarize x = count() + «line»", .misplacedAggregate, loose),

    ("claims | select id, «id»", .duplicateColumn, "give this one another name"),
    ("claims | select id, says as «id»", .duplicateColumn, "give this one another name"),
    ("claims | summarize «mode» = count() by mode", .duplicateColumn, "give this one another name"),
    ("claims | count by mode, «mode»", .duplicateColumn, "give this one another name"),
    ("claims | distinct mode, «mode»", .duplicateColumn, "give this one another name"),

    ("claims | where subject within «object»", .notConstant, nil),
    (
      "claims | take «abs(3)»", .notConstant,
      "write a value, or bind one with `let $name = …`"
    ),
    ("claims | where says matches \"«(a»\"", .badPattern, nil),
    ("claims | «as csv» | take 3", .misplacedStatement, "put it at the end of the statement"),
    ("(claims | «as csv») | take 3", .misplacedStatement, "put it at the end of the statement"),
    ("«it» | take 3", .nothingBefore, "begin with a relation: `claims | …`"),
    ("claims | where 1 / «0» > 1", .divisionByZero, nil),
    ("claims | where line / («3 - 3») > 1", .divisionByZero, nil),
  ]

  private static let condition = "compare it: `… = …`, or ask `… is present`"
  private static let relations =
    "relations: \(RelationSpec.all.map(\.name).joined(separator: ", "))"
  private static let functions =
    "functions: \(Set(FunctionSpec.all.map(\.name)).sorted().joined(separator: ", "))"
  private static let loose =
    "gather them, as in `max(…)` or `list(…)`, or put the column after `by`"
  /// Hints that name what is there, of which only that they are there is asked.
  private static let open: [DiagnosticCode] = [.unknownWord, .unknownName]

  @Test(arguments: table.indices)
  func isReportedWhereItIs(index: Int) throws {
    let (marked, code, hint) = Self.table[index]
    let query = MarkedQuery(marked)
    guard case .failure(let faults) = bind(query.text), let fault = faults.all.first else {
      Issue.record("no fault in \(query.text)")
      return
    }
    #expect(fault.code == code, "\(marked): \(fault.message)")
    #expect(fault.span == query.span, "\(marked): \(Self.shown(fault, query.text))")
    if hint != nil || !Self.open.contains(code) { #expect(fault.hint == hint, "\(marked)") }
  }

  private static func shown(_ fault: Diagnostic, _ text: String) -> String {
    fault.span.map { "«\(SourceText(name: "", text).text(at: $0))»" } ?? "no place"
  }

  /// Queries that look odd and are right.
  static let sound = [
    "claims | as csv", "claims | as csv | save \"x.txt\"", "claims | save \"x.CSV\"",
    "claims | where 2012 = when", "claims | where \"plan\" = mode",
    "claims | where mode < plan", "claims | where predicate = cost",
    "claims | where predicate = \"cost\"", "claims | where source = \"times\"",
    "claims | where @peru = subject", "claims | where subject = $peru", "claims | about $peru",
    "claims | where value = 3", "claims | where value in (3 USD, 4 USD)",
    "claims | where when = 2012..2014", "claims | where when = \"2012\"",
    "claims | where when.start < 2012-10-07", "claims | where denied = true",
    "claims | where denied != (line > 3)", "claims | where true", "claims | where 1 < 2",
    "claims | take $n", "claims | take 2 + 1", "claims | take 0", "claims | sort -value, when",
    "claims | count by source.publisher | where source.publisher = \"x\"",
    "claims | count | count", "claims | select count(claims) as n",
    "claims | derive says = length(says) | where says > 3",
    "claims | derive a = line, b = a + 1 | select b",
    "claims | summarize count(), max(when), min(when) by mode",
    "claims | summarize n = count() - 1, m = max(line) + min(line)",
    "claims | summarize by mode", "claims | distinct", "((claims) | take 3) | take 2",
    "claims | where \"x\" + mode = \"xfact\"",
    "claims | where tags = \"a\"",
    "sources | where kind = news and reliability <= B", "passages | from @times",
    "entities | within @peru", "claims | on @paid | on @paid | where answer = yes",
  ]

  @Test(arguments: sound)
  func isBound(text: String) {
    if case .failure(let faults) = bind(text) {
      Issue.record("\(text): \(faults.all.first.map { "\($0.code.rawValue) \($0.message)" } ?? "")")
    }
  }

  /// The columns of what comes out of a query, with their types.
  static let shapes: [(text: String, columns: String)] = [
    ("claims | count", "count: number"),
    ("claims | count by mode, source", "mode: mode, source: reference to a source, count: number"),
    ("claims | select id, when.year", "id: text, when.year: number"),
    ("claims | select source.publisher as outlet", "outlet: text"),
    ("claims | summarize max(when), count() by mode", "mode: mode, max-when: date, count: number"),
    ("claims | select id | derive n = 1", "id: text, n: number"),
    ("claims | select id, mode | derive id = length(id)", "id: number, mode: mode"),
    ("claims | select id | on @paid", "id: text, answer: answer of the question, stance: stance"),
    ("claims | select value * 2 as v, value + value as w", "v: figure, w: figure"),
    ("claims | select if(denied, \"a\", mode) as c", "c: text"),
    ("claims | select coalesce(scope, \"\") as c", "c: text"),
    ("claims | select says = \"x\" as b", "b: truth value"),
  ]

  @Test(arguments: shapes.indices)
  func hasColumns(index: Int) throws {
    let (text, columns) = Self.shapes[index]
    let plan = try bind(text).get().plan
    let found = plan.columns.map { "\($0.name): \($0.type.name)" }.joined(separator: ", ")
    #expect(found == columns, "\(text)")
  }
}
