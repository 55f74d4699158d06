import AssayRender
import AssayText
import Testing

@Suite struct JSONValueTests {
  @Test func keepsTheOrderOfMembers() {
    let value: JSONValue = ["b": 1, "a": ["x", true, [:]], "c": []]
    #expect(value.line == #"{"b": 1, "a": ["x", true, {}], "c": []}"#)
    #expect(value.page == value.line + "\n")
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("\n\t\r", #""\n\t\r""#), ("\u{0}\u{1B}", #""\u0000\u001b""#),
    ("é…", "\"é…\""), ("\u{202E}", #""\u202e""#),
  ])
  func escapes(text: String, written: String) { #expect(JSONValue.text(text).line == written) }

  @Test func breaksWhatIsLong() {
    let words = JSONValue.texts((0..<20).map { "word-\($0)" })
    let page = JSONValue.object([.init("words", words), .init("one", 1)]).page
    #expect(page.hasPrefix("{\n  \"words\": [\n    \"word-0\",\n"))
    #expect(page.hasSuffix("    \"word-19\"\n  ],\n  \"one\": 1\n}\n"))
  }
}

/// Diagnostics for programs.
@Suite struct DiagnosticFormTests {
  /// A text whose fault is marked, and where that is: lines and columns in scalars, bytes.
  static let table: [(marked: String, place: String)] = [
    ("«ab» c", #""line": 1, "column": 1, "endLine": 1, "endColumn": 3, "start": 0, "end": 2"#),
    ("a\nb «c»", #""line": 2, "column": 3, "endLine": 2, "endColumn": 4, "start": 4, "end": 5"#),
    ("é «ü»", #""line": 1, "column": 3, "endLine": 1, "endColumn": 4, "start": 3, "end": 5"#),
    (
      "e\u{301} «👩‍👩‍👧»!",
      #""line": 1, "column": 4, "endLine": 1, "endColumn": 9, "start": 4, "end": 22"#
    ),
    ("a «b\ncd» e", #""line": 1, "column": 3, "endLine": 2, "endColumn": 3, "start": 2, "end": 6"#),
    (
      "a\r\n«b»\r\n", #""line": 2, "column": 1, "endLine": 2, "endColumn": 2, "start": 3, "end": 4"#
    ),
    ("a\n«»", #""line": 2, "column": 1, "endLine": 2, "endColumn": 1, "start": 2, "end": 2"#),
  ]

  @Test(arguments: table.indices)
  func saysWhere(index: Int) throws {
    let (marked, place) = Self.table[index]
    let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "»", omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    let text = SourceText(name: "a.assay", String(parts[0] + rest[0] + rest[1]))
    let fault = Diagnostic(
      .unknownColumn, at: Span(start, start + rest[0].utf8.count), "no `x`", hint: "did \"you\"?")
    let renderer = DiagnosticRenderer(isColored: true, form: .json)
    #expect(
      renderer.text(of: [fault.located(in: text)])
        == #"{"code": "Q103", "severity": "error", "message": "no `x`", "#
        + #""hint": "did \"you\"?", "file": "a.assay", "# + place + "}\n")
  }

  @Test func leavesOutWhatIsUnknown() {
    let renderer = DiagnosticRenderer(isColored: false, form: .json)
    let fault = Diagnostic(.missingCorpus, at: nil, "no corpus")
    let line = #"{"code": "C101", "severity": "error", "message": "no corpus"}"#
    #expect(renderer.text(of: [fault, fault]) == line + "\n" + line + "\n")
    #expect(renderer.text(of: []).isEmpty)
  }

  @Test func notesAreObjectsToo() {
    let json = DiagnosticRenderer(isColored: false, form: .json)
    #expect(json.note("\n2 faults\n") == #"{"note": "2 faults"}"# + "\n")
    #expect(json.note("a\nb\n") == #"{"note": "a\nb"}"# + "\n")
    #expect(json.note("\n").isEmpty)
    #expect(DiagnosticRenderer(isColored: false).note("\na\n") == "\na\n")
  }

  @Test func summariesAreSentences() {
    #expect(DiagnosticForm.allCases.allSatisfy { $0.summary.hasSuffix(".") })
  }
}
