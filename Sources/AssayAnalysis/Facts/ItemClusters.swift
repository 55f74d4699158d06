/// Parts the claims under one key into items: by scope, plans from the rest, and by time.
enum ItemClusters {
  /// What claims of one item have in common beside their key.
  private struct Manner: Hashable, Comparable {
    let isPlan: Bool
    let scope: Int32

    static func < (left: Manner, right: Manner) -> Bool {
      (left.isPlan ? 1 : 0, left.scope) < (right.isPlan ? 1 : 0, right.scope)
    }
  }

  /// - Parameter byTime: whether times that do not overlap make different items. A claim without a
  ///   date goes with the largest of them.
  /// - Returns: the items in the order of their first claims.
  static func split(
    _ entries: [ComparisonKeys.Entry], _ claims: ClaimTable, byTime: Bool
  ) -> [[ComparisonKeys.Entry]] {
    guard entries.count > 1 else { return entries.isEmpty ? [] : [entries] }
    func manner(_ entry: ComparisonKeys.Entry) -> Manner {
      Manner(
        isPlan: claims.modes[Int(entry.claim)] == .plan, scope: claims.scopes[Int(entry.claim)])
    }
    let first = manner(entries[0])
    var groups: [[ComparisonKeys.Entry]] = []
    if entries.allSatisfy({ manner($0) == first }) {
      groups = [entries]
    } else {
      let byManner = Dictionary(grouping: entries, by: manner)
      groups = byManner.keys.sorted().compactMap { byManner[$0] }
    }
    if byTime { groups = groups.flatMap { splitByTime($0, claims) } }
    return groups.sorted { ($0[0].claim, $0[0].answer) < ($1[0].claim, $1[0].answer) }
  }

  private static func splitByTime(
    _ entries: [ComparisonKeys.Entry], _ claims: ClaimTable
  ) -> [[ComparisonKeys.Entry]] {
    let times = claims.times
    let dated = entries.filter { !times.isMissing(Int($0.claim)) }.sorted {
      (times.first[Int($0.claim)], times.last[Int($0.claim)], $0.claim)
        < (times.first[Int($1.claim)], times.last[Int($1.claim)], $1.claim)
    }
    guard !dated.isEmpty else { return [entries] }
    var clusters: [[ComparisonKeys.Entry]] = []
    var last = Int32.min
    for entry in dated {
      if clusters.isEmpty || times.first[Int(entry.claim)] > last { clusters.append([]) }
      clusters[clusters.count - 1].append(entry)
      last = max(last, times.last[Int(entry.claim)])
    }
    let undated = entries.filter { times.isMissing(Int($0.claim)) }
    let largest = clusters.indices.max {
      (clusters[$0].count, -$0) < (clusters[$1].count, -$1)
    }
    if let largest { clusters[largest] += undated }
    return clusters.map { cluster in
      cluster.sorted { ($0.claim, $0.answer) < ($1.claim, $1.answer) }
    }
  }
}
