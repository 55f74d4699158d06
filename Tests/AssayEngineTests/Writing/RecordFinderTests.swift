import AssayCorpus
import AssayModel
import AssayText
import Testing

/// Where a record stands in its file, and what goes with it.
@Suite struct RecordFinderTests {
  /// Texts in which « and » stand around the claim `x`.
  static let spans: [String] = [
    "«claim x from @s { says \"X\" }»\n",
    "«claim x from @s { says \"X\" }»",
    "claim w from @s { says \"W\" }\n«claim x from @s {\n  says \"X\"  # why\n}»\n# end\n",
    "claim w from @s { says \"W\" }; «claim x from @s { says \"X\" }»; entity x: place {}\n",
    "entity x: place { name \"X\" }\n«claim x from @s { says \"X\" }» # claim x from @t {}\n",
    "\r\n\r\n«claim x from @s {\r\n  says \"X\"\r\n}»\r\n",
    "# claim x from @t { says \"no\" }\n   «claim x from @s { says \"X } # {\" }»\n",
    "claim w from @s { says \"\"\"\n  claim x from @s { says \"no\" }\n\"\"\" }\n"
      + "«claim x from @s { says \"X\" }»\n",
    "claim xx from @s { says \"no\" }\nclaim x-x from @s { says \"no\" }\n"
      + "«claim x from @s { says \"é\" }»\n",
    "use \"a.assay\"\ncorpus c {}\n«claim x from @s { says \"X\" }»\n",
    "claim w from @s { what \"W\" }\n«claim x from @s { says \"X\" }»\nentity { }\n",
    "«claim x from @s { says \"first\" }»\nclaim x from @s { says \"again\" }\n",
  ]

  @Test(arguments: spans)
  func isFound(marked: String) throws {
    let (text, span) = try Self.unmarked(marked)
    let right = text.bytes[..<span.start].count { $0 == UInt8(ascii: "\n") } + 1
    let last = text.bytes.count { $0 == UInt8(ascii: "\n") } + 3
    for line in [right] + Array(1...last) {
      let isRepeated = marked.contains("again")
      guard !isRepeated || line <= right else { continue }
      #expect(RecordFinder.span(of: "x", .claim, in: text, line: line) == span, "from \(line)")
    }
    #expect(RecordFinder.span(of: "y", .claim, in: text, line: right) == nil)
    #expect(RecordFinder.span(of: "x", .source, in: text, line: right) == nil)
  }

  /// Texts in which « and » stand around what goes with the claim `x`.
  static let removals: [String] = [
    "«claim x from @s { says \"X\" }\n»",
    "«claim x from @s { says \"X\" }»",
    "«claim x from @s { says \"X\" }\n»entity w: place {}\n",
    "«claim x from @s { says \"X\" }\n\n»entity w: place {}\n",
    "entity w: place {}\n«claim x from @s { says \"X\" }\n»",
    "entity w: place {}\n«claim x from @s { says \"X\" }»",
    "entity w: place {}\n«\nclaim x from @s { says \"X\" }\n»",
    "entity w: place {}\n«\nclaim x from @s { says \"X\" }»",
    "entity v: place {}\n«claim x from @s { says \"X\" }\n»entity w: place {}\n",
    "entity v: place {}\n\n«claim x from @s { says \"X\" }\n\n»entity w: place {}\n",
    "entity v: place {}\n«claim x from @s { says \"X\" }\n»\nentity w: place {}\n",
    "entity v: place {}\n\n«claim x from @s { says \"X\" }\n»entity w: place {}\n",
    "entity v: place {}\n\n«  claim x from @s {\n  says \"X\"\n  } \t\n\n»\nentity w: place {}\n",
    "# about x\n«claim x from @s { says \"X\" }\n»",
    "«claim x from @s { says \"X\" }» # why\nentity w: place {}\n",
    "entity v: place {}; «claim x from @s { says \"X\" }»; entity w: place {}\n",
    "«claim x from @s { says \"X\" }»; entity w: place {}\n",
    "entity v: place {}; «claim x from @s { says \"X\" }»\n",
    "entity v: place {}\r\n\r\n«claim x from @s { says \"X\" }\r\n\r\n»entity w: place {}\r\n",
    "entity v: place {}\r\n«\r\nclaim x from @s { says \"X\" }\r\n»",
    "entity v: place {}\r\n«claim x from @s {\r\n  says \"X\"\r\n}\r\n»entity w: place {}\r\n",
    "\n«claim x from @s { says \"X\" }\n»",
  ]

  @Test(arguments: removals)
  func goesWith(marked: String) throws {
    let (text, span) = try Self.unmarked(marked)
    let record = try #require(RecordFinder.span(of: "x", .claim, in: text, line: 1))
    #expect(RecordFinder.removal(of: record, in: text.bytes) == span.start..<span.end)
  }

  static let endings: [(text: String, isComment: Bool)] = [
    ("claim x from @s { says \"X\" }", false), ("claim x from @s { says \"# X\" }", false),
    ("claim x from @s { says \"X\" } # why", true), ("# claim", true),
    ("claim x from @s {\n  says \"X\" # why\n}", false),
    ("claim x from @s { says \"X\" }\n# why", true),
  ]

  @Test(arguments: endings.indices)
  func endsInComment(index: Int) {
    let (text, isComment) = Self.endings[index]
    #expect(RecordFinder.endsInComment(SourceText(name: "", text)) == isComment, "\(text)")
  }

  private static func unmarked(_ marked: String) throws -> (text: SourceText, span: Span) {
    let parts = marked.split(omittingEmptySubsequences: false) { "«»".contains($0) }
    try #require(parts.count == 3)
    let lengths = parts.map(\.utf8.count)
    return (
      SourceText(name: "a.assay", parts.joined()), Span(lengths[0], lengths[0] + lengths[1])
    )
  }
}
