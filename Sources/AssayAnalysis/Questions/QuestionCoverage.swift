import AssayModel

/// Which sources cover which questions.
///
/// A claim bears on a question when it gives one of its answers or speaks against one, unless its
/// mode is `question`. The subjects of a question are the subjects of the facts of the claims that
/// bear on it, whichever source makes them; of a subject that fewer than a tenth of them have, a
/// source may speak without touching the question. A source covers a question when it covers one of these
/// subjects (see ``SubjectCoverage``), or when a claim of its, in any mode, names the question.
package struct QuestionCoverage: Sendable {
  /// The keys of the questions asked for, each once, those without a place in the table left out.
  package let questions: [Int32]
  private let slots: PairNumbering
  private let covering: MemberGroups
  private let bearing: MemberGroups

  /// - Parameter subjects: Who covers the subjects of all claims, where that is known already.
  /// - Complexity: O(claims + for each question, the sources that cover its subjects, sorted).
  package init(
    of asked: [Int32], claims: ClaimTable, sources: ClaimingSources, questions table: QuestionTable,
    subjects known: SubjectCoverage? = nil, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    var slots = PairNumbering()
    var questions: [Int32] = []
    for key in asked where key > 0 && Int(key) < table.answers.count {
      if Int(slots.number(0, key)) == questions.count { questions.append(key) }
    }
    let named = try QuestionMentions(
      claims: claims, sources: sources, slots: slots, count: questions.count, monitor)
    let subjects =
      if let known { known } else {
        try SubjectCoverage(of: named.entities, claims: claims, sources: sources, monitor)
      }
    var latest = [Int32](repeating: -1, count: sources.keys.count)
    var groups: [Int32] = []
    var members: [Int32] = []
    for slot in questions.indices.map({ Int32(truncatingIfNeeded: $0) }) {
      var rows: [Int32] = []
      let lists = [named.naming[slot]] + named.subjects[slot].map { subjects.rows(covering: $0) }
      for (step, row) in lists.joined().enumerated() where latest[Int(row)] != slot {
        try monitor.check(at: step)
        latest[Int(row)] = slot
        rows.append(row)
      }
      // Many rows come faster in order from the marks than from a sort.
      members +=
        rows.count * 8 > latest.count
        ? latest.indices.filter { latest[$0] == slot }.map { Int32(truncatingIfNeeded: $0) }
        : rows.sorted()
      groups += repeatElement(slot, count: rows.count)
    }
    covering = try MemberGroups(
      count: questions.count, groups: groups, members: members, monitor)
    bearing = named.bearing
    (self.questions, self.slots) = (questions, slots)
  }

  /// The place of a question in ``questions``; -1 for none.
  package func slot(of question: Int32) -> Int32 { slots.find(0, question) }

  /// The rows of the sources that cover the question in a slot, ascending.
  package func rows(covering slot: Int32) -> ArraySlice<Int32> { covering[slot] }

  /// The rows of the sources with a claim that bears on the question in a slot, ascending.
  package func rows(bearingOn slot: Int32) -> ArraySlice<Int32> { bearing[slot] }

  /// Whether the source of a row covers the question in a slot.
  ///
  /// - Complexity: O(log sources).
  package func covers(_ row: Int32, _ slot: Int32) -> Bool {
    covering[slot].hasAscending(row)
  }
}

/// Who names each question, and the subjects of the claims that bear on it.
private struct QuestionMentions {
  /// A subject counts that has one in so many of the claims that bear on the question.
  private static let mostClaimsForOne = 10

  var entities = PairNumbering()
  let naming: MemberGroups
  let bearing: MemberGroups
  let subjects: MemberGroups

  init(
    claims: ClaimTable, sources: ClaimingSources, slots: PairNumbering, count: Int,
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var pairs = PairNumbering()
    var (named, naming) = ([Int32](), [Int32]())
    var (borneOn, bearing) = ([Int32](), [Int32]())
    var (asked, about, counts) = ([Int32](), [Int32](), [Int]())
    var totals = [Int](repeating: 0, count: count)
    for (place, row) in sources.rowOfClaim.enumerated() where row >= 0 {
      try monitor.check(at: place)
      for answer in claims.answers(of: place) {
        let slot = slots.find(0, answer.question)
        guard slot >= 0 else { continue }
        named.append(slot)
        naming.append(row)
        guard claims.modes[place] != .question else { continue }
        borneOn.append(slot)
        bearing.append(row)
        let subject = claims.subjects[place]
        guard subject > 0 else { continue }
        totals[Int(slot)] += 1
        let pair = Int(pairs.number(slot, subject))
        guard pair == asked.count else {
          counts[pair] += 1
          continue
        }
        asked.append(slot)
        about.append(subject)
        counts.append(1)
        _ = entities.number(0, subject)
      }
    }
    let rows = sources.keys.count
    self.naming = try MemberGroups(
      count: count, groups: named, distinct: naming, below: rows, monitor)
    self.bearing = try MemberGroups(
      count: count, groups: borneOn, distinct: bearing, below: rows, monitor)
    let main = asked.indices.filter {
      counts[$0] * Self.mostClaimsForOne >= totals[Int(asked[$0])]
    }
    subjects = try MemberGroups(
      count: count, groups: main.map { asked[$0] }, members: main.map { about[$0] }, monitor)
  }
}
