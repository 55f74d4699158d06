import AssayAnalysis
import AssayModel
import AssayText

extension AnalysisRunner {
  /// A row for each pair of documents, the greatest share first.
  func documentTable(
    _ matches: [CopyMatch], _ units: CopyUnits, _ days: DayColumn, emptyReason: String
  ) throws(Cancelled) -> Table {
    let found = try units.finder.overlaps(of: matches, monitor)
    // Rounded before they are sorted, so that shares that look equal come in the order of ids.
    let greater = found.map { max($0.firstShare, $0.secondShare).rounded(toPlaces: 4) }
    let order = try found.indices.sorted(monitor) {
      greater[$0] != greater[$1] ? greater[$0] > greater[$1] : $0 < $1
    }
    let overlaps = order.map { found[$0] }
    let passages = try matchCounts(matches, units)
    func source(_ document: Int32) -> Int32 { units.sources[Int(document)] }
    return Table(
      rowCount: overlaps.count,
      cells: [
        .keys(overlaps.map { source($0.first) }), .keys(overlaps.map { source($0.second) }),
        .numbers(overlaps.map { $0.firstShare.rounded(toPlaces: 4) }),
        .numbers(overlaps.map { $0.secondShare.rounded(toPlaces: 4) }),
        .counts(overlaps.map { Int32(clamping: $0.firstSharedWords) }),
        .counts(overlaps.map { Int32(clamping: $0.secondSharedWords) }),
        .counts(overlaps.map { passages[[$0.first, $0.second]] ?? 0 }),
        .keys(overlaps.map { days.earlier(source($0.first), source($0.second)) }),
      ],
      emptyReason: emptyReason,
      grounds: { row in
        Table.Grounds(
          rule: "\(overlaps[row].firstSharedWords) words of the one document and "
            + "\(overlaps[row].secondSharedWords) of the other stand in runs of five or more that "
            + "matching passages of both have.")
      })
  }

  /// How many pairs of units match, for each pair of documents.
  private func matchCounts(
    _ matches: [CopyMatch], _ units: CopyUnits
  ) throws(Cancelled) -> [[Int32]: Int32] {
    var counts: [[Int32]: Int32] = [:]
    for (place, match) in matches.enumerated() {
      try monitor.check(at: place)
      let pair = [units.documents[match.first], units.documents[match.second]].sorted()
      counts[pair, default: 0] += 1
    }
    return counts
  }
}
