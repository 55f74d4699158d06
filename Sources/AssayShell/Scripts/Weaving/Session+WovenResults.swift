import AssayEngine
import AssayModel
import AssayQuery
import AssayRender
import AssayText

/// The results of queries as parts of a report.
extension Session {
  /// Asks a query and adds what comes of it to a report.
  func weave(_ query: BoundQuery, into weaver: Weaver) throws(Diagnostic) {
    let ending = query.ending
    if let path = ending.path {
      try fetch(query.plan, into: try fileSink(for: query, ending), mayBeCut: false)
      return weaver.add(.remark("wrote `\(path)`"))
    }
    if let chart = ending.chart { return try weave(chart, of: query, into: weaver) }
    switch ending.format {
    case nil, .table: try weaveTable(query, into: weaver)
    case .footnotes: try weaveCitations(query, into: weaver)
    case .some(let format): try weave(query, as: format, into: weaver)
    }
  }

  /// A result as text in the format that it asks for; what has no place in it becomes a remark.
  private func weave(
    _ query: BoundQuery, as format: OutputFormat, into weaver: Weaver
  ) throws(Diagnostic) {
    weaver.takeText()
    var sink = format.renderer(to: weaver.output, renderSettings)
    var remarks: [String] = []
    if format.hidesSummary { sink = NotedSink(sink) { remarks.append($0.withoutBlankEnds) } }
    sink = CuttingSink(sink, limit: Weaver.mostRows, way: "`save` writes all")
    try fetch(query.plan, into: sink)
    weaver.takeText()
    for remark in remarks { weaver.add(.remark(remark)) }
  }

  /// A result as a table, each row with the notes for the claims that it rests on.
  private func weaveTable(_ query: BoundQuery, into weaver: Weaver) throws(Diagnostic) {
    let found = try collect(query.plan)
    guard let table = table(of: found, weaver) else { return }
    weaver.add(.table(table))
    tellOfRest(found, table, weaver)
  }

  /// A result as a chart with the table of its rows; one without rows as a table that says why.
  private func weave(
    _ chart: ChartColumns, of query: BoundQuery, into weaver: Weaver
  ) throws(Diagnostic) {
    let found = try collect(query.plan, limit: .max)
    guard var table = table(of: found, weaver) else { return }
    guard !table.rows.isEmpty else { return weaver.add(.table(table)) }
    do throws(OutputFailure) {
      var drawn = try ReportChart(drawing: chart, of: table)
      table.rows = Array(table.rows.prefix(Weaver.mostRows))
      drawn.table = table
      weaver.add(.chart(drawn))
    } catch {
      try handle(error)
    }
    tellOfRest(found, table, weaver)
  }

  /// What `cite` asks for: the claims become notes, and a table of few columns refers to them.
  private func weaveCitations(_ query: BoundQuery, into weaver: Weaver) throws(Diagnostic) {
    let found = try collect(query.plan)
    let cited = try citedClaims(of: query.plan)
    guard var table = table(of: found, weaver, claims: cited) else { return }
    let kept = table.columns.indices.filter { Self.citedColumns.contains(table.columns[$0].name) }
    table.columns = kept.map { table.columns[$0] }
    table.rows = table.rows.map { $0.only(kept) }
    weaver.add(.table(table))
    tellOfRest(found, table, weaver)
  }

  /// What a table shows of cited claims; their notes tell the rest.
  private static let citedColumns: Set<String> = ["says", "speaker", "title", "published"]

  /// The claims in the column `claim` of rows that are cited; `nil` where the rows are claims.
  private func citedClaims(of plan: LogicalPlan) throws(Diagnostic) -> [[Int64]]? {
    guard case .project(let input, _) = plan, input.relation?.name != RelationSpec.claims.name,
      let claims = input.only("claim")
    else { return nil }
    let ids = CollectingSink.Rows()
    try fetch(claims, into: CollectingSink(into: ids, limit: Weaver.mostRows))
    return ids.rows.map { row in
      row.isMissing(0) ? [] : workspace.key(of: row.text(of: 0), .claim).map { [$0] } ?? []
    }
  }

  /// The rows of a result with the claims that they rest on.
  private func collect(
    _ plan: LogicalPlan, limit: Int = Weaver.mostRows
  ) throws(Diagnostic) -> (rows: CollectingSink.Rows, grounds: RowGrounds) {
    let rows = CollectingSink.Rows()
    let grounds = RowGrounds(mostClaims: Weaver.mostClaims, mostRows: Weaver.mostRows)
    try fetch(plan, into: CollectingSink(into: rows, limit: limit), grounds: grounds)
    return (rows, grounds)
  }

  /// The table of a result, with further notes in the report; `nil` where the rows did not end.
  ///
  /// - Parameter claims: the claims of each row, where they are not those that it rests on.
  private func table(
    of found: (rows: CollectingSink.Rows, grounds: RowGrounds), _ weaver: Weaver,
    claims: [[Int64]]? = nil
  ) -> ReportTable? {
    guard let summary = found.rows.summary else { return nil }
    let notes = (claims ?? found.grounds.claims).map { weaver.notes(for: $0) }
    return ReportTable(
      columns: found.rows.columns, rows: found.rows.rows, summary: summary, notes: notes)
  }

  private func tellOfRest(
    _ found: (rows: CollectingSink.Rows, grounds: RowGrounds), _ table: ReportTable,
    _ weaver: Weaver
  ) {
    guard found.rows.count > table.rows.count else { return }
    weaver.add(
      .remark(
        "the table shows the first \(table.rows.count) of \(found.rows.count) "
          + "\(table.summary.noun); `save` writes all"))
  }
}

extension RowBuffer {
  /// A row of these cells alone.
  fileprivate func only(_ cells: [Int]) -> RowBuffer {
    var row = RowBuffer()
    for cell in cells {
      if isMissing(cell) { row.appendMissing() } else { row.append(text(of: cell)) }
    }
    return row
  }
}
