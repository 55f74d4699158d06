import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// How many rows `matrix` gives at most where each answer and source has one.
  private static let mostRows = 1_000_000

  /// The rows of `matrix`.
  func matrix(_ questions: [Int64], isLong: Bool) throws -> Table {
    let evidence = try EvidenceReader(workspace).evidence(of: input)
    let matrix = try StanceMatrix(
      of: questions.map { Int32(truncatingIfNeeded: $0) }, claims: evidence.claims,
      sources: evidence.sources, questions: evidence.questions, monitor)
    return try isLong ? longTable(matrix, evidence) : wideTable(matrix, evidence)
  }

  /// A row for each source, a column for each answer.
  private func wideTable(
    _ matrix: StanceMatrix, _ evidence: Evidence
  ) throws(Cancelled) -> Table {
    let (sources, columns) = (matrix.sources.indices, matrix.columns.indices)
    var words = columns.map { _ in [UInt8]() }
    var counts: [Int32] = []
    try monitor.enter(.counting, of: sources.count)
    for row in sources {
      if row & 63 == 0 { try monitor.note(row) }
      var claims: Set<Int32> = []
      for column in columns {
        let cell = matrix.cell(row: row, column: column)
        words[column].append(Self.place(of: cell))
        claims.formUnion(cell.claims)
      }
      counts.append(Int32(truncatingIfNeeded: claims.count))
    }
    let cells = words.map { Table.Cells.words($0, ClosedList.sourceStance.words) }
    return Table(
      rowCount: sources.count, cells: [.keys(matrix.sources)] + cells + [.counts(counts)],
      emptyReason: "there is no claim, so no source",
      notes: Self.notes(counts, evidence),
      grounds: { row in
        let said = columns.map { (column: $0, cell: matrix.cell(row: row, column: $0)) }
        return Table.Grounds(
          rule: Self.rule(said.map(\.cell)),
          claims: said.filter { !$0.cell.claims.isEmpty }.map { column, cell in
            let at = matrix.columns[column]
            let answer = evidence.questions.answers[Int(at.question)][Int(at.answer)]
            return ("\(answer): \(cell.word)", Self.keys(cell, evidence))
          })
      })
  }

  /// A row for each answer and source.
  private func longTable(
    _ matrix: StanceMatrix, _ evidence: Evidence
  ) throws(Cancelled) -> Table {
    let width = max(1, matrix.sources.count)
    let all = matrix.columns.count * matrix.sources.count
    let rows = 0..<min(all, Self.mostRows)
    var words: [UInt8] = []
    var counts: [Int32] = []
    try monitor.enter(.counting, of: rows.count)
    for row in rows {
      try monitor.reach(row)
      let cell = matrix.cell(row: row % width, column: row / width)
      words.append(Self.place(of: cell))
      counts.append(Int32(truncatingIfNeeded: cell.claims.count))
    }
    var notes = Self.notes(counts, evidence)
    if rows.count < all { notes.append("cut: there are \(all); name the questions") }
    return Table(
      rowCount: rows.count,
      cells: [
        .keys(rows.map { matrix.columns[$0 / width].question }),
        .texts { row in
          let at = matrix.columns[row / width]
          return evidence.questions.answers[Int(at.question)][Int(at.answer)]
        },
        .keys(rows.map { matrix.sources[$0 % width] }),
        .words(words, ClosedList.sourceStance.words), .counts(counts),
      ],
      emptyReason: matrix.columns.isEmpty
        ? "the corpus has no question with answers" : "there is no claim, so no source",
      notes: notes,
      grounds: { row in
        let cell = matrix.cell(row: row % width, column: row / width)
        return Table.Grounds(
          rule: Self.rule([cell]), claims: [(cell.word, Self.keys(cell, evidence))])
      })
  }

  private static func place(of cell: StanceMatrix.Cell) -> UInt8 {
    UInt8(truncatingIfNeeded: ClosedList.sourceStance.words.firstIndex(of: cell.word) ?? 255)
  }

  private static func keys(_ cell: StanceMatrix.Cell, _ evidence: Evidence) -> [Int32] {
    cell.claims.map { evidence.claims.keys[Int($0)] }
  }

  /// Silence all over is worth a word.
  private static func notes(_ counts: [Int32], _ evidence: Evidence) -> [String] {
    let count = evidence.claims.count
    guard !counts.isEmpty, counts.allSatisfy({ $0 == 0 }) else { return [] }
    return ["none of \(count) claim\(count == 1 ? "" : "s") bears on an answer"]
  }

  private static func rule(_ cells: [StanceMatrix.Cell]) -> String {
    if cells.contains(where: { !$0.claims.isEmpty }) {
      return "The word of a cell is the firmest manner in which the source's claims speak to it."
    }
    return cells.contains(where: \.isCovered)
      ? "A claim of the source speaks of what the question is about, and none speaks to an answer."
      : "No claim of the source speaks of what the question is about."
  }
}
