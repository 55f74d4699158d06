import AssayReading
import Testing

/// The sentences of the English Web Treebank, where its data lies beside the project.
@Suite(.enabled(if: Treebank.exists, "needs ../shared/data/sentences/ewt-dev.jsonl"))
struct AgreementTests {
  @Test func agreesWithTheTreebank() throws {
    var (found, expected, both) = (0, 0, 0)
    for paragraph in Treebank.paragraphs() {
      let passages = try Segmenter.passages(of: paragraph.text, isMarkdown: false)
      let spans = Set(paragraph.spans)
      found += passages.count
      expected += spans.count
      both += passages.count { spans.contains($0.start..<$0.end) }
    }
    let agreement = 2 * Double(both) / Double(max(found + expected, 1))
    print("exact-span F1 on EWT dev: \(agreement), of \(expected) sentences")
    #expect(agreement >= 0.86)
  }
}
