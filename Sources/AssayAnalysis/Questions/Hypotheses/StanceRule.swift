/// What a claim says to each answer of one question, as evidence.
struct StanceRule {
  let question: Int32
  /// How many answers the question has.
  let count: Int
  let allowsSeveral: Bool

  /// A cell for each answer; `nil` when the claim names none of them.
  ///
  /// A claim both for and against one answer is neutral to it.
  func cells(of claim: Int, in claims: ClaimTable) -> [Hypotheses.Cell]? {
    let said = claims.answers(of: claim).filter {
      $0.question == question && $0.answer >= 0 && $0.answer < count
    }
    guard !said.isEmpty else { return nil }
    guard claims.modes[claim] != .question else { return Array(repeating: .silent, count: count) }
    let affirmed = Set(said.lazy.filter(\.isFor).map(\.answer))
    let rejected = Set(said.lazy.filter { !$0.isFor }.map(\.answer))
    let excludesOthers = !allowsSeveral && !affirmed.subtracting(rejected).isEmpty
    return (0..<count).map { place in
      let answer = Int32(truncatingIfNeeded: place)
      return switch (affirmed.contains(answer), rejected.contains(answer)) {
      case (true, true): .neutral
      case (true, false): .consistent
      case (false, true): .inconsistent
      case (false, false): excludesOthers ? .inconsistent : .neutral
      }
    }
  }
}
