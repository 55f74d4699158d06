import AssayModel

/// What is declared of predicates and questions, and the answers that claims give. A class, so that
/// handing it on costs one count.
final class KeyRules: Sendable {
  let predicates: PredicateTable
  let questions: QuestionTable
  let answers: [ClaimTable.Answer]
  let entityRanks: [Int32]

  init(_ evidence: Evidence) {
    (predicates, questions) = (evidence.predicates, evidence.questions)
    answers = evidence.claims.answers
    entityRanks = evidence.entityRanks
  }
}

/// What the claims under one key are compared by.
struct KeyContext {
  /// The question; 0 for a fact.
  let question: Int32
  let allowsSeveral: Bool
  /// Whether time can make a difference.
  let changes: Bool
  /// Whether the object belongs to the key.
  let objectIsKey: Bool
  /// Whether pairs with one and the same object are found from the object's side as well, and are
  /// taken there.
  private let subject: Int32
  private let isLesserSide: Bool?
  private let hasMirror: Bool
  /// Where the key has a mirror, the ranks of entities.
  private let ranks: [Int32]

  init(_ entry: ComparisonKeys.Entry, _ rules: KeyRules) {
    if entry.answer >= 0 {
      question = rules.answers[Int(entry.answer)].question
      let (several, changing) = (rules.questions.allowsSeveral, rules.questions.changes)
      allowsSeveral = several.indices.contains(Int(question)) && several[Int(question)]
      changes = changing.indices.contains(Int(question)) && changing[Int(question)]
      (objectIsKey, subject, isLesserSide, hasMirror, ranks) = (false, 0, nil, false, [])
      return
    }
    let predicates = rules.predicates
    let key = Int(truncatingIfNeeded: entry.high & 0xFFFF_FFFF)
    question = 0
    allowsSeveral = predicates.allowsSeveral[key]
    changes = predicates.changes[key]
    objectIsKey = predicates.takesValue[key]
    subject = Int32(truncatingIfNeeded: entry.high >> 32)
    let inverse = predicates.inverses[key]
    isLesserSide =
      objectIsKey || inverse <= 0 || Int(inverse) == key
      ? nil : predicates.rank(of: Int32(truncatingIfNeeded: key)) < predicates.rank(of: inverse)
    hasMirror = !objectIsKey && inverse > 0
    ranks = hasMirror ? rules.entityRanks : []
  }

  /// Whether a pair of contents is found under the key of the other side too, and belongs there.
  func isMirrorPair(_ left: Content, _ right: Content) -> Bool {
    guard hasMirror, left.object == right.object, left.object > 0 else { return false }
    return isLesserSide.map { !$0 } ?? (rank(of: left.object) < rank(of: subject))
  }

  private func rank(of entity: Int32) -> Int32 {
    ranks.indices.contains(Int(entity)) ? ranks[Int(entity)] : entity
  }
}

/// The claims under one key, gathered into contents and positions.
struct KeyGroup {
  private(set) var contents: [Content] = []
  private(set) var positions: [Position] = []
  /// The claims of each position, by their places in order, and what they have in common.
  private var claims: [Int32] = []
  private var memberStarts: [Int32] = []
  private(set) var summaries: [Summary] = []
  /// The positions of content `c` are `starts[c]..<starts[c + 1]`, once they are sorted.
  private var starts: [Int] = []

  /// What the claims of a position have in common.
  struct Summary {
    var count: Int32 = 0
    /// The first and the last of them by id.
    var first: Int32 = 0
    var last: Int32 = -1
    var isReported = true
    /// Whether one of them stands in another position too: a claim may say two things to a question.
    var hasShared = false
    /// The source of all of them; -1 if they have several.
    var source: Int32 = 0
    /// Their speaker, 0 for none; -1 if they differ.
    var speaker: Int32 = -2
    /// The least root of their sources; -1 if they have several.
    var root: Int32 = -2
  }

  init(
    _ entries: ArraySlice<ComparisonKeys.Entry>, _ key: KeyContext, _ claims: ComparedColumns,
    _ isRetracted: [Bool], _ isLinked: [Bool], _ dependence: Dependence, _ monitor: WorkMonitor?
  ) throws(Cancelled) {
    // Few are compared one by one, many are looked up.
    var contentNumbers: [Content: Int32] = [:]
    var positionNumbers: [Position: Int] = [:]
    let isLong = entries.count > 8
    var places: [Int32] = []
    places.reserveCapacity(entries.count)
    for entry in entries {
      if let monitor, places.count > 0 { try monitor.check(at: places.count) }
      let content = Content(claims, entry, objectIsKey: key.objectIsKey)
      let claim = Int(entry.claim)
      let number: Int32
      if let known = isLong
        ? contentNumbers[content] : contents.firstIndex(of: content).map({ Int32($0) })
      {
        number = known
      } else {
        number = Int32(contents.count)
        contents.append(content)
        if isLong { contentNumbers[content] = number }
      }
      let position = Position(
        claims, claim, value: number, isRetracted: isRetracted[claim], isLinked: isLinked[claim])
      let known = isLong ? positionNumbers[position] : positions.firstIndex(of: position)
      let place = known ?? positions.count
      if known == nil {
        positions.append(position)
        summaries.append(Summary())
        if isLong { positionNumbers[position] = place }
      }
      // A claim of a symmetric relation to itself stands here twice.
      guard summaries[place].last != entry.claim else {
        places.append(-1)
        continue
      }
      places.append(Int32(truncatingIfNeeded: place))
      summaries[place].add(claim, claims, dependence)
    }
    gather(entries, places)
    if key.question > 0 { try markShared(monitor ?? .idle) }
  }

