import AssayModel

@testable import AssayAnalysis

/// Small tables of claims for verdicts, facts and origins, written claim by claim.
///
/// Entity 3 lies in 2 and 2 in 1; source 3 derives from 2 and 2 from 1; a dollar is four soles in
/// the days from 0 to 365.
struct EvidenceSample {
  /// The predicates by their keys.
  enum Relation {
    /// An object, one at a time; several; one, which changes; an object and a figure, which changes
    /// or does not; several figures.
    static let one: Int32 = 1
    static let many: Int32 = 2
    static let changing: Int32 = 3
    static let amount: Int32 = 4
    static let lasting: Int32 = 5
    static let amounts: Int32 = 6
    /// One leader, of several bodies.
    static let ledBy: Int32 = 7
    static let leads: Int32 = 8
    static let met: Int32 = 9
    static let count: Int32 = 9
  }

  /// One claim; what is not given is missing.
  struct Claim: Sendable {
    var source: Int32 = 1
    var fact: (Int32, Int32, Int32) = (0, 0, 0)
    var isDenied = false
    var figure: String?
    var days: ClosedRange<Int32>?
    var text: Int32 = -1
    var mode = Mode.fact
    var speaker: Int32 = 0
    var when: ClosedRange<Int32>?
    var place: Int32 = 0
    var scope: Int32 = -1
    var qualifier: Int32 = -1
    var answers: [ClaimTable.Answer] = []
  }

  static let symbols = ["people", "kg", "t", "USD", "PEN", "cm", "m"]
  static let unitTable: UnitTable = {
    var table = UnitTable(symbols.map { Unit($0) })
    table.rates = [
      UnitTable.Rate(from: Unit("USD"), to: Unit("PEN"), factor: 4, first: 0, last: 365)
    ]
    return table
  }()
  static let parts = undisturbed { () throws(Cancelled) in
    try Containment(wholes: [[], [], [1], [2], [], []])
  }

  /// `>= 50 t`, `~ 1e6`, `10..20 cm`, as a figure; people where no unit is given.
  static func figure(_ words: String) -> Content.Figure {
    var parts = words.split(separator: " ").map(String.init)
    let signs: [String: Bound] = [
      ">=": .atLeast, ">": .moreThan, "<=": .atMost, "<": .lessThan, "~": .about,
    ]
    var bound = Bound.exactly
    if let sign = signs[parts[0]] {
      bound = sign
      parts.removeFirst()
    }
    let symbol = parts.count > 1 ? parts[1] : "people"
    let numbers = parts[0].split(separator: "..").map { Double($0) ?? .nan }
    let quantity =
      numbers.count > 1
      ? Quantity(from: numbers[0], to: numbers[1], Unit(symbol))
      : Quantity(numbers[0], Unit(symbol), bound)
    return Content.Figure(
      low: quantity?.low ?? .nan, high: quantity?.high ?? .nan, bound: quantity?.bound ?? bound,
      unit: Int32(symbols.firstIndex(of: symbol) ?? 0))
  }

