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

  /// The place of a source in the order of ids; keys that are not known come last.
  func rank(of source: Int32) -> Int32 {
    rank.indices.contains(Int(source)) ? rank[Int(source)] : .max
  }
}

/// What analyses know of questions, by their keys in the index, from 1; place 0 is none.
package struct QuestionTable: Sendable {
  /// The ids of the answers, in the order of the declaration.
  package var answers: [[String]] = []
  /// Whether several answers may hold at a time.
  package var allowsSeveral: [Bool] = []
  /// Whether the answer may change over time.
  package var changes: [Bool] = []

  package init() {}
}
