import AssayAnalysis
import AssayModel
import AssayQuery
import Testing

/// The closed lists of overviews are the words of the functions that fill them.
@Suite struct StanceWordsTests {
  @Test func stances() {
    #expect(ClosedList.sourceStance.words == StanceSet.words)
  }

  @Test func consistency() {
    let words = Hypotheses.Cell.allCases.map { "\($0)" }
    #expect(ClosedList.consistency.words == words)
    #expect(Hypotheses.Cell.allCases.map { Int($0.rawValue) } == Array(words.indices))
  }

  @Test func clocks() {
    let words = FigureClock.allCases.map { "\($0)" }
    #expect(ClosedList.figureClock.words == words)
    #expect(FigureClock.allCases.map { Int($0.rawValue) } == Array(words.indices))
  }

  /// Names of answers and the one column of them, in order.
  static let names: [(answers: [String], columns: [String])] = [
    (["yes", "no"], ["yes", "no"]),
    (["source", "claims"], ["source-2", "claims-2"]),
    (["source", "source-2"], ["source-2", "source-2-2"]),
    (["source-2", "source"], ["source-2", "source-3"]),
    (["key", "file"], ["key-2", "file-2"]),
    (["Yes", "yes", "YES"], ["Yes", "yes-2", "YES-3"]),
  ]

  @Test(arguments: names)
  func answersAreColumns(answers: [String], columns: [String]) {
    let names = RelationSpec.matrix(answers: answers).columns.map(\.name)
    #expect(names == ["source"] + columns + ["claims"])
  }

  /// What comes before the answers and after them, and no name twice.
  @Test func evidenceHasNamesOfItsOwn() {
    let answers = RelationSpec.evidence(answers: []).columns.map(\.name)
    let names = RelationSpec.evidence(answers: answers).columns.map { $0.name }
    #expect(names.count == answers.count * 2)
    #expect(Set(names).count == names.count)
  }
}
