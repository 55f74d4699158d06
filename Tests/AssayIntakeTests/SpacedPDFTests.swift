import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct SpacedPDFTests {
  private static func lines(_ page: Int) -> [String] {
    let word = String(repeating: "a", count: page)
    return [
      "The council of the valley \(word) met on Monday evening and decided, as had been",
      "expected for weeks, that the old \(word) bridge will be closed to cars. An office of the",
      "works counted at least 3,500 cars each day, and called it a burden on all who",
      "live there.",
    ]
  }
  private static let more = [
    "Another paragraph stands here, which is about an old quarrel and is long",
    "Enough to be one.",
  ]

  @Test(.enabled(if: SamplePDF.isReadable, "pdftotext is not installed"), arguments: [13, 22, 30])
  func linesFarApartAreOneParagraph(leading: Int) throws {
    let pages = (1...4).map { number in
      (number == 4 ? [] : Self.lines(number) + [""]) + Self.more + [
        "", number == 4 ? "Page 4" : "Report of the Valley, Page \(number)",
      ]
    }
    let file = SamplePDF.file(pages, leading: leading)
    let words = try #require(try Reading.all(file, "report.pdf").first).words
    let first = Self.lines(1).joined(separator: " ")
    let second = Self.more.joined(separator: " ")
    #expect(words.hasPrefix("\(first)\n\n\(second)\n"), "\(words)")
    #expect(!words.contains("Page"), "\(words)")
  }
}
