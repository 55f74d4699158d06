import AssayText
import Testing

@testable import AssayShell

/// Several statements in one text.
@Suite struct StatementTextTests {
  /// A text, and the words of its statements.
  static let table: [(text: String, statements: [String])] = [
    ("claims", ["claims"]), ("", [""]), ("# nothing", ["# nothing"]),
    ("claims\nsources", ["claims", "sources"]), ("claims; sources", ["claims", "sources"]),
    (";;claims;\n;sources;;", ["claims", "sources"]),
    ("claims\n| count\nsources", ["claims\n| count", "sources"]),
    ("claims |\ncount\nsources", ["claims |\ncount", "sources"]),
    ("claims\n\n| count", ["claims\n\n| count"]),
    ("claims # one\nsources # two", ["claims", "sources"]),
    (
      "claims # one; two\n# three\n| count; sources",
      ["claims # one; two\n# three\n| count", "sources"]
    ),
    ("let x =\nclaims\nx", ["let x =\nclaims", "x"]),
    (
      "claims | where (mode = plan\nor mode = fact); sources",
      [
        "claims | where (mode = plan\nor mode = fact)", "sources",
      ]
    ),
    ("claims | where says = \"a;b\"; sources", ["claims | where says = \"a;b\"", "sources"]),
    (
      "expect 1 = 1, \"\"\"\na;\nb\n\"\"\"\nsources",
      ["expect 1 = 1, \"\"\"\na;\nb\n\"\"\"", "sources"]
    ),
    (
      "edit @x\nclaim x from @s {\n  says \"X\"; when 1900\n}\nundo",
      [
        "edit @x", "claim x from @s {\n  says \"X\"; when 1900\n}", "undo",
      ]
    ),
    // Declarations that follow each other are one: they may refer to each other.
    (
      "claim x from @s { says \"X\" }\nsource s { title \"S\" }",
      [
        "claim x from @s { says \"X\" }\nsource s { title \"S\" }"
      ]
    ),
    (
      "claims\nentity e: place { name \"E\" }; link l @a supports @b\n\n# why\nclaim @s\nclaim\nx",
      [
        "claims", "entity e: place { name \"E\" }; link l @a supports @b", "claim @s", "claim", "x",
      ]
    ),
    ("claims)\nsources", ["claims)", "sources"]), ("]]\n}}; claims", ["]]", "}}", "claims"]),
  ]

  @Test(arguments: table.indices)
  func statements(index: Int) {
    let (text, expected) = Self.table[index]
    let found = StatementText.statements(of: SourceText(name: "", text)).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(found.map { Self.words(of: $0) } == expected.map { Self.words(of: $0) })
    guard found.count > 1 else { return }
    // Each stands where it stood.
    for statement in found {
      let bytes = Array(text.utf8)
      for (index, byte) in statement.utf8.enumerated() where byte != UInt8(ascii: " ") {
        #expect(bytes[index] == byte)
      }
    }
  }

  private static func words(of text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\n" }
  }
}
