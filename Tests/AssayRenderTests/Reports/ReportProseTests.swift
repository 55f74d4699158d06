import AssayRender
import Testing

@Suite struct ReportProseTests {
  /// Prose with the `@` of each reference marked by `«`.
  static let citing: [(prose: String, ids: [String])] = [
    ("Aid fell [«@aid-2012].", ["aid-2012"]),
    ("[«@a, «@b-2;«@2012_c] and [«@a]", ["a", "b-2", "2012_c", "a"]),
    ("**bold**[«@a]*it*[«@b][«@c]", ["a", "b", "c"]),
    ("over two lines [«@a,\n«@b]", ["a", "b"]), ("[«@a,\r\n«@b]\r\n", ["a", "b"]),
    ("# Heading [«@a]\n\n- item [«@b]\n\n> quoted [«@c]", ["a", "b", "c"]),
    ("| a | b |\n| --- | --- |\n| x [«@a] | **y [«@b]** |", ["a", "b"]),
    ("«é» is no mark: [«@é]", ["é"]), ("[«@a](said in passing)", ["a"]), ("\\\\[«@a]", ["a"]),
    ("`[@a]` and ``[@b] ` ``", []), ("```\n[@a]\n```\n\n    [@b]\n", []), ("\\[@a]", []),
    ("[@a](http://example.org) [see [@b]](http://example.org)", []), ("![@a](x.png)", []),
    ("@a, [ @a], [a], [@], [@a b], [@a-], [@-a], [@a", []), ("<b title='[@a]'>", []), ("", []),
    ("\u{E000}0\u{E001} [«@a] [\u{E000}7\u{E001}]", ["a"]),
  ]

  @Test(arguments: citing)
  func findsReferences(marked: String, ids: [String]) {
    var prose = ""
    var offsets: [Int] = []
    for piece in marked.split(separator: "«@", omittingEmptySubsequences: false) {
      if !prose.isEmpty || piece.startIndex > marked.startIndex {
        offsets.append(prose.utf8.count)
        prose += "@"
      }
      prose += piece
    }
    let found = ReportProse.references(in: prose)
    #expect(found.map(\.id) == ids)
    #expect(found.map(\.offset) == offsets)
  }

  static let titles: [(prose: String, title: String?)] = [
    ("# Aid to *Peru* [@a]\n\n# Two", "Aid to Peru"), ("words\n\nTwo\nlines\n===", "Two lines"),
    ("no heading", nil), ("## `code` [@a], [@b].", "code,."), ("#\n\n# Second", ""),
    ("# ![logo](x.png) Bases", "Bases"),
  ]

  @Test(arguments: titles)
  func findsTheTitle(prose: String, title: String?) {
    #expect(ReportProse.title(of: prose) == title)
  }

  @Test func standsDeepNesting() {
    let deep = String(repeating: "> ", count: 20_000) + "[@a]"
    #expect(ReportProse.references(in: deep).map(\.id) == ["a"])
  }
}
