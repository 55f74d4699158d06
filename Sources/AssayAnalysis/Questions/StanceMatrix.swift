import AssayModel

/// What each source says to each answer of some questions: sources × answers.
///
/// Literal: a claim for one answer says nothing to the others, even where only one can hold.
package struct StanceMatrix: Sendable {
  /// An answer of a question.
  package struct Column: Hashable, Sendable {
    package let question: Int32
    /// The place of the answer in the question's list, from 0.
    package let answer: Int32
  }

  /// What one source says to one answer.
  package struct Cell: Sendable {
    package let stances: StanceSet
    /// Whether the source covers the question, as ``QuestionCoverage`` has it.
    package let isCovered: Bool
    /// The places of the claims behind ``stances``, ascending; a claim counts once.
    package let claims: [Int32]

    /// One of ``StanceSet/words``.
    package var word: String {
      stances.word ?? (isCovered ? StanceSet.silent : StanceSet.notCovered)
    }
  }

  /// The keys of the sources, one a row.
  package let sources: [Int32]
  /// The answers, question after question, in the order of the declarations.
  package let columns: [Column]
  /// For each row that of the source among those with claims; -1 for none.
  private let claimingRows: [Int32]
  private let coverage: QuestionCoverage
  private let entries: MemberGroups
  private let claims: [Int32]
  private let stances: [StanceSet]
  private let entryColumns: [Int32]

  /// - Parameters:
  ///   - questions: The keys of the questions; each counts once, and one without a place in
  ///     `table` has no columns.
  ///   - among: The keys of the sources to show, in this order, each once; every source that makes
  ///     a claim if `nil`, in the order of ids.
  /// - Complexity: O(claims + sources + for each question, the sources that cover its subjects,
  ///   sorted).
  package init(
    of questions: [Int32], claims table: ClaimTable, sources: SourceTable,
    questions known: QuestionTable, among chosen: [Int32]? = nil, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    try monitor.enter(.comparing, of: table.count)
    let rows = try ClaimingSources(of: table, sources: sources, monitor)
    coverage = try QuestionCoverage(
      of: questions, claims: table, sources: rows, questions: known, monitor)
    var columns: [Column] = []
    var firstColumns: [Int] = []
    for question in coverage.questions {
      firstColumns.append(columns.count)
      for answer in known.answers[Int(question)].indices {
        columns.append(Column(question: question, answer: Int32(truncatingIfNeeded: answer)))
      }
    }
    var (owners, places, said, at) = ([Int32](), [Int32](), [StanceSet](), [Int32]())
    for (place, row) in rows.rowOfClaim.enumerated() where row >= 0 {
      try monitor.reach(place)
      guard let manner = table.manner(of: place) else { continue }
      for answer in table.answers(of: place) {
        let slot = Int(coverage.slot(of: answer.question))
        guard slot >= 0, answer.answer >= 0 else { continue }
        let column = firstColumns[slot] + Int(answer.answer)
        guard column < columns.count, columns[column].question == answer.question else { continue }
        owners.append(row)
        places.append(Int32(truncatingIfNeeded: place))
        said.append(StanceSet(isFor: answer.isFor, manner))
        at.append(Int32(truncatingIfNeeded: column))
      }
    }
    (self.columns, self.claims, stances, entryColumns) = (columns, places, said, at)
    entries = try Self.entries(of: owners, rows: rows.keys.count, columns: at, monitor)
    (self.sources, claimingRows) = Self.shown(rows.keys, chosen)
  }

  /// The sources to show, and the place of each among those that make claims.
  private static func shown(_ claiming: [Int32], _ chosen: [Int32]?) -> ([Int32], [Int32]) {
    var numbering = PairNumbering()
    let places = claiming.map { numbering.number(0, $0) }
    guard let chosen else { return (claiming, places) }
    var seen: Set<Int32> = []
    let shown = chosen.filter { seen.insert($0).inserted }
    return (shown, shown.map { numbering.find(0, $0) })
  }

  /// What a source says to an answer; a cell beyond the matrix is empty and not covered.
  ///
  /// - Complexity: O(log claims of the source + claims of the cell).
  package func cell(row: Int, column: Int) -> Cell {
    let nothing = Cell(stances: [], isCovered: false, claims: [])
    guard sources.indices.contains(row), columns.indices.contains(column) else { return nothing }
    let claiming = claimingRows[row]
    guard claiming >= 0 else { return nothing }
    let slot = coverage.slot(of: columns[column].question)
    let all = entries[claiming]
    var (low, high) = (all.startIndex, all.endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if entryColumns[Int(all[middle])] < column { low = middle + 1 } else { high = middle }
    }
    var set: StanceSet = []
    var places: [Int32] = []
    for entry in all[low...].prefix(while: { entryColumns[Int($0)] == column }) {
      set.formUnion(stances[Int(entry)])
      if places.last != claims[Int(entry)] { places.append(claims[Int(entry)]) }
    }
    return Cell(stances: set, isCovered: coverage.covers(claiming, slot), claims: places)
  }

  /// The entries of each row, by column and then by claim.
  ///
  /// Two counting sorts, as for a number of two digits: by column, then by row.
  private static func entries(
    of owners: [Int32], rows: Int, columns: [Int32], _ monitor: WorkMonitor
  ) throws(Cancelled) -> MemberGroups {
    let byColumn = try MemberGroups(
      count: Int(columns.max() ?? -1) + 1, groups: columns, monitor
    ).all
    return try MemberGroups(
      count: rows, groups: byColumn.map { owners[Int($0)] }, members: byColumn, monitor)
  }
}
