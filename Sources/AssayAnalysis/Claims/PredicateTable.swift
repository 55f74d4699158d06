/// What analyses know of predicates, by their keys in the index, from 1; place 0 is none.
package struct PredicateTable: Sendable {
  /// Whether several objects or values may hold at a time.
  package var allowsSeveral: [Bool] = []
  /// Whether what it says may change over time.
  package var changes: [Bool] = []
  /// Whether it takes a figure, a date or a text; its object then belongs to what is asked and not
  /// to what is answered.
  package var takesValue: [Bool] = []
  /// The same relation from the object's side; itself if it is symmetric, 0 for none.
  package var inverses: [Int32] = []

  /// The place of the predicate in the order of ids; empty where that is the order of keys.
  package var rank: [Int32] = []

  package init() {}

  /// One more than the greatest key.
  package var count: Int { changes.count }

  /// The place of a predicate in the order of ids.
  func rank(of predicate: Int32) -> Int32 {
    rank.indices.contains(Int(predicate)) ? rank[Int(predicate)] : predicate
  }
}
