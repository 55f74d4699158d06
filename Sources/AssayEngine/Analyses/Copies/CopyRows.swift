import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// The rows of `copies`.
  func copies(_ scope: Analysis.CopyScope) throws -> Table {
    let reader = CopyReader(workspace: workspace)
    let units = try reader.units(of: input, scope)
    let matches = try units.finder.matches(monitor)
    let reason = try emptyReason(units, scope)
    let days = try reader.publication()
    if scope.givesDocuments {
      return try documentTable(matches, units, days, emptyReason: reason)
    }
    let columns = try CopyColumns(matches, units, monitor)
    try monitor.check()
    return Self.table(columns, days, emptyReason: reason) { row in
      columns.run(row, in: reader.text(of: columns.matches[row].first, in: units))
    }
  }

  /// A row for each pair of units.
  private static func table(
    _ columns: CopyColumns, _ days: DayColumn, emptyReason: String,
    text: @escaping (Int) -> String
  ) -> Table {
    let matches = columns.matches
    let measures: [Table.Cells] = [
      .counts(matches.map { Int32(clamping: $0.sharedWords) }),
      .numbers(matches.map { $0.firstContainment.rounded(toPlaces: 4) }),
      .numbers(matches.map { $0.secondContainment.rounded(toPlaces: 4) }),
      .keys(matches.map { days.earlier(columns.source($0.first), columns.source($0.second)) }),
      .texts(text),
      .counts(matches.map { Int32(clamping: $0.spans.count) }),
    ]
    return Table(
      rowCount: matches.count,
      cells: columns.place(of: \.first) + columns.place(of: \.second) + measures
        + columns.bytes(of: \.first, \.first) + columns.bytes(of: \.second, \.second),
      emptyReason: emptyReason, grounds: { Table.Grounds(rule: columns.rule($0)) })
  }

  private func emptyReason(_ units: CopyUnits, _ scope: Analysis.CopyScope) throws -> String {
    switch units.sources.count {
    case 0: return "there is no document to compare"
    case 1:
      let id = try workspace.ids.id(of: Int64(units.sources[0]), .source)
      return "the only document to compare is that of `@\(id)`"
    default:
      let unit = scope.unit == .sentence ? "sentence" : "paragraph"
      let part =
        scope.leastShare > 0 ? " that make \(Numeral.words(scope.leastShare)) of either" : ""
      let what =
        "of \(units.count) \(unit)s in \(units.sources.count) documents no two share six words "
        + "in runs of five or more" + part
      return scope.leastShare > 0.1 ? what + "; `copies over 0.1` asks for less" : what
    }
  }
}

extension DayColumn {
  /// The one of two that lies before the other in all of its days; 0 where the dates do not tell.
  func earlier(_ one: Int32, _ other: Int32) -> Int32 {
    guard areApart(Int(one), Int(other)) else { return 0 }
    return first[Int(one)] < first[Int(other)] ? one : other
  }
}
