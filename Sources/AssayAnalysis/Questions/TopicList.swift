import AssayModel

/// What may be carried or left out: the facts asked for, and the answers to questions.
///
/// A topic stands for a fact's subject and predicate, and its object too when the predicate takes a
/// value, as the object then belongs to what is asked. A claim carries the topic of its fact,
/// affirmed or denied, and, when its predicate has an inverse and takes no value, the topic of the
/// same fact seen from the object, if some claim states that. It carries each answer that it speaks
/// for or against. A claim of mode `question` carries nothing.
struct TopicList {
  /// In the order of the claims that first carry them directly; facts before answers.
  private(set) var keys: [Omissions.Key] = []
  /// For each topic the place of the first claim that carries it directly.
  private(set) var examples: [Int32] = []
  /// For each topic the rows of the sources that carry it, ascending.
  private(set) var carriers: MemberGroups
  /// For each topic the places of the claims that carry it, ascending; one may come twice.
  private(set) var claims: MemberGroups
  /// The subjects of the facts, each as the pair of 0 and the key.
  private(set) var subjects = PairNumbering()
  /// The questions of the answers.
  private(set) var questions: [Int32] = []

  init(
    claims: ClaimTable, sources: ClaimingSources, predicates: PredicateTable,
    questions: QuestionTable, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    try monitor.enter(.gathering, of: claims.count)
    carriers = try MemberGroups(count: 0, groups: [])
    self.claims = carriers
    var facts = FactNumbering(predicates: predicates)
    var topics = [Int32](repeating: -1, count: claims.count)
    for place in topics.indices where claims.modes[place] != .question {
      try monitor.reach(place)
      guard let fact = facts.fact(of: place, in: claims) else { continue }
      topics[place] = facts.number(fact)
      guard Int(topics[place]) == keys.count else { continue }
      keys.append(.fact(subject: fact.subject, predicate: fact.predicate, object: fact.object))
      examples.append(Int32(truncatingIfNeeded: place))
      _ = subjects.number(0, fact.subject)
    }
    let factCount = Int32(truncatingIfNeeded: keys.count)
    let answers = try noteAnswers(claims, questions, monitor)
    try monitor.enter(.counting, of: claims.count)
    var (carried, carrying, places) = ([Int32](), [Int32](), [Int32]())
    for (place, row) in sources.rowOfClaim.enumerated()
    where row >= 0 && claims.modes[place] != .question {
      try monitor.reach(place)
      let said = claims.answers(of: place).lazy.map { answer in
        let number = answers.find(answer.question, answer.answer)
        return number < 0 ? -1 : factCount + number
      }
      for topic in said where topic >= 0 {
        carried.append(topic)
        carrying.append(row)
        places.append(Int32(truncatingIfNeeded: place))
      }
      for side in 0...1 {
        let topic = side == 0 ? topics[place] : facts.inverse(of: place, in: claims)
        guard topic >= 0 else { continue }
        carried.append(topic)
        carrying.append(row)
        places.append(Int32(truncatingIfNeeded: place))
      }
    }
    self.claims = try MemberGroups(count: keys.count, groups: carried, members: places, monitor)
    carriers = try MemberGroups(
      count: keys.count, groups: carried, distinct: carrying, below: sources.keys.count, monitor)
  }

  private mutating func noteAnswers(
    _ claims: ClaimTable, _ table: QuestionTable, _ monitor: WorkMonitor
  ) throws(Cancelled) -> PairNumbering {
    var (answers, asked) = (PairNumbering(), PairNumbering())
    for place in claims.keys.indices where claims.modes[place] != .question {
      try monitor.check(at: place)
      for answer in claims.answers(of: place)
      where table.has(answer.question, answer: answer.answer) {
        let known = answers.count
        guard Int(answers.number(answer.question, answer.answer)) == known else { continue }
        keys.append(.answer(question: answer.question, answer: answer.answer))
        examples.append(Int32(truncatingIfNeeded: place))
        if Int(asked.number(0, answer.question)) == questions.count {
          questions.append(answer.question)
        }
      }
    }
    return answers
  }
}

/// Numbers for facts as topics.
private struct FactNumbering {
  let predicates: PredicateTable
  /// Subjects with predicates.
  private var heads = PairNumbering()
  /// The topic of each head without an object; -1 for none. Most topics are found here.
  private var plain: [Int32] = []
  /// Heads with objects, and the topic of each.
  private var valued = PairNumbering()
  private var valuedTopics: [Int32] = []
  private var count: Int32 = 0

  init(predicates: PredicateTable) { self.predicates = predicates }

  func fact(
    of place: Int, in claims: ClaimTable
  ) -> (subject: Int32, predicate: Int32, object: Int32)? {
    let (subject, predicate) = (claims.subjects[place], claims.predicates[place])
    guard subject > 0, predicate > 0 else { return nil }
    return (subject, predicate, takesValue(predicate) ? claims.objects[place] : 0)
  }

  mutating func number(_ fact: (subject: Int32, predicate: Int32, object: Int32)) -> Int32 {
    let head = heads.number(fact.subject, fact.predicate)
    if fact.object != 0 {
      let number = Int(valued.number(head, fact.object))
      if number == valuedTopics.count { valuedTopics.append(next()) }
      return valuedTopics[number]
    }
    while plain.count <= Int(head) { plain.append(-1) }
    if plain[Int(head)] < 0 { plain[Int(head)] = next() }
    return plain[Int(head)]
  }

  private mutating func next() -> Int32 {
    count += 1
    return count - 1
  }

  /// The topic of the claim's fact seen from its object; -1 if there is none.
  func inverse(of place: Int, in claims: ClaimTable) -> Int32 {
    let (predicate, object) = (claims.predicates[place], claims.objects[place])
    guard claims.subjects[place] > 0, object > 0, predicate > 0,
      Int(predicate) < predicates.inverses.count, !takesValue(predicate)
    else { return -1 }
    let inverse = predicates.inverses[Int(predicate)]
    let head = inverse > 0 ? heads.find(object, inverse) : -1
    return head >= 0 && Int(head) < plain.count ? plain[Int(head)] : -1
  }

  private func takesValue(_ predicate: Int32) -> Bool {
    Int(predicate) < predicates.takesValue.count && predicates.takesValue[Int(predicate)]
  }
}

extension QuestionTable {
  /// Whether the question is in the table and has this answer.
  package func has(_ question: Int32, answer: Int32) -> Bool {
    question > 0 && Int(question) < answers.count
      && answers[Int(question)].indices.contains(Int(answer))
  }

  /// Whether several answers to the question may hold at a time; not for one beyond the table.
  package func allows(severalTo question: Int32) -> Bool {
    question > 0 && Int(question) < allowsSeveral.count && allowsSeveral[Int(question)]
  }
}
