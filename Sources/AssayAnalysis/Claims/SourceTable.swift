import AssayModel

/// What analyses know of sources, by their keys in the index, from 1; place 0 is none.
package struct SourceTable: Sendable {
  /// The place of the source in the order of ids, from 0.
  package var rank: [Int32] = []
  package var published = DayColumn()
  /// The Admiralty grade: 0 for A to 5 for F, -1 for none. A judgement takes the place of the grade
  /// in the declaration.
  package var reliability: [Int8] = []
  /// The sources that each takes from by its own declaration.
  package var origins: [[Int32]] = []

  package init() {}

  /// One more than the greatest key.
  package var count: Int { rank.count }
}

/// What analyses know of questions, by their keys in the index, from 1; place 0 is none.
package struct QuestionTable: Sendable {
  /// The ids of the answers, in the order of the declaration.
  package var answers: [[String]] = []
  /// Whether several answers may hold at a time.
  package var allowsSeveral: [Bool] = []

  package init() {}
}

/// What contains what: entities by their keys, from 1.
package struct Containment: Sendable {
  private let wholes: [[Int32]]
  private static let none: [Int32] = []

  /// - Parameter wholes: for each key the entities that contain it directly.
  package init(wholes: [[Int32]]) { self.wholes = wholes }

  /// Whether `part` is `whole` or lies in it, directly or not. A ring of parts ends the search.
  ///
  /// - Complexity: O(entities that contain `part`).
  package func contains(_ whole: Int32, _ part: Int32) -> Bool {
    if part == whole { return true }
    guard part > 0, Int(part) < wholes.count, !wholes[Int(part)].isEmpty else { return false }
    var seen: [Int32] = [part]
    var next = 0
    while next < seen.count {
      for each in Int(seen[next]) < wholes.count ? wholes[Int(seen[next])] : Self.none {
        if each == whole { return true }
        if !seen.contains(each) { seen.append(each) }
      }
      next += 1
    }
    return false
  }
}
