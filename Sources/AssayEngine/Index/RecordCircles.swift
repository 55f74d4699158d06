import AssayStore

/// Entities that are part of themselves, and sources that derive from themselves, by the whole
/// index.
enum RecordCircles {
  /// Whether there is any.
  static func exist(_ connection: Connection) throws(StoreError) -> Bool {
    for sql in ["SELECT part, whole FROM parts", "SELECT source, origin FROM derivations"] {
      let statement = try connection.prepare(sql)
      var edges: [(from: Int64, to: Int64)] = []
      while try statement.step() { edges.append((statement.integer(0), statement.integer(1))) }
      if haveCircle(edges) { return true }
    }
    return false
  }

  /// Takes away again and again what nothing leads to; what stays is in a circle or behind one.
  private static func haveCircle(_ edges: [(from: Int64, to: Int64)]) -> Bool {
    var incoming: [Int64: Int] = [:]
    var outgoing: [Int64: [Int64]] = [:]
    for edge in edges {
      incoming[edge.from, default: 0] += 0
      incoming[edge.to, default: 0] += 1
      outgoing[edge.from, default: []].append(edge.to)
    }
    var free = incoming.filter { $0.value == 0 }.map(\.key)
    var taken = 0
    while let next = free.popLast() {
      taken += 1
      for other in outgoing[next] ?? [] {
        incoming[other, default: 0] -= 1
        if incoming[other] == 0 { free.append(other) }
      }
    }
    return taken < incoming.count
  }
}
