import AssayText
import Testing

/// Faults of the stages that give overviews of what sources say.
@Suite struct OverviewFaultTests {
  /// A query with its fault marked, the code it must get, and the hint.
  static let table: [(marked: String, code: DiagnosticCode, hint: String?)] = [
    ("claims | matrix «long2»", .wrongArguments, "did you mean `long`?"),
    ("claims | matrix @paid «by»", .wrongArguments, "write `matrix [@QUESTION, …] [long]`"),
    ("claims | matrix «paid»", .wrongArguments, "did you mean `@paid`?"),
    ("claims | matrix «@piad»", .unknownRecord, "did you mean `@paid`?"),
    ("claims | matrix «3»", .wrongArguments, nil),
    ("sources | «matrix» @paid", .typeMismatch, claims),
    ("claims | count | «matrix» @paid", .typeMismatch, claims),
    (
      "claims | matrix @paid | where «maybe» = 3", .unknownColumn,
      "columns: source, yes, no, claims"
    ),
    ("claims | matrix @paid | where yes = «denys»", .unknownWord, "did you mean `denies`?"),

    ("claims | omissions «last»", .wrongArguments, "did you mean `least`?"),
    ("claims | «omissions least»", .wrongArguments, "write `least 2`"),
    ("claims | omissions least «0»", .outOfRange, nil),
    ("claims | omissions least «1.5»", .outOfRange, nil),
    (
      "claims | omissions least «2 of» @times", .wrongArguments,
      "put a comma after the number: `least 2, of @source`"
    ),
    ("claims | omissions of @times, «of» @herald", .wrongArguments, nil),
    ("claims | omissions least 1, «least» 2", .wrongArguments, nil),
    ("claims | omissions of «@peru»", .unknownRecord, "sources: @herald, @times"),
    ("entities | «omissions»", .typeMismatch, claims),

    ("claims | «hypotheses»", .wrongArguments, hypotheses),
    ("claims | hypotheses «paid»", .wrongArguments, "did you mean `@paid`?"),
    ("claims | hypotheses «claims»", .wrongArguments, hypotheses),
    ("claims | hypotheses @paid «clams»", .wrongArguments, "did you mean `claims`?"),
    ("claims | hypotheses @paid without «speakr»", .wrongArguments, "did you mean `speaker`?"),
    ("claims | hypotheses @paid, «@paid»", .wrongArguments, nil),
    ("claims | hypotheses @paid | where «fits»", .unknownColumn, nil),

    ("claims | drift «@peru»", .wrongArguments, nil),
    ("claims | count | «drift»", .typeMismatch, claims),
    ("claims | timeline «sad»", .wrongArguments, "did you mean `said`?"),
    ("claims | timeline said «said»", .wrongArguments, "write `timeline [said|published]`"),
    ("claims | select id | «timeline»", .typeMismatch, nil),
    ("claims | profile by «sorce»", .unknownColumn, nil),
    ("claims | profile by source as «hedged»", .duplicateColumn, "give this one another name"),
    ("claims | select id, source | «profile»", .typeMismatch, nil),
    ("claims | summarize s = share(«mode»)", .typeMismatch, nil),
    ("claims | summarize s = «share()»", .wrongArguments, nil),
  ]

  private static let claims =
    "put it after `claims` and what narrows them, before `select`, `count` and the like"
  private static let hypotheses =
    "write `hypotheses @QUESTION [claims] [without derivation, speaker, wording, figures]`"

  @Test(arguments: table)
  func isReportedWhereItIs(marked: String, code: DiagnosticCode, hint: String?) throws {
    let query = MarkedQuery(marked)
    guard case .failure(let faults) = bind(query.text), let fault = faults.all.first else {
      Issue.record("\(query.text) has no fault")
      return
    }
    #expect(fault.code == code, "\(query.text): \(fault.message)")
    #expect(fault.span == query.span, "\(query.text): \(fault.message)")
    if let hint { #expect(fault.hint == hint) }
  }

  /// Right ones, and the columns that they give.
  static let right: [(query: String, columns: [String])] = [
    ("claims | matrix @paid", ["source", "yes", "no", "claims"]),
    ("claims | matrix \"paid\"", ["source", "yes", "no", "claims"]),
    ("claims | matrix @paid @paid", ["source", "yes", "no", "claims"]),
    ("claims | matrix @paid, long", ["question", "answer", "source", "stance", "claims"]),
    ("claims | matrix", ["question", "answer", "source", "stance", "claims"]),
    (
      "claims | hypotheses @paid claims",
      [
        "claim", "source", "yes", "no", "weight", "diagnosticity", "flips", "flips-origin", "says",
      ]
    ),
    ("claims | timeline published", ["published", "id", "says", "source", "speaker", "mode"]),
    (
      "claims | on @paid | timeline",
      ["when", "id", "says", "answer", "stance", "source", "speaker", "mode"]
    ),
    ("claims | timeline | matrix @paid | select source", ["source"]),
  ]

  @Test(arguments: right)
  func givesColumns(query: String, columns: [String]) throws {
    let bound = try bind(query).get()
    #expect(bound.plan.columns.map(\.name) == columns)
  }
}
