import AssayModel

@testable import AssayAnalysis

/// A pair of claims with its verdict, as it is told once it is looked at by itself.
struct PairRow: Hashable, Comparable, CustomStringConvertible {
  let left: Int
  let right: Int
  let verdict: Verdict
  let field: DecidingField
  let isUndated: Bool
  /// The question, 0 for a fact, with the answers as the rows tell them; the lesser one first.
  let question: Int32
  let answers: [Int32]

  var description: String {
    "\(left)-\(right) \(verdict) \(field)\(isUndated ? " undated" : "") \(question) \(answers)"
  }

  static func < (one: PairRow, other: PairRow) -> Bool { one.description < other.description }
}

/// All pairs of claims tried with all: what the keys and the gathering may not change.
struct NaiveConflicts {
  let evidence: Evidence
  private let comparer: ContentComparer
  private let judge: PairJudge
  private let dependence: Dependence
  private let isRetracted: [Bool]

  init(_ evidence: Evidence) {
    self.evidence = evidence
    comparer = ContentComparer(units: evidence.units, containment: evidence.containment)
    judge = PairJudge(evidence)
    dependence = Dependence(evidence.claims, evidence.sources)
    isRetracted = evidence.claims.keys.indices.map { claim in
      evidence.links.contains {
        Int($0.other) == claim && ($0.relation == .corrects || $0.relation == .retracts)
          && evidence.claims.sources[Int($0.claim)] == evidence.claims.sources[claim]
      }
    }
  }

  /// A claim under a key: subject, predicate, object if it belongs to the key, further fields; or
  /// -1 and the question.
  private struct Place {
    let key: [Int32]
    let entry: ComparisonKeys.Entry
  }

  private func places(of claim: Int) -> [Place] {
    let claims = evidence.claims
    let (subject, predicate, object) = (
      claims.subjects[claim], claims.predicates[claim], claims.objects[claim]
    )
    func entry(_ high: Int32, _ low: Int32, answer: Int, isMirrored: Bool) -> ComparisonKeys.Entry {
      ComparisonKeys.Entry(
        high: UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low)), low: 0,
        claim: Int32(claim), isMirrored: isMirrored, answer: Int32(answer))
    }
    var places: [Place] = []
    for place in claims.answers(of: claim).indices {
      let question = claims.answers[place].question
      places.append(
        Place(key: [-1, question], entry: entry(-1, question, answer: place, isMirrored: false)))
    }
    guard subject > 0, predicate > 0 else { return places }
    let qualifier = claims.qualifiers[claim]
    let isKey = evidence.predicates.takesValue[Int(predicate)]
    places.append(
      Place(
        key: [subject, predicate, isKey ? object : 0, qualifier],
        entry: entry(subject, predicate, answer: -1, isMirrored: false)))
    let inverse = evidence.predicates.inverses[Int(predicate)]
    if inverse > 0, object > 0 {
      places.append(
        Place(
          key: [object, inverse, 0, qualifier],
          entry: entry(object, inverse, answer: -1, isMirrored: true)))
    }
    return places
  }

  /// The rows of all pairs, once for each fact and each two answers of a pair.
  func rows() -> [PairRow] {
    var rows: [PairRow] = []
    let places = (0..<evidence.claims.count).map { self.places(of: $0) }
    let linked = links()
    for (left, ones) in places.enumerated() {
      for right in places.indices where right > left {
        if let row = linked[[left, right]] {
          rows.append(row)
          continue
        }
        // A fact is met from both sides of its relation, and counts once.
        var hasFact = false
        for one in ones {
          for other in places[right] where one.key == other.key {
            let isFact = one.entry.answer < 0
            if isFact, hasFact { continue }
            hasFact = hasFact || isFact
            rows.append(row(left, one.entry, right, other.entry))
          }
        }
      }
    }
    return rows.sorted()
  }

  private func row(
    _ left: Int, _ one: ComparisonKeys.Entry, _ right: Int, _ other: ComparisonKeys.Entry
  ) -> PairRow {
    let (claims, key) = (ComparedColumns(evidence.claims), KeyContext(one, KeyRules(evidence)))
    let contents = (
      left: Content(claims, one, objectIsKey: key.objectIsKey),
      right: Content(claims, other, objectIsKey: key.objectIsKey)
    )
    func position(_ claim: Int) -> Position {
      Position(claims, claim, value: 0, isRetracted: isRetracted[claim], isLinked: false)
    }
    let comparison = comparer.compare(
      contents.left, contents.right, allowsSeveral: key.allowsSeveral, isAnswer: key.question > 0)
    var judgement = judge.judge(position(left), position(right), comparison, key, contents)
    if judgement.verdict == .agrees, let tie = dependence.tie(Int32(left), Int32(right)) {
      (judgement.verdict, judgement.deciding) = (.restates, tie)
    }
    let answers = [contents.left, contents.right].map { $0.isDenied ? -$0.object : $0.object }
    return PairRow(
      left: left, right: right, verdict: judgement.verdict, field: judgement.deciding,
      isUndated: judgement.isUndated, question: key.question,
      answers: key.question > 0 ? answers : [0, 0])
  }

  /// The pairs that a person has spoken of; the last word counts.
  private func links() -> [[Int]: PairRow] {
    var rows: [[Int]: PairRow] = [:]
    for link in evidence.links {
      let (one, other) = (Int(link.claim), Int(link.other))
      let isOwn = evidence.claims.sources[one] == evidence.claims.sources[other]
      if isOwn, link.relation == .corrects || link.relation == .retracts { continue }
      let words: [Evidence.Link.Relation: Verdict] = [
        .supports: .agrees, .refines: .refines, .restates: .restates,
      ]
      let isTakenBack = isRetracted[one] || isRetracted[other]
      let verdict = isTakenBack ? .retracted : words[link.relation] ?? .contradicts
      rows[[min(one, other), max(one, other)]] = PairRow(
        left: min(one, other), right: max(one, other), verdict: verdict, field: .link,
        isUndated: verdict == .contradicts && mayDifferInTime(one, other), question: 0,
        answers: [0, 0])
    }
    return rows
  }

  /// Whether a date is missing of two claims, and what one of them says may change.
  private func mayDifferInTime(_ one: Int, _ other: Int) -> Bool {
    let (times, changes) = (evidence.claims.times, evidence.predicates.changes)
    return (times.isMissing(one) || times.isMissing(other))
      && [one, other].contains { changes[Int(evidence.claims.predicates[$0])] }
  }
}

extension Conflicts {
  /// The rows of pairs, as ``NaiveConflicts`` gives them.
  var pairRows: [PairRow] {
    (0..<count).map { row in
      PairRow(
        left: Int(left[row]), right: Int(right[row]), verdict: verdicts[row],
        field: deciding[row], isUndated: flags[row].contains(.ifSameTime),
        question: questions[row], answers: [leftAnswers[row], rightAnswers[row]])
    }.sorted()
  }
}
