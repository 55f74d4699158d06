import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayText
import Testing

/// Programs with several faults: all of them are told, each once, in the order of their places.
@Suite struct SeveralFaultsTests {
  /// A program with its faults marked, and their codes.
  static let table: [(marked: String, codes: [DiagnosticCode])] = [
    // Both sides of an operator.
    (
      "claims | where «confidance» > 1 and «sorce» = @base-insider | «cout»",
      [.unknownColumn, .unknownColumn, .unknownStage]
    ),
    ("claims | where «sorce» = «@base-insidr»", [.unknownColumn, .unknownRecord]),
    ("claims | where «@base-insidr» = «sorce»", [.unknownRecord, .unknownColumn]),
    ("claims | where mode = «plann» or not «says»", [.unknownWord, .typeMismatch]),
    ("claims | where «lin» + «colum» > 3", [.unknownColumn, .unknownColumn]),
    ("claims | where «sayz» has «3»", [.unknownColumn, .typeMismatch]),
    ("claims | where «sayz» matches \"(a«»\"", [.unknownColumn, .badPattern]),
    ("claims | where «wehn» overlaps «$year»", [.unknownColumn, .unknownName]),
    ("claims | where mode in («plann», fact, «fcat»)", [.unknownWord, .unknownWord]),
    (
      "claims | where «sorce» in («@nobody», «$x»)", [.unknownColumn, .unknownRecord, .unknownName]
    ),
    ("claims | where when in («\"x\"», «\"y\"»)", [.impossibleDate, .impossibleDate]),
    ("claims | where «says > 3» and source.«titel» is missing", [.typeMismatch, .unknownColumn]),

    // Arguments of calls.
    (
      "claims | select if(«says», «lin», source.«titel») as x",
      [.typeMismatch, .unknownColumn, .unknownColumn]
    ),
    (
      "claims | where «lenght»(source.«titel») > «$n»",
      [.unknownFunction, .unknownColumn, .unknownName]
    ),
    ("expect count(claims | where «a» = 1) = «$n»", [.unknownColumn, .unknownName]),
    ("def f(a, b) = claims | take $a\nf(«$x», «$y»)", [.unknownName, .unknownName]),

    // Members of lists.
    ("claims | select «idd», says, «lin» as l", [.unknownColumn, .unknownColumn]),
    ("claims | select says, «says», «lin»", [.duplicateColumn, .unknownColumn]),
    ("claims | derive a = «foo», b = a + 1, c = «bar»", [.unknownColumn, .unknownColumn]),
    ("claims | derive a = «foo», a = 1, b = a + «bar»", [.unknownColumn, .unknownColumn]),
    (
      "claims | summarize m = max(«lin»), «says» by «mod», «kind»",
      [.unknownColumn, .misplacedAggregate, .unknownColumn, .unknownColumn]
    ),
    ("claims | count by «mod», «kind»", [.unknownColumn, .unknownColumn]),
    ("claims | sort -«lin», «mod»", [.unknownColumn, .unknownColumn]),
    ("claims | about «@peruu», @lima, «@limaa»", [.unknownRecord, .unknownRecord]),
    ("claims | from «@base-insidr» | by «@panetta»", [.unknownRecord, .unknownRecord]),

    // Stages behind a faulty one.
    (
      "claims | where «a» = 1 | sort «b» | take «-1» | skip «\"x\"» | as «exel»",
      [.unknownColumn, .unknownColumn, .outOfRange, .outOfRange, .unknownWord]
    ),
    ("claims | during «1854-13» | within «@limaa»", [.impossibleDate, .unknownRecord]),
    ("claims | during «$when» | within «@limaa»", [.unknownName, .unknownRecord]),
    ("claims | «as csv» | where «a» = 1", [.misplacedStatement, .unknownColumn]),
    ("claims | where mode «plan» | count by «sorce»", [.unexpectedToken, .unknownColumn]),
    ("claims | where «a» = 1 | «cout» | where b = 2", [.unknownColumn, .unknownStage]),
    ("claims | «cout» by source | «takke» 3", [.unknownStage, .unknownStage]),
    ("(claims | where «a» = 1) | where b = 2", [.unknownColumn]),
    ("claims | count by «a» | where b = 2 | as exel", [.unknownColumn]),
    ("claims | matrix «@nothing» | where b = 2", [.unknownRecord]),
    ("claims | select id | «cite»", [.typeMismatch]),
    ("claims | select id, says | «cite»", [.unknownColumn]),

    // Statements behind a faulty one.
    ("let x = claims | «cout»\nx | where a = 1", [.unknownStage]),
    (
      "let x = claims | where «a» = 1\nx | where b = 1\nclaims | «takke» 3",
      [.unknownColumn, .unknownStage]
    ),
    (
      "let x = claims | where «a» = 1\nlet x = claims\nx | where «b» = 1",
      [.unknownColumn, .unknownColumn]
    ),
    ("claims | where «a» = 1\nit | where b = 1", [.unknownColumn]),
    ("claims | «cout»; it | take 3", [.unknownStage]),
    ("claims | «cout»; «clams» | count", [.unknownStage, .unknownRelation]),
    ("let x = «(»claims | count; x | take 3", [.unclosed]),
    ("claims | «cout»; | take 3", [.unknownStage]),
    ("let $n = «$m»\nclaims | take $n", [.unknownName]),
    ("claims | take «$m» | take «$m»", [.unknownName, .unknownName]),
  ]