  static func evidence(_ list: [Claim], links: [Evidence.Link] = []) -> Evidence {
    var claims = ClaimTable(count: list.count)
    for (place, claim) in list.enumerated() {
      claims.keys[place] = Int32(place + 1)
      claims.sources[place] = claim.source
      claims.subjects[place] = claim.fact.0
      claims.predicates[place] = claim.fact.1
      claims.objects[place] = claim.fact.2
      claims.isDenied[place] = claim.isDenied
      claims.modes[place] = claim.mode
      if let figure = claim.figure.map(figure) {
        claims.figures.low[place] = figure.low
        claims.figures.high[place] = figure.high
        claims.figures.bounds[place] = figure.bound
        claims.figures.units[place] = figure.unit
      }
      if let days = claim.days {
        claims.valueDates.first[place] = days.lowerBound
        claims.valueDates.last[place] = days.upperBound
      }
      if let when = claim.when {
        claims.times.first[place] = when.lowerBound
        claims.times.last[place] = when.upperBound
      }
      claims.valueTexts[place] = claim.text
      claims.speakers[place] = claim.speaker
      claims.places[place] = claim.place
      claims.scopes[place] = claim.scope
      claims.qualifiers[place] = claim.qualifier
    }
    let answers = list.enumerated().flatMap { place, claim in
      claim.answers.map { (Int32(place), $0) }
    }
    undisturbed { () throws(Cancelled) in try claims.setAnswers(answers) }
    var evidence = Evidence(claims: claims)
    evidence.containment = parts
    evidence.units = unitTable
    evidence.links = links
    evidence.sources.rank = [0, 0, 1, 2, 3, 4, 5]
    evidence.sources.published = DayColumn(count: 7)
    evidence.sources.reliability = [Int8](repeating: -1, count: 7)
    evidence.sources.origins = [[], [], [1], [2], [], [], []]
    let keys = 0...Relation.count
    let many: Set<Int32> = [Relation.many, Relation.amounts, Relation.leads, Relation.met]
    evidence.predicates.allowsSeveral = keys.map { many.contains($0) }
    evidence.predicates.changes = keys.map { $0 == Relation.changing || $0 == Relation.amount }
    evidence.predicates.takesValue = keys.map { (Relation.amount...Relation.amounts).contains($0) }
    evidence.predicates.inverses = [
      0, 0, 0, 0, 0, 0, 0, Relation.leads, Relation.ledBy, Relation.met,
    ]
    // Question 2 allows several answers, and they change.
    evidence.questions.answers = [[], ["yes", "no", "perhaps"], ["a", "b", "c"]]
    evidence.questions.allowsSeveral = [false, false, true]
    evidence.questions.changes = [false, false, true]
    return evidence
  }

  /// Claims and links drawn so that keys and contents meet.
  static func random(
    seed: UInt64, saysOneThing: Bool = false, withMet: Bool = true, withLinks: Bool = true
  ) -> Evidence {
    var draw = SplitMix(seed: seed)
    func pick<Element>(_ list: [Element]) -> Element {
      list[Int.random(in: 0..<list.count, using: &draw)]
    }
    let figures = [
      "100", "102", "~ 105", "100..110", ">= 101", "< 90", "> 120", "~ 100", "84.3", "84", "84.21",
      "99..100", "0", "-5", "1e30", "100 kg", "0.1 t", "70 cm", "0.7 m", ">= 0.7 m", "90..110",
      "100 USD", "400 PEN", "900 PEN", "~ 100 USD",
    ]
    let few = pick([2, 5, figures.count])
    let list = (0..<Int.random(in: 2...24, using: &draw)).map { _ in
      var claim = Claim(source: pick([1, 2, 3, 4, 5, 6]))
      if pick([true, true, true, false]) {
        let last = withMet ? Relation.met : Relation.leads
        claim.fact = (pick([1, 2]), pick(Array(1...last)), pick([0, 1, 2, 3, 4]))
      }
      claim.isDenied = pick([false, false, true])
      if (Relation.amount...Relation.amounts).contains(claim.fact.1) {
        claim.fact.2 = pick([0, 0, 4])
        switch pick([0, 0, 0, 1, 2, 3]) {
        case 0: claim.figure = pick(Array(figures.prefix(few)))
        case 1: claim.days = pick([0...9, 3...4, 8...30, 40...40])
        case 2: claim.text = pick([0, 1])
        default: break
        }
      }
      claim.mode = pick([.fact, .fact, .fact, .estimate, .plan, .opinion, .question])
      claim.speaker = pick([0, 0, 0, 1, 2])
      claim.when = pick([nil, nil, 0...300, 100...200, 250...260])
      claim.place = pick([0, 0, 0, 1, 2, 4])
      claim.scope = pick([-1, -1, -1, 0])
      claim.qualifier = pick([-1, -1, -1, 0])
      let answers = (0..<pick([0, 1, saysOneThing ? 1 : 3])).map { _ in
        ClaimTable.Answer(
          question: pick([1, 2]), answer: pick([0, 1, 2]), isFor: pick([true, false]))
      }
      claim.answers = Array(Set(answers))
      return claim
    }
    var links: [Evidence.Link] = []
    for _ in 0..<(withLinks ? pick([0, 0, 2, 4]) : 0) {
      let (one, other) = (pick(Array(list.indices)), pick(Array(list.indices)))
      guard one != other else { continue }
      links.append(
        Evidence.Link(
          claim: Int32(one), relation: pick(Evidence.Link.Relation.allCases), other: Int32(other)))
    }
    return evidence(list, links: links)
  }
}
