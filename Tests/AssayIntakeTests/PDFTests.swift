import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct PDFTests {
  private static let lines = [
    "The council of the valley met on Monday evening and decided, as had been exp-",
    "ected for weeks, that the old bridge will be closed to cars. A well-known office",
    "of works counted at least 3,500 cars each day, and called it a long-",
    "standing and well-",
    "known burden.",
    "",
    "Another paragraph stands here, which is about a long-standing quarrel and is long",
    "enough to be one.",
  ]

  private static let report = SamplePDF.file(
    (1...4).map { page in
      ["Report of the Valley", "", "Part \(page) says this:", ""] + lines + [
        "", "Page \(page) of 4",
      ]
    }, title: "On the bridge")

  @Test(.enabled(if: SamplePDF.isReadable, "pdftotext is not installed"))
  func linesBecomeParagraphs() throws {
    let document = try #require(try Reading.all(Self.report, "report.pdf").first)
    let words = document.words
    #expect(
      words.hasPrefix(
        """
        Part 1 says this:

        The council of the valley met on Monday evening and decided, as had been expected for \
        weeks, that the old bridge will be closed to cars. A well-known office of works counted at \
        least 3,500 cars each day, and called it a long-standing and well-known burden.

        Another paragraph stands here, which is about a long-standing quarrel and is long enough \
        to be one.

        Part 2 says
        """), "\(words)")
    #expect(!words.contains("Report of the Valley") && !words.contains("Page 2"))
    #expect(document.details.title == "On the bridge")
    #expect(document.details.author == "Ana Ruiz")
    #expect(document.details.published?.description == "2023-06-05")
    let part = try #require(words.firstRange(of: "Part 3"))
    let place = words[..<part.lowerBound].utf8.count
    #expect(document.origins.origin(of: Span(place, place + 6))?.page == 3)
  }

  @Test(.enabled(if: SamplePDF.isReadable, "pdftotext is not installed"))
  func withoutTextIsSaid() throws {
    let fault = try #require(Reading.fault(SamplePDF.file([[], []]), "scan.pdf"))
    #expect(fault.code == .unreadableDocument)
    #expect(fault.message == "`scan.pdf` is a PDF without text: 2 pages of pictures")
    #expect(fault.hint?.contains("OCR") == true)
  }

  @Test func cutOffIsSaid() throws {
    let fault = try #require(Reading.fault(Array(Self.report.dropLast(900)), "report.pdf"))
    #expect(fault.code == .unreadableDocument)
    #expect(fault.message.contains("cut off"))
  }

  @Test func theMissingProgramIsNamed() throws {
    var programs = IntakePrograms.standard
    programs.pdfText = "no-such-program-anywhere"
    let fault = try #require(Reading.fault(Self.report, "report.pdf", programs: programs))
    #expect(fault.code == .programMissing)
    #expect(fault.hint == "it is in the package `poppler-utils`")
  }

  @Test(.enabled(if: SamplePDF.isReadable, "pdftotext is not installed"))
  func rubbishIsRefused() throws {
    let file = Array("%PDF-1.4\nrubbish\n%%EOF\n".utf8)
    #expect(Reading.fault(file, "report.pdf")?.code == .unreadableDocument)
  }
}
