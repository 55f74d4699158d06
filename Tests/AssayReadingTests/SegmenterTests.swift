import AssayReading
import Testing

@Suite struct SegmenterTests {
  /// Prose with `|` between its sentences.
  static let prose = [
    "One.| Two!| Three?| Four…| Five",
    "He came.| She saw.",
    "Mr. Smith met Dr. J. Watson and Gen. Sr. Ruiz.| They spoke.",
    "It cost 3.5 million, see Art. 5 and No. 7, p. 12.| In 2012.| 84 came.",
    "The U.S. Army left.| It went to the U.S.| The rest stayed.",
    "See e.g. Peru, i.e. the EE.UU. de América, approx. 5 km.| No.| I do not.",
    "“Is it so?” he asked.| “It is.”| She left.| (Laughter.)| There it was.",
    "She said: \"Go!\"| He went.",
    "Well ... maybe.| So...| Then he left.",
    "El Sr. Pérez y la Sra. Díaz llegaron.| ¿Qué pasó?| ¡Nada!| Según la pág. 3, nada.",
    "这是第一句。|这是第二句！|“第三句？”|完",
    "At 5 p.m. on Monday.| At 5 p.m.| The end.",
    "Version 2.0 is at example.com/a.b today.| Good.",
    "1. First and 3.5 more.| Second",
    "É. Zola wrote.| Mr. É. Zola, too.",
    "A note.[12]| Another.[^3]| Last.",
    "Yahoo! and others.| i am here.| you are there.",
    "It ended. – and so on.| It ended.| – Then it began.",
    "No stop here",
    "Words| ***| More",
    "Words --- more words",
    "Great :)| Thanks for it.",
    "the album.|That way it goes.| See foo.Bar.baz today.",
    "Acme Inc. Phone 5.| Acme Inc.| The firm.",
    "Viajó a EE. UU. en mayo.| Volvió de EE. UU.| La Sra. Díaz no.",
    "Véase la pág. 12 y el art. 3.| ¿Quién lo dijo?| ¡Él!| ¿Y tú?",
    "El Dr. J. M. Pérez habló.| Luego calló…| ¡No!| El gral. Soto, también.",
    "«¿Vienes?», dijo.| «Sí.»| Se fue.| (¡Adiós!)",
    "Costó 3.500 soles, p. ej. en Lima.| En 1990 subió un 2,5 %.",
    "La empresa Gómez y Cía. creció.| Vive en la av. Brasil, núm. 5.",
    "George W. Bush and J.R.R. Tolkien met at No. 10.| It was 10 a.m. in Washington, D.C.",
    "It grew by 0.5 p.c. … or so.| “Why … now?” he asked.| ‘Go!’ she said.",
  ]

  @Test(arguments: prose)
  func endsSentences(marked: String) throws {
    let expected = marked.split(separator: "|").map { $0.drop { $0 == " " } }.map(String.init)
    let text = marked.replacing("|", with: "")
    #expect(try Self.texts(text, isMarkdown: false).map(\.text) == expected)
  }

  /// A document in Markdown and its passages, each with paragraph and sentence.
  static let documents: [(text: String, passages: [String])] = [
    (
      "# A title. Or two #\nText. More.\nAnd\nmore.",
      ["1.1 A title. Or two", "2.1 Text.", "2.2 More.", "2.3 And\nmore."]
    ),
    ("A\n\n\n \t\nB", ["1.1 A", "2.1 B"]),
    (
      "- one. Two\n- three\n  goes on\n\n1. four\n2) five",
      ["1.1 one.", "1.2 Two", "2.1 three\n  goes on", "3.1 four", "4.1 five"]
    ),
    (
      "> Quoted. It\n> goes on. And\n> > on.\nOut.",
      ["1.1 Quoted.", "1.2 It\n> goes on.", "1.3 And\n> > on.", "2.1 Out."]
    ),
    ("a\n```swift\nlet a = 1. B\n\n c\n```\nb", ["1.1 a", "2.1 let a = 1. B\n\n c", "3.1 b"]),
    ("~~~\nopen. To\nthe end", ["1.1 open. To\nthe end"]),
    ("|a|b|\n|-|:-:|\n|1. A|2|\ntext\n|c|", ["1.1 |a|b|", "1.2 |1. A|2|", "2.1 text", "3.1 |c|"]),
    ("Title\n=====\ntext\n\n---\n* * *\nmore", ["1.1 Title", "2.1 text", "3.1 more"]),
    ("It was in\n2012. Then\nit ended.", ["1.1 It was in\n2012.", "1.2 Then\nit ended."]),
    ("**Bold.** Next _it._ Last.", ["1.1 **Bold.**", "1.2 Next _it._", "1.3 Last."]),
    ("#no heading\n####### nor this", ["1.1 #no heading\n####### nor this"]),
    ("# \n#\n- \n>\n> ", []),
    ("\u{FEFF}# T\r\n\r\nA b.\r\nC d.\r\n", ["1.1 T", "2.1 A b.", "2.2 C d."]),
    ("`code` and ``` in a line ```", ["1.1 `code` and ``` in a line ```"]),
  ]

