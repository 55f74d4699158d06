import AssayModel

/// What claims state: items, the values that are given for each, and who gives them.
///
/// An item is what is asked: of a fact its subject and predicate, with the object where the
/// predicate takes a value, with its further fields and its scope, for one time where it changes; or
/// a question. Plans are items of their own. A value is what is answered. Questions in claims, and
/// claims that their own source has taken back, state nothing.
package struct Facts: Sendable {
  /// An item, with the places of its values in ``Facts/values``.
  package struct Item: Sendable {
    /// Whether two of its values cannot both hold.
    package let isDisputed: Bool
    /// Pairs of its values that can both hold, or that lie near, with how far one speaks for the
    /// other, 0 to 1.
    package let alike: [(first: Int32, second: Int32, weight: Double)]
    /// The question; 0 for a fact.
    package let question: Int32
    package let allowsSeveral: Bool
    package let values: Range<Int>
  }

  /// A value of an item, with the places of its claims in ``Facts/members``.
  package struct Value: Sendable {
    /// For a question the answer's place from 1, negative where it is spoken against; 0 for a fact.
    package let answer: Int32
    package let isDenied: Bool
    /// The object's key, where it belongs to the value.
    package let object: Int32
    /// The middle of the figure in base units; not-a-number for none.
    package let number: Double
    package let claims: Range<Int>
  }

  package private(set) var items: [Item] = []
  package private(set) var values: [Value] = []
  /// The claims' places, value after value, ascending within a value.
  package private(set) var members: [Int32] = []

  /// The claims that give a value.
  package func claims(of value: Value) -> ArraySlice<Int32> { members[value.claims] }

  /// - Complexity: O(claims × log of those under one key).
  package init(_ evidence: Evidence, _ monitor: WorkMonitor = .idle) throws(Cancelled) {
    try monitor.enter(.gathering, of: evidence.claims.count)
    let keys = try ComparisonKeys(evidence, fromBothSides: false, monitor)
    let isRetracted = evidence.retracted
    let classes = ValueClasses(evidence)
    let rules = KeyRules(evidence)
    let modes = evidence.claims.modes
    // Of as many as there can be at most: what is not used is never touched.
    members.reserveCapacity(keys.entries.count)
    values.reserveCapacity(keys.entries.count)
    items.reserveCapacity(keys.entries.count)
    var unseen = 0
    try keys.forEachKey { entries throws(Cancelled) in
      unseen += entries.count
      if unseen >= WorkMonitor.stride {
        try monitor.advance(by: unseen)
        unseen = 0
      }
      guard let first = entries.first else { return }
      let key = KeyContext(first, rules)
      if entries.count == 1 {  // as of most keys
        guard !isRetracted[Int(first.claim)], modes[Int(first.claim)] != .question
        else { return }
        add(classes.content(of: first, key), of: first.claim, key)
        return
      }
      let stated = entries.filter {
        !isRetracted[Int($0.claim)] && modes[Int($0.claim)] != .question
      }
      for cluster in try ItemClusters.split(stated, evidence, byTime: key.changes, monitor) {
        try add(cluster, key, classes, monitor)
      }
    }
  }

  /// Adds an item with one value that one claim gives.
  private mutating func add(_ content: Content, of claim: Int32, _ key: KeyContext) {
    let (value, member) = (values.count, members.count)
    members.append(claim)
    values.append(Value(content, key, claims: member..<(member + 1)))
    items.append(
      Item(
        isDisputed: false, alike: [], question: key.question, allowsSeveral: key.allowsSeveral,
        values: value..<(value + 1)))
  }

  private mutating func add(
    _ entries: [ComparisonKeys.Entry], _ key: KeyContext, _ classes: ValueClasses,
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let start = values.count
    let found = try classes.classes(of: entries, key, monitor)
    for value in found {
      let first = members.count
      members += value.claims
      values.append(Value(value.content, key, claims: first..<members.count))
    }
    guard values.count > start else { return }
    let likeness = try classes.likeness(
      of: found, key, from: Int32(truncatingIfNeeded: start), monitor)
    items.append(
      Item(
        isDisputed: likeness.isDisputed, alike: likeness.pairs, question: key.question,
        allowsSeveral: key.allowsSeveral, values: start..<values.count))
  }
}

extension Facts.Value {
  fileprivate init(_ content: Content, _ key: KeyContext, claims: Range<Int>) {
    let isAnswer = key.question > 0
    self.init(
      answer: isAnswer ? (content.isDenied ? -content.object : content.object) : 0,
      isDenied: content.isDenied, object: isAnswer ? 0 : content.object,
      number: content.figure?.middle ?? .nan, claims: claims)
  }
}

extension Evidence {
  /// For each claim whether its own source has corrected it or taken it back.
  package var retracted: [Bool] {
    var isRetracted =
      takenBack.count == claims.count
      ? takenBack : [Bool](repeating: false, count: claims.count)
    for link in links where link.relation == .corrects || link.relation == .retracts {
      if claims.sources[Int(link.claim)] == claims.sources[Int(link.other)] {
        isRetracted[Int(link.other)] = true
      }
    }
    return isRetracted
  }
}

extension Content.Figure {
  /// The middle of the amount, or its end where it has but one.
  var middle: Double {
    if !low.isFinite { return high }
    return high.isFinite ? low + (high - low) / 2 : low
  }
}