  /// Puts the claims of each position into one list, position after position.
  private mutating func gather(_ entries: ArraySlice<ComparisonKeys.Entry>, _ places: [Int32]) {
    memberStarts = [Int32](repeating: 0, count: positions.count + 1)
    for (place, summary) in summaries.enumerated() {
      memberStarts[place + 1] = memberStarts[place] + summary.count
    }
    self.claims = [Int32](repeating: 0, count: Int(memberStarts[positions.count]))
    var next = memberStarts
    for (entry, place) in zip(entries, places) where place >= 0 {
      self.claims[Int(next[Int(place)])] = entry.claim
      next[Int(place)] += 1
    }
  }

  private mutating func markShared(_ monitor: WorkMonitor) throws(Cancelled) {
    var firstPlace: [Int32: Int] = [:]
    for place in positions.indices {
      for (step, member) in members(of: place).enumerated() {
        if step > 0 { try monitor.check(at: step) }
        if let other = firstPlace[member] {
          summaries[place].hasShared = true
          summaries[other].hasShared = true
        } else {
          firstPlace[member] = place
        }
      }
    }
  }

  /// Brings the positions of each content together.
  mutating func sortPositions(_ monitor: WorkMonitor) throws(Cancelled) {
    if zip(positions, positions.dropFirst()).contains(where: { $0.value > $1.value }) {
      try reorder(monitor)
    }
    starts = [Int](repeating: 0, count: contents.count + 1)
    for position in positions { starts[Int(position.value) + 1] += 1 }
    for index in contents.indices { starts[index + 1] += starts[index] }
  }

  private mutating func reorder(_ monitor: WorkMonitor) throws(Cancelled) {
    let order = try positions.indices.sorted(monitor) {
      (positions[$0].value, $0) < (positions[$1].value, $1)
    }
    positions = order.map { positions[$0] }
    let ordered = order.map { members(of: $0) }
    claims = ordered.flatMap { $0 }
    summaries = order.map { summaries[$0] }
    for (place, summary) in summaries.enumerated() {
      memberStarts[place + 1] = memberStarts[place] + summary.count
    }
  }

  /// Whether two answers need not be set against each other, as all who give the one also speak
  /// against the other, and are set against its claims for that.
  func isToldByDenial(_ left: Int, _ right: Int) -> Bool {
    guard left != right, !contents[left].isDenied, !contents[right].isDenied else { return false }
    return denies(left, contents[right].object) || denies(right, contents[left].object)
  }

  /// Whether all claims that give an answer also speak against another one.
  private func denies(_ content: Int, _ answer: Int32) -> Bool {
    guard
      let denial = contents.firstIndex(where: { $0.isDenied && $0.object == answer })
    else { return false }
    let against = Set(span(of: denial).flatMap { members(of: $0) })
    return span(of: content).allSatisfy { members(of: $0).allSatisfy(against.contains) }
  }

  /// How many claims give one of two contents.
  func memberCount(of left: Int, _ right: Int) -> Int {
    [left, right].reduce(0) { count, content in
      let span = span(of: content)
      return count + Int(memberStarts[span.upperBound] - memberStarts[span.lowerBound])
    }
  }

  func span(of content: Int) -> Range<Int> { starts[content]..<starts[content + 1] }

  /// Calls `body` with the positions and what the claims of each have in common.
  func withPositions(
    _ body: (UnsafeBufferPointer<Position>, UnsafeBufferPointer<Summary>) -> Void
  ) {
    positions.withUnsafeBufferPointer { positions in
      summaries.withUnsafeBufferPointer { body(positions, $0) }
    }
  }

  func members(of position: Int) -> ArraySlice<Int32> {
    claims[Int(memberStarts[position])..<Int(memberStarts[position + 1])]
  }
}

extension KeyGroup.Summary {
  /// What ties every claim of the one position to every claim of the other, or that nothing ties
  /// any; `nil` if only their claims can tell.
  @inline(__always)
  func tie(_ other: KeyGroup.Summary) -> (field: DecidingField?, Void)? {
    if root >= 0, root == other.root { return (.source, ()) }
    guard root >= 0, other.root >= 0, speaker >= 0, other.speaker >= 0 else { return nil }
    return (speaker > 0 && speaker == other.speaker ? .speaker : nil, ())
  }

  fileprivate mutating func add(_ claim: Int, _ claims: ComparedColumns, _ dependence: Dependence) {
    let (source, speaker) = (claims.sources[claim], claims.speakers[claim])
    let root = dependence.root(of: Int32(truncatingIfNeeded: claim))
    last = Int32(truncatingIfNeeded: claim)
    if count == 0 { first = last }
    count += 1
    isReported = isReported && speaker > 0
    self.source = self.source == 0 || self.source == source ? source : -1
    self.speaker = self.speaker == -2 || self.speaker == speaker ? speaker : -1
    self.root = self.root == -2 || self.root == root ? root : -1
  }
}
