import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayRender
import AssayText

/// Queries to results: on the screen, to standard output, or into a file.
extension Session {
  func run(_ query: BoundQuery) throws(Diagnostic) {
    lastQuery = (query, workspace.revision)
    if let weaver { return try weave(query, into: weaver) }
    guard query.ending.path == nil, let screen else {
      try fetch(query, into: try sink(for: query))
      queryCount += 1
      if let path = query.ending.path, dialogue != nil { say("wrote `\(path)`\n", isAside: true) }
      return
    }
    let rows = RowStore(mayWriteFiles: !safety.isSafe)
    defer {
      if rows.summary != nil || rows.rowCount > 0 { lastRows = (query, rows) }
    }
    do throws(Diagnostic) {
      let shown = KeepingSink(try sink(for: query), keepingIn: rows, on: screen)
      try fetch(query, into: try recorded(shown, query))
      queryCount += 1
    } catch {
      rows.cut(error.message)
      guard error.code == .interrupted, rows.rowCount > 0 else { throw error }
      let words = rows.rowCount == 1 ? "row" : "\(rows.rowCount) rows"
      throw Diagnostic(
        .interrupted, at: nil, error.message, hint: "`last` holds the first \(words)")
    }
  }

  /// Asks the query and hands its rows to `sink`.
  func fetch(_ query: BoundQuery, into sink: any RowSink) throws(Diagnostic) {
    // A file is there whole or not at all.
    try fetch(query.plan, into: sink, mayBeCut: query.ending.path == nil)
  }

  /// Runs the plan of a query and hands its rows to `sink`.
  func fetch(
    _ plan: LogicalPlan, into sink: any RowSink, mayBeCut: Bool = true, grounds: RowGrounds? = nil
  ) throws(Diagnostic) {
    var sink = sink
    do throws(QueryFailure) {
      try workspace.run(plan, into: &sink, mayBeCut: mayBeCut, grounds: grounds)
    } catch {
      switch error {
      case .diagnostic(let diagnostic): throw diagnostic
      case .output(let failure): try handle(failure)
      }
    }
  }

  /// What takes the rows of a query, as its ending says.
  private func sink(for query: BoundQuery) throws(Diagnostic) -> any RowSink {
    let ending = query.ending
    guard ending.path == nil else { return try fileSink(for: query, ending) }
    return sink(for: ending, to: output, renderSettings) { [weak self] in self?.say($0) }
  }

  /// The same rows, also as they are written down where the session is recorded.
  private func recorded(_ sink: any RowSink, _ query: BoundQuery) throws(Diagnostic) -> any RowSink
  {
    guard let recorder else { return sink }
    let settings = RenderSettings(width: showing.width, nulls: nulls)
    // What is told beside the rows is recorded where it is said.
    let written = self.sink(for: query.ending, to: recorder.output, settings, tell: nil)
    return TwoSinks(sink, written)
  }

  /// - Parameter tell: what tells what the format has no place for.
  private func sink(
    for ending: Ending, to output: Output, _ settings: RenderSettings, tell: ((String) -> Void)?
  ) -> any RowSink {
    if let chart = ending.chart { return ChartRenderer(chart, to: output, settings) }
    let format = ending.format ?? format
    var renderer: any RowSink = format.renderer(to: output, settings)
    if let tell, format.hidesSummary { renderer = NotedSink(renderer, tell: tell) }
    guard let limit = showing.mostRows, format.isForReading else { return renderer }
    let way = screen == nil ? "`set max-rows none` shows all" : "`last` shows all"
    return CuttingSink(renderer, limit: limit, way: way)
  }

  /// What writes the rows of a query to a file.
  func fileSink(for query: BoundQuery, _ ending: Ending) throws(Diagnostic) -> any RowSink {
    let path = ending.path ?? ""
    let format = ending.format ?? OutputFormat(path: path) ?? format
    let place = try safety.outputPath(path, at: ending.pathSpan)
    try notes?.save(place, at: ending.pathSpan)
    return try FileSink(
      path: place, at: ending.pathSpan, isForced: !safety.isFleeting
    ) { output in
      guard let chart = ending.chart else { return format.renderer(to: output, RenderSettings()) }
      return path.lowercased().hasSuffix(".svg")
        ? SVGChartRenderer(chart, to: output, title: Printer.text(of: query.rows))
        : ChartRenderer(chart, to: output, RenderSettings())
    }
  }

  /// Whether results for reading are coloured.
  var paintsOutput: Bool { terminal.outputIsColored && weaver == nil }

  var renderSettings: RenderSettings {
    // What a report holds does not depend on a terminal.
    guard weaver == nil else { return RenderSettings(width: showing.width, nulls: nulls) }
    return RenderSettings(
      width: showing.width ?? terminal.width, isTerminal: terminal.outputIsTerminal, nulls: nulls,
      isASCII: chartsAreASCII, isPlain: terminal.resultsArePlain,
      isColored: terminal.outputIsColored)
  }

  /// A renderer of results for standard output.
  func renderer(_ format: OutputFormat) -> any RowSink {
    let renderer = format.renderer(to: output, renderSettings)
    guard format.hidesSummary else { return renderer }
    return NotedSink(renderer) { [weak self] in self?.say($0) }
  }

  /// Shows rows that are made here, such as a list of stages.
  func show(_ columns: [Column], _ rows: [[String?]], noun: String) throws(Diagnostic) {
    var sink = renderer(format)
    if let recorder {
      sink = TwoSinks(sink, format.renderer(to: recorder.output, RenderSettings(nulls: nulls)))
    }
    do throws(OutputFailure) {
      try sink.write(columns, rows, noun: noun)
    } catch {
      try handle(error)
    }
  }

  /// Ends what is on its way to the screen: waits for its pager, if it has one.
  func finishShowing() throws(Diagnostic) {
    guard let screen else { return }
    do throws(OutputFailure) {
      try output.flush()
      try screen.finish()
    } catch {
      try handle(error)
    }
  }
}

extension OutputFormat {
  /// Whether rows may be cut from it: nobody computes with what it shows.
  fileprivate var isForReading: Bool { [.table, .list, .markdown].contains(self) }
}
