/// Says whether a result is the answer: the same rows, whatever program made them.
///
/// The columns may have another order and other names, and there may be further ones, unless the
/// rules forbid it; rows may have another order.
package enum AnswerJudge {
  /// What a result is, held against the answer.
  package enum Judgement: Hashable, Sendable {
    case right
    case otherCount(answer: Int, given: Int)
    case otherCells
    /// Some columns are right, and these are not there.
    case lacking([String])
    case otherOrder
    case otherNames([String])
    case furtherColumns

    /// What there is to say, as the end of a sentence.
    package var words: String {
      switch self {
      case .right: "this is the answer"
      case .otherCount(let answer, let given):
        "this has \(count(given)), and the answer has \(count(answer))"
      case .otherCells: "it has as many rows as the answer, but not the same ones"
      case .lacking(let names):
        "this agrees with the answer in part; what its "
          + "\(names.count == 1 ? "column" : "columns") \(names.joined(separator: ", ")) "
          + "\(names.count == 1 ? "holds" : "hold") is not there"
      case .otherOrder: "these are the rows of the answer, but in another order"
      case .otherNames(let names):
        "these are the rows of the answer; its columns are called \(names.joined(separator: ", "))"
      case .furtherColumns: "these are the rows of the answer, with columns that it does not have"
      }
    }

    private func count(_ rows: Int) -> String { rows == 1 ? "1 row" : "\(rows) rows" }
  }

  /// How many ways to lay columns beside each other are tried.
  private static let mostTries = 2_000

  package static func judge(
    _ given: ResultRows, by answer: ResultRows, _ rules: AnswerRules
  ) -> Judgement {
    guard given.rows.count == answer.rows.count else {
      return .otherCount(answer: answer.rows.count, given: given.rows.count)
    }
    var search = ColumnSearch(given, answer, tries: mostTries)
    let lacking = search.lacking
    guard lacking.isEmpty else {
      return lacking.count < answer.columns.count ? .lacking(lacking) : .otherCells
    }
    guard search.find(isOrdered: false, isNamed: false) else { return .otherCells }
    if rules.contains(.ordered), !search.find(isOrdered: true, isNamed: false) {
      return .otherOrder
    }
    if rules.contains(.named), !search.find(isOrdered: rules.contains(.ordered), isNamed: true) {
      return .otherNames(answer.columns)
    }
    if rules.contains(.exact), given.columns.count > answer.columns.count {
      return .furtherColumns
    }
    return .right
  }
}

/// Looks for columns of a result that hold what those of another do.
private struct ColumnSearch {
  private let given: ResultRows
  private let answer: ResultRows
  private var triesLeft: Int
  private let tries: Int

  init(_ given: ResultRows, _ answer: ResultRows, tries: Int) {
    (self.given, self.answer, self.tries, triesLeft) = (given, answer, tries, tries)
  }

  /// The columns of the answer whose cells no column of the result has.
  var lacking: [String] {
    let sorted = Set(given.columns.indices.map { cells(given, $0).sorted() })
    return answer.columns.indices.filter { !sorted.contains(cells(answer, $0).sorted()) }
      .map { answer.columns[$0] }
  }

  /// Whether there is a column for each of the answer such that the rows are the same.
  mutating func find(isOrdered: Bool, isNamed: Bool) -> Bool {
    triesLeft = tries
    let sorted = given.columns.indices.map { column in
      isOrdered ? cells(given, column) : cells(given, column).sorted()
    }
    let candidates = answer.columns.indices.map { column in
      let wanted = isOrdered ? cells(answer, column) : cells(answer, column).sorted()
      return given.columns.indices.filter {
        sorted[$0] == wanted && (!isNamed || given.columns[$0] == answer.columns[column])
      }
    }
    return find(candidates, taken: [], isOrdered: isOrdered)
  }

  /// Each column of the answer in turn; the rows so far have to be the same ones.
  private mutating func find(_ candidates: [[Int]], taken: [Int], isOrdered: Bool) -> Bool {
    guard taken.count < candidates.count else { return true }
    for column in candidates[taken.count] where !taken.contains(column) {
      triesLeft -= 1
      guard triesLeft >= 0 else { return false }
      let next = taken + [column]
      guard isOrdered || holds(next) else { continue }
      if find(candidates, taken: next, isOrdered: isOrdered) { return true }
    }
    return false
  }

  private func holds(_ taken: [Int]) -> Bool {
    rows(given, taken) == rows(answer, Array(answer.columns.indices.prefix(taken.count)))
  }

  private func rows(_ result: ResultRows, _ columns: [Int]) -> [String] {
    result.rows.map { row in columns.map { Self.key(row[$0]) }.joined(separator: "\u{1F}") }
      .sorted()
  }

  private func cells(_ result: ResultRows, _ column: Int) -> [String] {
    result.rows.map { Self.key($0[column]) }
  }

  /// A missing cell is none with an empty text.
  private static func key(_ cell: String?) -> String { cell.map { "=" + $0 } ?? "-" }
}
