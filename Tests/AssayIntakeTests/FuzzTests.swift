import AssayModel
import AssayText
import Testing

@testable import AssayIntake

/// Broken files of all kinds are read or refused; none brings the program down.
@Suite struct FuzzTests {
  /// Changes bytes, takes some away and doubles some, always in the same way for a seed.
  private struct Mutation {
    private var state: UInt64
    private static let marks = Array("<>&;\"'=/\n\r,{}[]\\-".utf8)

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, bound)))
    }

    mutating func change(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      for _ in 0...next(6) where !bytes.isEmpty {
        let place = next(bytes.count)
        switch next(5) {
        case 0: bytes[place] = UInt8(next(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + next(20)))
        case 2:
          bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + next(60))], at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes.insert(Self.marks[next(Self.marks.count)], at: place)
        }
      }
      return bytes
    }
  }

  /// What a program says that reads a PDF may be broken as well.
  @Test func pagesOfAProgramNeverTrap() {
    let line = "<line xMin=\"72.0\"><word xMin=\"72\">well-</word> <word>&amp;</word></line>\n"
    let pages = "<page>\n<block xMin=\"70\">" + line + line + "</block></page>"
    let output = Array((pages + pages + pages).utf8)
    var mutation = Mutation(seed: 20_260_606)
    for _ in 0..<2_000 {
      let (text, _) = PDFPages(mutation.change(output)).text(of: 10)
      #expect(String(validating: text, as: UTF8.self) != nil)
    }
  }

  static let samples: [(name: String, bytes: [UInt8])] =
    [SamplePage.news, .table, .lists, .breaks, .scripts, .whole, .spans].map {
      ("page.html", Array($0.page.utf8))
    }
    + [
      ("details.html", Array(PageDetailsTests.table[0].head.utf8)),
      ("notes.md", Array("---\ntitle: A\n---\n# A\n\nWords.\n".utf8)),
      (
        "rows.jsonl",
        Array("{\"text\": \"a\\u00e9\", \"date\": \"2023-06-05\"}\n{\"text\": \"b\"}\n".utf8)
      ),
      ("a.eml", MailTests.samples[0]), ("a.mbox", MailTests.samples[1]),
      ("a.mhtml", MailTests.samples[2]), ("b.mbox", MailTests.samples[3]),
      ("a.epub", BookTests.sample),
      ("rows.csv", Array("text,title\n\"a \"\"b\"\"\",2\nc,3\n".utf8)),
    ]

  @Test(arguments: samples)
  func neverTraps(name: String, bytes: [UInt8]) throws {
    var mutation = Mutation(seed: 20_260_605)
    for _ in 0..<2_000 {
      let file = mutation.change(bytes)
      guard let documents = try? Reading.all(file, name) else { continue }
      for document in documents {
        try #require(String(validating: document.text, as: UTF8.self) != nil)
        for run in document.origins.runs {
          try #require(run.origin.start >= 0 && run.origin.end <= file.count)
          try #require(run.origin.start <= run.origin.end && run.start <= document.text.count)
        }
      }
    }
  }
}
