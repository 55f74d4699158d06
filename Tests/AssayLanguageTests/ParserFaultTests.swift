import AssayLanguage
import AssayText
import Testing

@Suite struct ParserFaultTests {
  /// A program with its fault marked, the code it must get, and a part of the hint.
  static let table: [(marked: String, code: DiagnosticCode, hint: String?)] = [
    ("claims | «wher» mode = plan", .unknownStage, "`where`"),
    ("claims | «xyzzy»", .unknownStage, "`help stages`"),
    ("claims |«»", .unexpectedToken, nil),
    ("claims | where «»", .unexpectedToken, nil),
    ("claims | where a = «»", .unexpectedToken, nil),
    ("claims | where a = b «=» c", .unexpectedToken, "`and`"),
    ("claims | where a «b»", .unexpectedToken, nil),
    ("claims | where value = «missing»", .unexpectedToken, "`is missing`"),
    ("claims | where «and» mode = plan", .unexpectedToken, nil),
    ("claims | where a is «plan»", .unexpectedToken, nil),
    ("claims | where a in «plan»", .unexpectedToken, nil),
    ("claims | where «(»a = b", .unclosed, "`)`"),
    ("claims | where f«(»a, b", .unclosed, "`)`"),
    ("claims | where («»\nlet a = claims", .unexpectedToken, nil),
    ("expect count«(»claims | take 1", .unclosed, "`)`"),
    ("claims | where a = 84 «milion» USD", .unknownUnit, "`million`"),
    ("claims | where a = 84 thousand «million»", .unknownUnit, "one of them"),
    ("claims | where a = «5..3» t", .badNumber, nil),
    ("claims | during «2012-13»", .impossibleDate, "dates:"),
    ("claims | during «2012-10..2011»", .impossibleDate, "a range"),
    ("claims | where a = «1234567890123456789012345678901»", .badNumber, nil),
    ("claims | where a = «\"»open\nclaims", .unterminatedText, "`\"`"),
    ("claims | where a = «\"\"\"»open\nclaims", .unterminatedText, "`\"\"\"`"),
    ("claims | where a has \"x«\\q»\"", .badEscape, "escapes"),
    ("help \"«\\q»\"", .badEscape, "escapes"),
    ("claims | where a «&&» b", .unreadableCharacter, nil),
    ("claims | where a = «@»", .unreadableCharacter, nil),
    ("«hlep» where", .unknownStatement, "`help`"),
    ("«sorce» a { title \"x\"\n reliability B }", .unknownStatement, "`source`"),
    ("«5»", .unexpectedToken, nil),
    ("«)»", .unexpectedToken, nil),
    ("«}»", .unexpectedToken, nil),
    ("let «by» = claims", .unexpectedToken, nil),
    ("let «5» = claims", .unexpectedToken, nil),
    ("let a «claims»", .unexpectedToken, nil),
    ("def f(a «=» claims", .unexpectedToken, nil),
    ("param p«»", .unexpectedToken, nil),
    ("expect a, «5»", .unexpectedToken, nil),
    ("edition «one»", .unexpectedToken, nil),
    ("use «claims»", .unexpectedToken, nil),
    ("sources «sources»", .unexpectedToken, nil),
  ]

  @Test(arguments: table)
  func isReportedWhereItIs(marked: String, code: DiagnosticCode, hint: String?) throws {
    let program = MarkedText(marked)
    let found = faults(of: program.text)
    let fault = try #require(found.first)
    #expect(found.count == 1, "\(found.map(\.message))")
    #expect(fault.code == code)
    #expect(fault.span == program.spans.first)
    if let hint { #expect(fault.hint?.contains(hint) == true, "\(fault.hint ?? "none")") }
    #expect(fault.excerpt != nil)
  }

  /// Texts with several faults: each is reported once, in order.
  static let several = [
    "claims | «wher» x\nclaims | «tak» 5",
    "claims | «wher» x | «tak» 5 | count",
    "claims | where count(claims | «wher» x) > 1 | «tak» 5",
    "claims | «wher» (x\n«hlep» me\nclaims | where f«(»x",
    "claims | where «(»x\n\nlet a = claims | «tak» 5\nclaims | take 5",
    "claims | where a = «\"»open\nclaims | «tak» 5\nclaims | where b «&» c",
    "source a {\n  title «5»\n  kind «newspaper»\n  «titel» \"x\"\n}\nclaims | «tak» 5",
    "source a { title «\"»open\n}\nsource «b» { }\nclaims | «tak» 5",
    "source a «{»\n  title \"x\"\nclaims | «tak» 5\nclaims | «wher» x",
    "source a «{»\n  title \"x\"\n\nsource b {\n  title \"y\"\n  kind «newspaper»\n}",
    "claim a «fro» @s {\n  says \"x\"\n  mode «plann»\n}\nclaims | «tak» 5",
    "source a { title \"x\" } «source» b { title \"y\" }\nclaims | «tak» 5",
    "«}»\nclaims | «tak» 5",
  ]

  @Test(arguments: several)
  func isReportedWithAllOthersAndOnce(marked: String) {
    let program = MarkedText(marked)
    let found = faults(of: program.text)
    #expect(found.compactMap(\.span) == program.spans, "\(found.map(\.message))")
  }

  @Test func longWordsAreNotRepeated() throws {
    let long = String(repeating: "a", count: 100_000)
    let fault = try #require(faults(of: "claims \(long)").first)
    #expect(fault.message.utf8.count < 100)
  }
}