  static let grammar = Grammar(
    stages: Dictionary(uniqueKeysWithValues: StageSpec.all.map { ($0.name, $0.form) }),
    queryFunctions: FunctionSpec.queryFunctions, commands: [],
    relations: Set(RelationSpec.all.map(\.name)))

  @Test func areAllTold() throws {
    let folder = ScratchFolder(copying: "examples")
    let workspace = try Workspace(folder.path + "/examples/peru")
    for (marked, codes) in Self.table {
      let program = MarkedText(marked)
      do throws(Diagnostics) {
        _ = try ProgramBinder.bind(
          SourceText(name: "test", program.text), grammar: Self.grammar, in: workspace)
        Issue.record("no fault in \(program.text)")
      } catch {
        let shown = error.all.map { "\($0.code.rawValue) \($0.message)" }.joined(separator: "\n")
        #expect(error.all.map(\.span) == program.spans, "\(marked)\n\(shown)")
        #expect(error.all.map(\.code) == codes, "\(marked)\n\(shown)")
      }
    }
  }

  /// A name that a faulty statement would have given anew does not mean what it meant before.
  @Test func doNotFollowFromWhatWasBoundBefore() throws {
    let folder = ScratchFolder(copying: "examples")
    let workspace = try Workspace(folder.path + "/examples/peru")
    func faults(_ text: String) -> Int {
      do throws(Diagnostics) {
        _ = try ProgramBinder.bind(
          SourceText(name: "test", text), grammar: Self.grammar, in: workspace)
        return 0
      } catch {
        return error.all.count
      }
    }
    #expect(faults("let x = sources\nlet $n = \"a\"\nclaims | count") == 0)
    #expect(faults("let x = claims | where a = 1\nx | where mode = plan") == 1)
    #expect(faults("let $n = $m\nclaims | take $n") == 1)
    #expect(faults("claims | cout\n\nit | where mode = plan") == 1)
    #expect(faults("x | where kind = news\nit | count") == 0)
  }
}

/// A text with any number of marked places: `where «a» = «b»`.
struct MarkedText {
  /// The text without the marks.
  let text: String
  /// What stood between the marks, in bytes.
  let spans: [Span]

  init(_ marked: String) {
    var text = ""
    var spans: [Span] = []
    var start = 0
    for character in marked {
      switch character {
      case "«": start = text.utf8.count
      case "»": spans.append(Span(start, text.utf8.count))
      default: text.append(character)
      }
    }
    (self.text, self.spans) = (text, spans)
  }
}
