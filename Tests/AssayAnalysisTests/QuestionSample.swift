import AssayAnalysis
import AssayModel

/// Small tables for the analyses of questions and figures, written claim by claim.
struct QuestionSample {
  /// One claim; what is not given is missing.
  struct Claim {
    var source: Int32
    var fact: (Int32, Int32, Int32) = (0, 0, 0)
    var answers: [ClaimTable.Answer] = []
    var mode = Mode.fact
    var isDenied = false
    var isHedged = false
    var speaker: Int32 = 0
    /// Least and greatest amount, and unit.
    var figure: (Double, Double, Int32)?
    var day: Int32?
    var said: Int32?
    var qualifier: Int32 = -1
  }

  var claims = ClaimTable()
  var sources = SourceTable()
  var predicates = PredicateTable()
  var questions = QuestionTable()

  /// - Parameters:
  ///   - sources: How many sources; their keys run from 1, and their ranks the other way.
  ///   - answers: How many answers each question has, from key 1.
  init(_ list: [Claim], sources count: Int32 = 4, answers: [Int] = [2], several: Bool = false) {
    list.forEach { append($0) }
    for key in 0...count {
      sources.rank.append(count - key)
      sources.published.append(key == 1 ? (500, 500) : nil)
      sources.reliability.append(-1)
      sources.origins.append([])
    }
    for key: Int32 in 0...5 {
      predicates.allowsSeveral.append(false)
      predicates.changes.append(true)
      // 2 takes a value; 3 and 4 are each other's inverse.
      predicates.takesValue.append(key == 2)
      predicates.inverses.append([3: 4, 4: 3][key] ?? 0)
    }
    for count in [0] + answers {
      questions.answers.append((0..<count).map { "answer-\($0)" })
      questions.allowsSeveral.append(several)
    }
  }

  private mutating func append(_ claim: Claim) {
    claims.keys.append(Int32(claims.keys.count + 1))
    claims.sources.append(claim.source)
    claims.subjects.append(claim.fact.0)
    claims.predicates.append(claim.fact.1)
    claims.objects.append(claim.fact.2)
    claims.isDenied.append(claim.isDenied)
    claims.modes.append(claim.mode)
    claims.figures.append(claim.figure.map { ($0.0, $0.1, .between, $0.2) })
    claims.valueDates.append(nil)
    claims.valueTexts.append(-1)
    claims.speakers.append(claim.speaker)
    claims.times.append(claim.day.map { ($0, $0) })
    claims.utterances.append(claim.said.map { ($0, $0) })
    claims.places.append(0)
    claims.scopes.append(-1)
    claims.qualifiers.append(claim.qualifier)
    claims.isHedged.append(claim.isHedged)
    claims.answers += claim.answers
    claims.answerStarts.append(Int32(claims.answers.count))
  }
}

extension ClaimTable.Answer {
  /// For an answer of a question.
  static func yes(_ answer: Int32, of question: Int32 = 1) -> Self {
    Self(question: question, answer: answer, isFor: true)
  }

  /// Against an answer of a question.
  static func no(_ answer: Int32, of question: Int32 = 1) -> Self {
    Self(question: question, answer: answer, isFor: false)
  }
}

extension QuestionSample {
  /// Claims drawn at random, some with keys beyond every table.
  static func random(seed: UInt64, count: Int) -> [Claim] {
    var random = Draw(state: seed)
    let figures: [Double] = [-5, 0, 1, 2.5, 1e308, .infinity, -.infinity]
    return (0..<count).map { _ in
      var claim = Claim(source: random.pick([0, -3, 1, 2, 3, 4, 4, 9, .max]))
      let keys: [Int32] = [0, -1, 1, 2, 3, 4, 5, .max]
      claim.fact = (random.pick(keys), random.pick(keys), random.pick(keys))
      claim.mode = random.pick(Mode.allCases)
      (claim.isDenied, claim.isHedged) = (random.pick([true, false]), random.pick([true, false]))
      claim.speaker = random.pick([0, 0, 7])
      claim.qualifier = random.pick([-1, -1, 0])
      if random.pick([true, false]) {
        let (one, other) = (random.pick(figures), random.pick(figures))
        claim.figure = (min(one, other), max(one, other), random.pick([0, 1, 2, .max]))
      }
      claim.day = random.pick([nil, 3, 3, -7, .min, .max])
      claim.said = random.pick([nil, 10])
      claim.answers = (0..<random.pick([0, 1, 1, 2, 3])).map { _ in
        ClaimTable.Answer(
          question: random.pick([1, 1, 2, 2, 0, -4, .max]),
          answer: random.pick([0, 1, 2, -1, .max]), isFor: random.pick([true, false]))
      }
      return claim
    }
  }

  /// SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, 2014).
  struct Draw {
    var state: UInt64

    mutating func pick<Element>(_ list: [Element]) -> Element {
      state &+= 0x9e37_79b9_7f4a_7c15
      var bits = state
      bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
      bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
      return list[Int((bits ^ bits >> 31) % UInt64(list.count))]
    }

    mutating func shuffle<Element>(_ list: [Element]) -> [Element] {
      var list = list
      for place in list.indices.reversed() { list.swapAt(place, pick(Array(0...place))) }
      return list
    }
  }
}
