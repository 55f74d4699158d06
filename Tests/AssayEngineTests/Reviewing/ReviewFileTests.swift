import AssayCorpus
import AssayText
import Testing

@Suite struct ReviewFileTests {
  private func file(_ text: String) -> ReviewFile {
    ReviewFile(SourceText(name: "reviews/s.review", text), of: "s")
  }

  private func text(_ file: ReviewFile) -> String? {
    file.bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Lines that are decisions, as they are written.
  static let lines = [
    "rejected 0..5 00112233", #"rejected 7..9 00112233 "not a claim""#,
    #"rejected 7..9 0011aaff "said \"so\" \\ twice" by "Ana María""#, "skipped 1..2 aabbccdd",
    #"skipped 1..2 aabbccdd by "ana" of @figures-1"#,
    #"accepted 1..2 aabbccdd as @bridge-cost by "ana" of @figures-1"#,
  ]

  @Test(arguments: lines)
  func readsWhatItWrites(line: String) throws {
    let decision = try ReviewDecision(line: Array(line.utf8), at: 0)
    #expect(decision.line == line)
    #expect(text(file(line + "\n")) == line + "\n")
  }

  /// A line with its fault marked.
  static let faults: [String] = [
    "«refused» 0..5 00112233", "rejected «5..0» 00112233", "rejected «0-5» 00112233",
    "rejected 0..5 «0011223»", "rejected 0..5 «ABCDEF01»", "«rejected»", "«rejected 0..5»",
    #"rejected 0..5 00112233 «"no end»"#, "rejected 0..5 00112233 «because» it",
    "rejected 0..5 00112233 «by»", #"«skipped 0..5 00112233 "why"»"#,
    "«accepted 0..5 00112233»", "«skipped 0..5 00112233 as @x»",
    "rejected 0..5 00112233 by a «by» b", "rejected «99999999999999999999..5» 00112233",
  ]

  @Test(arguments: faults)
  func tellsWhereTheFaultIs(marked: String) throws {
    let line = marked.filter { $0 != "«" && $0 != "»" }
    let file = file("# A comment.\n\(line)\nrejected 7..9 00112233\n")
    let fault = try #require(file.faults.first)
    #expect(fault.code == .badReview)
    #expect(fault.excerpt?.line == 2)
    let before = marked.prefix { $0 != "«" }
    if marked.contains("«rejected»") || marked.contains("«rejected 0..5»") {
      #expect(fault.excerpt?.column == 1)
    } else {
      #expect(fault.excerpt?.column == before.count + 1)
    }
    #expect(file.decisions.count == 1)
  }

  /// Nothing that somebody wrote is lost, and the order is that of the document.
  @Test func keepsWhatItCannotRead() throws {
    var read = file(
      """
      # First line.

      # About the second.
      rejected 50..60 00112233 "late"
      what is this?
      skipped 10..20 aabbccdd
      # The end.

      """)
    read.keep(ReviewDecision(.rejected, 30..<40, digest: "01234567", reason: "new"))
    #expect(
      text(read) == """
        # First line.
        what is this?
        skipped 10..20 aabbccdd
        rejected 30..40 01234567 "new"

        # About the second.
        rejected 50..60 00112233 "late"
        # The end.

        """)
    let again = file(text(read) ?? "")
    #expect(again.decisions == read.decisions.sorted { $0.range.lowerBound < $1.range.lowerBound })
    read.keep(ReviewDecision(.skipped, 30..<40, digest: "01234567"))
    #expect(text(read)?.contains("rejected 30") == false)
    read.remove(ReviewDecision(.skipped, 10..<20, digest: "aabbccdd"))
    #expect(text(read)?.contains("what is this?\nskipped 30..40 01234567\n") == true)
  }

  @Test func keepsBytesThatAreNoText() {
    let bytes: [UInt8] = Array("skipped 1..2 aabbccdd\n".utf8) + [0xFF, 0xFE, 0x0A]
    let read = ReviewFile(SourceText(name: "r", bytes: bytes), of: "s")
    #expect(read.faults.map(\.code) == [.badReview])
    #expect(read.bytes == bytes)
  }

  @Test func anEmptyOneIsNoFile() {
    var new = ReviewFile(nil, of: "s")
    #expect(new.bytes == nil)
    let decision = ReviewDecision(.skipped, 1..<2, digest: "aabbccdd")
    new.keep(decision)
    #expect(text(new)?.hasPrefix("# What `review @s`") == true)
    new.remove(decision)
    #expect(new.bytes == nil)
  }
}
