import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayShell
import AssayText
import Foundation
import Testing

/// `assay describe`: everything that the lists hold, in their order.
@Suite struct DescribeTests {
  private typealias Object = [String: Any]

  private func document() throws -> Object {
    let outcome = try Program.run(["describe", "--json"], in: "/")
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output))
    return try #require(value as? Object)
  }

  private func strings(_ document: Object, _ list: String, _ member: String) -> [String] {
    (document[list] as? [Object] ?? []).map { $0[member] as? String ?? "" }
  }

  @Test func holdsEveryNameAndSummary() throws {
    let document = try document()
    let lists: [(list: String, key: String, expected: [(String, String)])] = [
      ("relations", "name", RelationSpec.all.map { ($0.name, $0.summary) }),
      ("stages", "name", StageSpec.all.map { ($0.name, $0.summary) }),
      ("functions", "name", FunctionSpec.all.map { ($0.name, $0.summary) }),
      ("parts", "name", ValuePart.allCases.map { ($0.rawValue, $0.summary) }),
      ("records", "name", RecordSpec.all.map { ($0.kind.word, $0.summary) }),
      ("commands", "name", CommandSpec.all.map { ($0.name, $0.summary) }),
      ("settings", "name", Setting.all.map { ($0.name, $0.summary) }),
      ("formats", "name", OutputFormat.allCases.map { ($0.rawValue, $0.summary) }),
      ("charts", "name", ChartKind.allCases.map { ($0.rawValue, $0.summary) }),
      ("diagnostics", "code", DiagnosticCode.allCases.map { ($0.rawValue, $0.summary) }),
    ]
    for (list, key, expected) in lists {
      #expect(strings(document, list, key) == expected.map(\.0), "\(list)")
      #expect(strings(document, list, "summary") == expected.map(\.1), "\(list)")
    }
    let codes = document["exitCodes"] as? [Object] ?? []
    #expect(codes.map { $0["code"] as? Int } == ExitCode.allCases.map { Int($0.rawValue) })
    #expect(strings(document, "exitCodes", "summary") == ExitCode.allCases.map(\.summary))
    #expect(document["edition"] as? Int == ProgramBinder.edition)
    #expect(document["units"] as? [String] == Unit.known)
    #expect(document["statements"] as? [String] == Keyword.statements)
    #expect(document["reserved"] as? [String] == Keyword.reserved.sorted())
    #expect(document["scales"] as? [String] == Numeral.scales.map(\.word))
    let version = try Program.run(["--version"], in: "/").text
    #expect("assay \(document["version"] as? String ?? "")\n" == version)
  }

  /// Each of the documented members and no other.
  @Test func hasTheDocumentedMembers() throws {
    let members = try document().keys.sorted()
    let expected = [
      "charts", "commands", "diagnostics", "edition", "exitCodes", "formats", "functions", "name",
      "operators", "parts", "records", "relations", "reserved", "scales", "settings", "stages",
      "statements", "units", "version",
    ]
    #expect(members == expected)
    let page = Manual.page("shell") ?? ""
    for member in expected { #expect(page.contains("`\(member)`"), "\(member)") }
  }

  @Test func holdsEveryOperator() throws {
    let operators = try document()["operators"] as? [Object] ?? []
    let known = Dictionary(
      uniqueKeysWithValues: operators.map {
        ($0["name"] as? String ?? "", $0["precedence"] as? Int ?? 0)
      })
    for sign in BinaryOperator.allCases { #expect(known[sign.rawValue] == sign.precedence) }
    #expect(known["not"] == BinaryOperator.notPrecedence)
    #expect(known["is missing"] == BinaryOperator.comparisonPrecedence)
  }

  @Test func holdsEveryColumnAndField() throws {
    let document = try document()
    func check(_ columns: Any?, _ expected: [ColumnSpec], _ place: String) throws {
      let columns = try #require(columns as? [Object], "\(place)")
      #expect(columns.map { $0["name"] as? String } == expected.map(\.name))
      #expect(columns.map { $0["summary"] as? String } == expected.map(\.summary))
      #expect(columns.map { $0["required"] as? Bool } == expected.map(\.isRequired))
      for (column, spec) in zip(columns, expected) {
        switch spec.type {
        case .word(let list): #expect(column["words"] as? [String] ?? [] == list.words)
        case .reference(let kind): #expect(column["references"] as? String == kind.word)
        default: #expect(column["words"] == nil && column["references"] == nil)
        }
      }
    }
    for (object, spec) in zip(document["relations"] as? [Object] ?? [], RelationSpec.all) {
      try check(object["columns"], spec.columns, spec.name)
    }
    for (object, spec) in zip(document["stages"] as? [Object] ?? [], StageSpec.all) {
      #expect(object["usage"] as? String == spec.usage)
      #expect(object["ending"] as? Bool == spec.isEnding)
      #expect(object["words"] as? [String] ?? [] == spec.words)
      if let rows = spec.rows {
        try check(object["columns"], rows.columns, spec.name)
      } else {
        #expect(object["columns"] == nil)
      }
    }
    for (object, spec) in zip(document["records"] as? [Object] ?? [], RecordSpec.all) {
      let fields = object["fields"] as? [Object] ?? []
      #expect(fields.map { $0["usage"] as? String } == spec.fields.map(\.usage))
      #expect(fields.map { $0["required"] as? Bool } == spec.fields.map(\.isRequired))
      #expect(fields.map { $0["repeats"] as? Bool } == spec.fields.map(\.repeats))
      for (field, known) in zip(fields, spec.fields) {
        if case .word(let list) = known.form {
          #expect(field["words"] as? [String] == list.words)
        }
      }
    }
  }

  @Test func isTheSameEachTime() throws {
    let first = try Program.run(["describe", "--json"], in: "/")
    let second = try Program.run(
      ["describe", "--json"], in: "/", environment: ["LC_ALL": "tr_TR.UTF-8", "TERM": "xterm"])
    #expect(first == second)
  }

  @Test func isReadableToo() throws {
    let text = try Program.run(["describe"], in: "/").text
    let names =
      StageSpec.all.map(\.usage) + RelationSpec.all.map(\.name) + Setting.all.map(\.name)
      + DiagnosticCode.allCases.map(\.rawValue) + CommandSpec.all.map(\.usage)
    for name in names { #expect(text.contains("\n  \(name)  "), "\(name)") }
  }
}
