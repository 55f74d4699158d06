import AssayModel
import AssayRender
import Testing

@Suite struct JSONRendererTests {
  @Test func writesOneObjectALine() throws {
    let first =
      #"{"source":"defense-news-2012","said":"\u001b[31mrouge\u001b[0m,\n\""#
      + "e\u{301}" + #"té\" | <b>&\\*","claims":7,"own":true}"#
    let second = #"{"source":"orinoco-tribune-2023","said":null,"claims":-12.5,"own":null}"#
    let third = #"{"source":"x","said":"中文👩‍👧","claims":null,"own":false}"#
    #expect(try Sample.rendered(.jsonl, 3) == "\(first)\n\(second)\n\(third)\n")
    #expect(try Sample.rendered(.json, 3) == "[\n\(first),\n\(second),\n\(third)\n]\n")
  }

  @Test func keepsAnEmptyResultAnArray() throws {
    #expect(try Sample.rendered(.json, 0) == "[]\n")
    #expect(try Sample.rendered(.jsonl, 0) == "")
  }

  static let texts: [(text: String, json: String)] = [
    ("", #""""#), ("a/b", #""a/b""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("\t\r\n\u{8}", #""\t\r\n\u0008""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("\u{9B}\u{202E}", #""\u009b\u202e""#), ("\u{A0}é中😀", "\"\u{A0}é中😀\""),
    (#"\""#, #""\\\"""#),
  ]

  @Test(arguments: texts)
  func escapes(text: String, json: String) throws {
    #expect(try Sample.render([Column(text, .text)], [[text]], .jsonl) == "{\(json):\(json)}\n")
  }

  static let numbers: [(text: String, isNumber: Bool)] = [
    ("0", true), ("-0", true), ("12", true), ("-1.5e3", true), ("1E+9", true), ("0.5", true),
    ("", false), ("-", false), ("01", false), ("+1", false), (".5", false), ("1.", false),
    ("1e", false), ("NaN", false), ("inf", false), ("1,000", false), ("1 ", false), ("0x1", false),
  ]

  @Test(arguments: numbers)
  func writesNumbersRaw(text: String, isNumber: Bool) throws {
    let json = isNumber ? text : "\"\(text)\""
    #expect(try Sample.render([Column("n", .number)], [[text]], .jsonl) == "{\"n\":\(json)}\n")
  }

  @Test func replacesBrokenBytes() throws {
    let output = Output()
    var sink = OutputFormat.jsonl.renderer(to: output, RenderSettings())
    var row = RowBuffer()
    row.append { $0 += [0x61, 0xFF, 0xE4, 0xB8, 0x62] }
    try sink.begin([Column("a", .text)])
    try sink.row(row)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "{\"a\":\"a\u{FFFD}\u{FFFD}b\"}\n")
  }
}