  @Test(arguments: documents)
  func findsTheBlocksOfMarkdown(text: String, passages: [String]) throws {
    let found = try Self.texts(text, isMarkdown: true).map {
      "\($0.passage.paragraph).\($0.passage.sentence) \($0.text)"
    }
    #expect(found == passages)
  }

  @Test func plainTextHasNoMarks() throws {
    let found = try Self.texts("# One\n- two\n\n> three", isMarkdown: false).map(\.text)
    #expect(found == ["# One\n- two", "> three"])
  }

  static let odd: [[UInt8]] = [
    [], [0x20], [0x0A, 0x0A], [0xFF], [0xE2, 0x80], [0x2E], [0x2E, 0x20, 0xE2],
    [0x41, 0x2E, 0x20, 0xC3],
    Array("A. \u{A0}\u{3000}B.".utf8), [0x3E], [0x60, 0x60, 0x60], Array("```\n```".utf8),
    [0x23, 0x20, 0x23], [0xEF, 0xBB, 0xBF], [0xEF, 0xBC],
  ]

  @Test func oddBytesAreRead() throws {
    for bytes in Self.odd {
      for isMarkdown in [false, true] { try Self.check(bytes, isMarkdown, "\(bytes)") }
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func anyBytesAreRead(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let pieces =
      Array(".!?…。 \n\n\"')]#->|`*=_:(1aA é".utf8) + [0xFF, 0xE2, 0x80, 0xA6, 0xE3, 0xC2]
    for round in 0..<10_000 {
      let count = Int.random(in: 0...50, using: &generator)
      let bytes = (0..<count).map { _ in
        round.isMultiple(of: 2)
          ? pieces.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0...255, using: &generator)
      }
      try Self.check(bytes, round % 4 < 2, "seed \(seed), round \(round)")
    }
  }

  /// Passages are in order, not empty, apart from each other, and without white space around.
  private static func check(_ bytes: [UInt8], _ isMarkdown: Bool, _ name: String) throws {
    var last = Passage(paragraph: 0, sentence: 0, start: 0, end: 0)
    for passage in try Segmenter.passages(of: bytes, isMarkdown: isMarkdown) {
      #expect(passage.start >= last.end && passage.start < passage.end, "\(name)")
      #expect(passage.end <= bytes.count, "\(name)")
      let isNext = passage.paragraph == last.paragraph && passage.sentence == last.sentence + 1
      #expect(isNext || passage.paragraph == last.paragraph + 1 && passage.sentence == 1, "\(name)")
      let edges = [bytes[passage.start], bytes[passage.end - 1]]
      #expect(!edges.contains { $0 == 0x20 || $0 >= 9 && $0 <= 13 }, "\(name)")
      last = passage
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func longLinesCostTheirLength() throws {
    for piece in ["x", ". ", ".", "a. ", "\"", " ", "- ", "(. ", "* ", "> ", "`", "U.S. ", ": "] {
      let bytes = Array(String(repeating: piece, count: 500_000 / piece.utf8.count).utf8)
      #expect(try Segmenter.passages(of: bytes, isMarkdown: true).count <= bytes.count)
      #expect(try Segmenter.passages(of: bytes, isMarkdown: false).count <= bytes.count)
    }
  }

  static func texts(_ text: String, isMarkdown: Bool) throws -> [(passage: Passage, text: String)] {
    let bytes = Array(text.utf8)
    return try Segmenter.passages(of: bytes, isMarkdown: isMarkdown).map {
      ($0, String(decoding: bytes[$0.start..<$0.end], as: UTF8.self))
    }
  }
}
