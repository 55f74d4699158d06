import AssayModel

/// Parts the claims under one key into items: by scope, plans from the rest, by what their values
/// measure, and by time.
enum ItemClusters {
  /// What claims of one item have in common beside their key.
  private struct Manner: Hashable, Comparable {
    let isPlan: Bool
    let scope: Int32
    /// The dimension of the figure; -1 for none.
    let dimension: Int32
    /// The number of the text: texts that differ cannot be compared, so each is an item.
    let text: Int32

    static func < (left: Manner, right: Manner) -> Bool {
      (left.isPlan ? 1 : 0, left.scope, left.dimension, left.text)
        < (right.isPlan ? 1 : 0, right.scope, right.dimension, right.text)
    }
  }

  /// - Parameter byTime: whether times that do not overlap make different items. A claim without a
  ///   date goes with the largest of them.
  /// - Returns: the items in the order of their first claims.
  static func split(
    _ entries: [ComparisonKeys.Entry], _ evidence: Evidence, byTime: Bool, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [[ComparisonKeys.Entry]] {
    guard entries.count > 1 else { return entries.isEmpty ? [] : [entries] }
    let claims = evidence.claims
    func manner(_ entry: ComparisonKeys.Entry) -> Manner {
      let claim = Int(entry.claim)
      let isFigure = entry.answer < 0 && evidence.units.knows(claims.figures.units[claim])
      return Manner(
        isPlan: claims.modes[claim] == .plan, scope: claims.scopes[claim],
        dimension: isFigure ? evidence.units.dimensions[Int(claims.figures.units[claim])] : -1,
        text: entry.answer < 0 ? claims.valueTexts[claim] : -1)
    }
    let first = manner(entries[0])
    var groups: [[ComparisonKeys.Entry]] = []
    if entries.allSatisfy({ manner($0) == first }) {
      groups = [entries]
    } else {
      let byManner = Dictionary(grouping: entries, by: manner)
      groups = byManner.keys.sorted().compactMap { byManner[$0] }
    }
    if byTime {
      var parts: [[ComparisonKeys.Entry]] = []
      for group in groups { parts += try splitByTime(group, claims, monitor) }
      groups = parts
    }
    return try groups.sorted(monitor) { ($0[0].claim, $0[0].answer) < ($1[0].claim, $1[0].answer) }
  }

  private static func splitByTime(
    _ entries: [ComparisonKeys.Entry], _ claims: ClaimTable, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [[ComparisonKeys.Entry]] {
    let times = claims.times
    let dated = try entries.filter { !times.isMissing(Int($0.claim)) }.sorted(monitor) {
      (times.first[Int($0.claim)], times.last[Int($0.claim)], $0.claim)
        < (times.first[Int($1.claim)], times.last[Int($1.claim)], $1.claim)
    }
    guard !dated.isEmpty else { return [entries] }
    var clusters: [[ComparisonKeys.Entry]] = []
    var last = Int32.min
    for (place, entry) in dated.enumerated() {
      try monitor.check(at: place)
      if clusters.isEmpty || times.first[Int(entry.claim)] > last { clusters.append([]) }
      clusters[clusters.count - 1].append(entry)
      last = max(last, times.last[Int(entry.claim)])
    }
    let undated = entries.filter { times.isMissing(Int($0.claim)) }
    let largest = clusters.indices.max {
      (clusters[$0].count, -$0) < (clusters[$1].count, -$1)
    }
    if let largest { clusters[largest] += undated }
    return try clusters.map { cluster throws(Cancelled) in
      try cluster.sorted(monitor) { ($0.claim, $0.answer) < ($1.claim, $1.answer) }
    }
  }
}
