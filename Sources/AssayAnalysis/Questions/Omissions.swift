import AssayModel

/// What other sources carry and a source leaves out, though it covers the subject.
///
/// A fact is left out by a source that covers its subject (``SubjectCoverage``) and does not carry
/// it. An answer is left out by a source that covers its question (``QuestionCoverage``) and does
/// not speak to the answer; where only one answer can hold, by one that speaks to none of them, as
/// whoever gives another answer disagrees and is not silent. What carrying means: ``TopicList``.
package struct Omissions: Sendable {
  /// What is left out.
  package enum Key: Hashable, Sendable {
    /// A fact; the object is 0 unless the predicate takes a value and the claim has one.
    case fact(subject: Int32, predicate: Int32, object: Int32)
    /// An answer, by its place in the question's list.
    case answer(question: Int32, answer: Int32)
  }

  /// One source that leaves one thing out.
  package struct Row: Hashable, Sendable {
    package let source: Int32
    package let key: Key
    /// How many other sources carry it; at least the least that was asked for.
    package let carriers: Int
    /// How many other sources cover the subject or the question; at least `carriers`.
    package let others: Int
    /// The place of the first claim that carries it.
    package let example: Int32

    /// Carriers among the others: above 0, at most 1.
    package var share: Double { Double(carriers) / Double(max(1, others)) }
  }

  /// The most striking first: by share, then by carriers, both falling; then facts before answers,
  /// by the first claim that carries them; then by the source's id.
  package let rows: [Row]
  /// Whether there are more rows than the limit let through.
  package let isCut: Bool
  /// For each row the number of what is left out; rows of one thing have one number.
  package let topics: [Int32]
  private let claims: MemberGroups

  /// - Parameters:
  ///   - least: How many other sources have to carry a thing; below 1 it is 1.
  ///   - limit: How many rows to give at most; below 0 it is 0.
  ///   - source: The key of the one source to ask about; all sources if `nil`.
  /// - Complexity: O(claims + topics · log topics + rows), and for each question the sources that
  ///   cover its subjects, sorted.
  package init(
    claims: ClaimTable, sources: SourceTable, predicates: PredicateTable,
    questions: QuestionTable, least: Int = 2, limit: Int, of source: Int32? = nil,
    _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    let rows = try ClaimingSources(of: claims, sources: sources, monitor)
    let topics = try TopicList(
      claims: claims, sources: rows, predicates: predicates, questions: questions, monitor)
    let subjects = try SubjectCoverage(
      of: topics.subjects, claims: claims, sources: rows, monitor)
    let coverage = TopicCoverage(
      subjects: subjects,
      questions: try QuestionCoverage(
        of: topics.questions, claims: claims, sources: rows, questions: questions,
        subjects: subjects, monitor),
      table: questions)
    // A limit that leaves room for the one row more that tells that there is more.
    let limit = min(max(0, limit), Int(Int32.max))
    let asked = source.map { key in Int32(truncatingIfNeeded: rows.keys.firstIndex(of: key) ?? -1) }
    var found: [Row] = []
    var numbers: [Int32] = []
    let candidates = try Self.candidates(topics, coverage, least: max(1, least), monitor)
    for (step, candidate) in candidates.enumerated() {
      try monitor.check(at: step)
      let topic = Int(candidate.topic)
      let key = topics.keys[topic]
      let carriers = topics.carriers[candidate.topic]
      let (covering, speaking) = coverage.rows(of: key, carriers: carriers)
      let silent =
        if let asked {
          covering.hasAscending(asked) && !speaking.hasAscending(asked) ? [asked] : []
        } else {
          Self.difference(covering, speaking, limit: limit - found.count + 1)
        }
      found += silent.map { row in
        Row(
          source: rows.keys[Int(row)], key: key, carriers: carriers.count,
          others: covering.count - 1, example: topics.examples[topic])
      }
      numbers += repeatElement(candidate.topic, count: silent.count)
      if found.count > limit { break }
    }
    isCut = found.count > limit
    self.rows = Array(found.prefix(limit))
    self.topics = Array(numbers.prefix(limit))
    self.claims = topics.claims
  }

  /// The places of the claims that carry a thing, ascending, each once.
  ///
  /// - Parameter topic: One of ``topics``.
  package func claims(carrying topic: Int32) -> [Int32] {
    var places: [Int32] = []
    for place in claims[topic] where places.last != place { places.append(place) }
    return places
  }

  /// A topic that some source leaves out.
  private struct Candidate {
    let topic: Int32
    let carriers: Int32
    let share: Double
  }

  private static func candidates(
    _ topics: TopicList, _ coverage: TopicCoverage, least: Int, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [Candidate] {
    try monitor.enter(.comparing, of: topics.keys.count)
    var candidates: [Candidate] = []
    for topic in topics.keys.indices.map({ Int32(truncatingIfNeeded: $0) }) {
      try monitor.reach(Int(topic))
      let carriers = topics.carriers[topic]
      guard carriers.count >= least else { continue }
      let (covering, speaking) = coverage.rows(of: topics.keys[Int(topic)], carriers: carriers)
      guard covering.count > speaking.count else { continue }
      // Equal shares have equal quotients: division rounds correctly.
      let share = Double(carriers.count) / Double(covering.count - 1)
      candidates.append(
        Candidate(
          topic: topic, carriers: Int32(truncatingIfNeeded: carriers.count), share: share))
    }
    return try candidates.sorted(monitor) {
      ($1.share, $1.carriers, $0.topic) < ($0.share, $0.carriers, $1.topic)
    }
  }

  /// The first `limit` rows of `all` that are not in `some`; both ascending.
  private static func difference(
    _ all: ArraySlice<Int32>, _ some: ArraySlice<Int32>, limit: Int
  ) -> [Int32] {
    var (rest, left) = (some, [Int32]())
    for row in all where left.count < limit {
      while let next = rest.first, next < row { rest = rest.dropFirst() }
      if rest.first != row { left.append(row) }
    }
    return left
  }
}

/// Who covers what a topic is about, and who of them speaks to it.
private struct TopicCoverage {
  let subjects: SubjectCoverage
  let questions: QuestionCoverage
  let table: QuestionTable

  /// Both ascending; the second is part of the first.
  func rows(
    of key: Omissions.Key, carriers: ArraySlice<Int32>
  ) -> (covering: ArraySlice<Int32>, speaking: ArraySlice<Int32>) {
    switch key {
    case .fact(let subject, _, _):
      return (subjects.rows(covering: subject), carriers)
    case .answer(let question, _):
      let slot = questions.slot(of: question)
      let speaking = table.allows(severalTo: question) ? carriers : questions.rows(bearingOn: slot)
      return (questions.rows(covering: slot), speaking)
    }
  }
}
