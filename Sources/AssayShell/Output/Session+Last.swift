import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayRender
import AssayText

/// `last`: the rows of the last result again.
extension Session {
  /// `last`, `last as FORMAT`, `last save "FILE"`.
  ///
  /// Where no rows are kept the query is asked again, which gives the same.
  func last(_ name: Name, _ arguments: [Name]) throws(Diagnostic) {
    let kept = screen == nil ? nil : lastRows
    if screen == nil, lastQuery != nil { _ = try planOfLastResult(at: name.span) }
    guard let query = screen == nil ? lastQuery?.query : kept?.query else {
      throw Diagnostic(
        .nothingBefore, at: name.span, "there is no result to show again",
        hint: "ask for rows first: `claims | …`")
    }
    let ending = try lastEnding(of: query, name, arguments)
    let sink: any RowSink
    if ending.path != nil {
      sink = try fileSink(for: query, ending)
    } else if let chart = ending.chart {
      sink = ChartRenderer(chart, to: output, renderSettings)
    } else {
      sink = renderer(ending.format ?? format)
    }
    guard let kept else { return try fetch(query, into: sink) }
    try show(kept.rows, in: sink, noun: query.plan.relation?.name ?? "rows")
  }

  /// The ending of `query` with what the words after `last` change of it.
  private func lastEnding(
    of query: BoundQuery, _ name: Name, _ arguments: [Name]
  ) throws(Diagnostic) -> Ending {
    var ending = query.ending
    (ending.path, ending.pathSpan) = (nil, nil)
    var asked: OutputFormat?
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard ["as", "save"].contains(word.text), let value = rest.popFirst() else {
        throw Diagnostic(
          .wrongArguments, at: word.span, "`last` takes `as FORMAT` and `save \"FILE\"`",
          hint: word.text == "|" ? "`| stage` alone goes on from the last result" : nil)
      }
      if word.text == "save" {
        (ending.path, ending.pathSpan) = (value.text, value.span)
        continue
      }
      guard let format = OutputFormat(rawValue: value.text) else {
        throw Diagnostic(
          .wrongArguments, at: value.span, "no format `\(value.text)`",
          hint: "formats: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      asked = format
    }
    if let path = ending.path {
      // What the file's name says comes before the way in which the rows were shown.
      let named = OutputFormat(path: path)
      let isPicture = path.lowercased().hasSuffix(".svg") && ending.chart != nil
      guard asked != nil || named != nil || isPicture else {
        throw Diagnostic(
          .wrongArguments, at: ending.pathSpan, "`\(path)` does not say its format",
          hint: "`last as csv save \"\(path)\"`")
      }
      ending.format = asked
      if named != nil, named != .table { ending.chart = nil }
    }
    if let asked { (ending.format, ending.chart) = (asked, nil) }
    return ending
  }

  private func show(
    _ rows: RowStore, in sink: any RowSink, noun: String
  ) throws(Diagnostic) {
    var sink = sink
    var reader = RowStoreReader(rows)
    var row = RowBuffer()
    var count = 0
    do throws(OutputFailure) {
      try sink.begin(rows.columns)
      while reader.next(into: &row) {
        try sink.row(row)
        count += 1
        if screen?.isBusy == true { try screen?.wait() }
        if screen?.isLeft == true { return }
        if count.isMultiple(of: 256), InterruptFlag.isRaised { break }
      }
      if !InterruptFlag.isRaised || count == rows.rowCount {
        return try sink.end(rows.wholeSummary(noun: noun))
      }
    } catch {
      return try handle(error)
    }
    throw .interrupted
  }
}

extension RowStore {
  /// What stands under the rows, and whether they are but the first.
  fileprivate func wholeSummary(noun: String) -> ResultSummary {
    var whole = summary ?? ResultSummary(rowCount: rowCount, noun: noun)
    guard let cutReason else { return whole }
    whole.rowCount = rowCount
    whole.notes.append("only the first ones are kept: \(cutReason)")
    return whole
  }
}
