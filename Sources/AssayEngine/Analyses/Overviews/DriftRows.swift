import AssayAnalysis
import AssayModel
import AssayQuery
import AssayStore
import AssayText

extension AnalysisRunner {
  /// The rows of `drift`.
  func drift() throws -> Table {
    let evidence = try EvidenceReader(workspace).evidence(of: input)
    let claims = evidence.claims
    let found = try Drift(
      claims: claims, sources: evidence.sources, dimensions: evidence.units.dimensions, monitor)
    let rows = found.rows
    var groups: [Int] = []
    for (number, group) in found.groups.enumerated() {
      try monitor.check(at: number)
      groups += repeatElement(number, count: group.rows.count)
    }
    let words = DateWords(workspace.connection)
    func number(_ value: (Drift.Row) -> Double?) throws(Cancelled) -> Table.Cells {
      .numbers(try rows.map(monitor) { value($0)?.readable ?? .nan })
    }
    return Table(
      rowCount: rows.count,
      cells: [
        .counts(try groups.map(monitor) { Int32(truncatingIfNeeded: $0 + 1) }),
        .keys(try rows.map(monitor) { claims.keys[Int($0.claim)] }),
        .words(try rows.map(monitor) { $0.clock.rawValue }, ClosedList.figureClock.words),
        .dates { row in words.date(of: rows[row], claims.keys[Int(rows[row].claim)]) },
        .figures { evidence.figure(of: Int(rows[$0].claim)) },
        try number { $0.fromPrevious?.relative }, try number { $0.fromFirst?.relative },
        try number { $0.fromFirst?.factor },
        try number { row in row.fromPrevious.map { $0.overlaps ? 1 : 0 } },
        .numbers(try groups.map(monitor) { found.groups[$0].spread?.readable ?? .nan }),
        .counts(try groups.map(monitor) { Int32(truncatingIfNeeded: found.groups[$0].sources) }),
      ],
      emptyReason: rows.isEmpty ? Self.emptyReason(claims) : nil,
      notes: rows.isEmpty ? [] : [Self.count(of: found)],
      grounds: { row in
        let members = rows[found.groups[groups[row]].rows].map { claims.keys[Int($0.claim)] }
        return Table.Grounds(
          rule: "Figures of one subject, relation, object, further fields and dimension, "
            + "in the order of their dates.",
          claims: [("", members)])
      })
  }

  private static func count(of found: Drift) -> String {
    found.groups.count == 1 ? "1 group in all" : "\(found.groups.count) groups in all"
  }

  private static func emptyReason(_ claims: ClaimTable) -> String {
    let count = claims.keys.indices.count { !claims.figures.isMissing($0) }
    guard count > 0 else { return "none of \(claims.count) claims states a figure" }
    return "\(count) claim\(count == 1 ? " states a figure" : "s state figures"), "
      + "and no two of one thing are of two sources or two dates"
  }
}

extension Double {
  /// Four decimals, and four digits where it is small: figures give no more.
  fileprivate var readable: Double {
    if magnitude < 0.1 { return rounded(toDigits: 4) }
    return magnitude < 1e10 ? rounded(toPlaces: 4) : self
  }
}

extension Evidence {
  /// The figure that a claim states.
  fileprivate func figure(of claim: Int) -> Quantity? {
    guard !claims.figures.isMissing(claim) else { return nil }
    return Quantity(
      low: claims.figures.low[claim], high: claims.figures.high[claim],
      bound: claims.figures.bounds[claim], unit: units.units[Int(claims.figures.units[claim])])
  }
}

/// Dates of figures as the corpus writes them: `2012~` is more than its days.
private struct DateWords {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func date(of row: Drift.Row, _ claim: Int32) -> PartialDate? {
    let sql: String
    switch row.clock {
    case .none: return nil
    case .held: sql = #"SELECT "when.words" FROM claims WHERE key = ?"#
    case .said: sql = #"SELECT "said.words" FROM claims WHERE key = ?"#
    case .published:
      sql = """
        SELECT s."published.words" FROM claims AS c JOIN sources AS s ON s.key = c.source
        WHERE c.key = ?
        """
    }
    return PartialDate(
      first: Int64(row.first), last: Int64(row.last), words: try? words(sql, claim))
  }

  private func words(_ sql: String, _ claim: Int32) throws -> String? {
    let statement = try connection.cached(sql)
    statement.bind(Int64(claim), at: 1)
    defer { statement.reset() }
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.text(0)
  }
}
