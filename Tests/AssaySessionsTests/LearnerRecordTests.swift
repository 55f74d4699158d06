import AssaySessions
import AssayText
import Testing

/// The file of a learner.
@Suite struct LearnerRecordTests {
  @Test func whatIsWrittenIsRead() throws {
    var record = LearnerRecord(name: "Ana\tMaría\n")
    record["01-a", "Who?"].tries = 3
    record["01-a", "Who?"].outcome = .solved
    record["02-b", "a\tb"].hints = 2
    let read = try LearnerRecord(SourceText(name: "a.learner", record.text))
    #expect(read.name == "Ana María ")
    #expect(read["01-a", "Who?"] == record["01-a", "Who?"])
    #expect(read["02-b", "a b"].hints == 2)
    #expect(read["02-b", "other"].outcome == .open)
    #expect(try LearnerRecord(SourceText(name: "", read.text)) == read)
    record.forget("01-a")
    #expect(record.entries.map(\.lesson) == ["02-b"])
  }

  /// Texts that are no records, with the words at the fault.
  static let faulty: [(text: String, fault: String)] = [
    ("", ""), ("\n", ""), ("# Assay\n", "# Assay"), ("assay learner 2\tx\n", "assay learner 2\tx"),
    ("assay learner 1\tx\nlesson\ttask\tsolved\t1\n", "lesson\ttask\tsolved\t1"),
    ("assay learner 1\tx\nl\tt\tdone\t1\t0\n", "l\tt\tdone\t1\t0"),
    ("assay learner 1\tx\n\nl\tt\topen\t-1\t0\n", "l\tt\topen\t-1\t0"),
    (
      "assay learner 1\tx\nl\tt\topen\t99999999999999999999\t0",
      "l\tt\topen\t99999999999999999999\t0"
    ),
  ]

  @Test(arguments: faulty.indices)
  func faults(index: Int) throws {
    let source = SourceText(name: "", Self.faulty[index].text)
    let fault = #expect(throws: Diagnostic.self) { _ = try LearnerRecord(source) }
    #expect(fault?.code == .badLearner)
    #expect(fault?.span.map { source.text(at: $0) } == Self.faulty[index].fault)
  }
}
