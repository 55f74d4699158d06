import AssayLanguage
import AssayText
import Testing

@testable import AssayShell

/// Prose and programs of scripts.
@Suite struct LiterateScriptTests {
  /// A script, and its pieces: prose as it is, programs behind a `>`, no more than an edition as
  /// an empty one.
  static let comments: [(script: String, pieces: [String])] = [
    ("# One\n# two\nclaims\n", ["One\ntwo", ">claims"]),
    ("#!/usr/bin/assay run\n# One\n#\n# two\n", ["One\n\ntwo"]),
    ("# One\n\n# two\n", ["One\n\ntwo"]), ("  # in\n\t# out\n", ["in\nout"]),
    ("## Head\n### Lower\n# # First\n", ["## Head\n### Lower\n# First"]),
    ("edition 1\n# One\n", [">", "One"]), ("edition 1; claims\n", [">edition 1; claims"]),
    (
      "# One\n#claims\nclaims # beside\n#sources\n\n\n# two\n",
      ["One", ">#claims\nclaims # beside\n#sources", "two"]
    ),
    ("# One\n#claims\n# two\n", ["One", "two"]), ("##\n", []), ("", []), ("#", []), ("# \n#\n", []),
    ("claims\n# within\n| take 1\n# after\n", [">claims\n# within\n| take 1", "after"]),
    ("let $a = \"\"\"\n# no comment\n\"\"\"\n", [">let $a = \"\"\"\n# no comment\n\"\"\""]),
    ("claims | where id in (\n# inside\n\"a\")\n", [">claims | where id in (\n# inside\n\"a\")"]),
    ("claims\n\nsources\n", [">claims\n\nsources"]),
    ("# One\r\n#\r\nclaims\r\n", ["One", ">claims"]),
    ("claims |\n# broken\n", ["broken"]),
  ]

  static let markdown: [(script: String, pieces: [String])] = [
    ("# One\n\n```assay\nclaims\n```\n\ntwo\n", ["# One", ">claims", "two"]),
    ("```assay\nclaims\n```\n```assay\n\n```\n", [">claims", ">"]),
    ("```assay check\nclaims\n```\n", ["```assay check\nclaims\n```"]),
    ("```assay\n> claims\n```\n", ["```assay\n> claims\n```"]),
    ("~~~assay\n\n  claims\n\n~~~", [">  claims"]), ("\n\n", []),
  ]

  private func pieces(_ name: String, _ text: String) -> [String] {
    let source = LiterateText.program(of: SourceText(name: name, text))
    return LiterateScript(source, Session.grammar).pieces.map { piece in
      switch piece {
      case .prose(let prose): prose.text.replacing("\r", with: "").withoutBlankEnds
      case .program(let text, _): ">" + (text ?? "")
      }
    }
  }

  @Test(arguments: comments.indices)
  func commentsAreProse(index: Int) {
    let (script, expected) = Self.comments[index]
    #expect(pieces("a.assay", script) == expected)
  }

  @Test(arguments: markdown.indices)
  func markdownIsProse(index: Int) {
    let (script, expected) = Self.markdown[index]
    #expect(pieces("a.md", script) == expected)
  }

  /// Scripts with the place of each reference marked by `«`.
  static let references = [
    ("a.md", "é [«@a]\n\n```assay\nclaims # [@b]\n```\n[«@c, «@d]\n"),
    ("a.assay", "# é [«@a]\n\n#  [«@b,\n# «@c]\nclaims # [@d]\n## [«@e]\n#[@f]\n"),
  ]

  @Test(arguments: references)
  func referencesKeepTheirPlaces(name: String, marked: String) {
    let text = marked.replacing("«", with: "")
    let bytes = Array(text.utf8)
    let source = LiterateText.program(of: SourceText(name: name, text))
    let found = LiterateScript(source, Session.grammar).prose.flatMap(\.references)
    var rebuilt = bytes
    for (id, span) in found.reversed() {
      #expect(bytes[span.start..<span.end].elementsEqual("@\(id)".utf8))
      rebuilt.insert(contentsOf: "«".utf8, at: span.start)
    }
    #expect(String(decoding: rebuilt, as: UTF8.self) == marked)
  }
}
