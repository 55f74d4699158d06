/// What a chart does not draw, so that nothing is left out silently.
struct ChartNotes {
  private var reasons: [(words: String, count: Int)] = []
  private var cuts: [(marks: String, limit: Int, count: Int)] = []

  /// Counts a row that cannot be drawn.
  mutating func leaveOut(_ reason: String) {
    if let known = reasons.firstIndex(where: { $0.words == reason }) {
      reasons[known].count += 1
    } else {
      reasons.append((reason, 1))
    }
  }

  /// Counts one of `marks` that is past the `limit` of what is drawn.
  mutating func cut(_ marks: String, limit: Int) {
    if let known = cuts.firstIndex(where: { $0.marks == marks }) {
      cuts[known].count += 1
    } else {
      cuts.append((marks, limit, 1))
    }
  }

  /// One sentence for each reason, without full stop.
  var sentences: [String] {
    reasons.map { "not drawn: \($0.count) \($0.count == 1 ? "row" : "rows"), \($0.words)" }
      + cuts.map {
        "only the first \($0.limit) \($0.marks) are drawn; "
          + "\($0.count) more \($0.count == 1 ? "is" : "are") not"
      }
  }
}

/// Names in the order in which they first came, each with its place.
struct NameList {
  private(set) var names: [String] = []
  private var places: [String: Int] = [:]

  var count: Int { names.count }

  /// The place of `name` if it is known.
  func place(of name: String) -> Int? { places[name] }

  /// The place of `name`, which is added unless there are `limit` names already.
  mutating func place(adding name: String, limit: Int) -> Int? {
    if let known = places[name] { return known }
    guard names.count < limit else { return nil }
    names.append(name)
    places[name] = names.count - 1
    return names.count - 1
  }
}
