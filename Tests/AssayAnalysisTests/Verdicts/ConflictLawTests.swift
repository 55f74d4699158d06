import AssayModel
import Testing

@testable import AssayAnalysis

/// What holds of the verdicts on any claims.
@Suite struct ConflictLawTests {
  private static let seeds: ClosedRange<UInt64> = 1...200

  private func conflicts(
    _ evidence: Evidence, all givesAll: Bool, pairs givesPairs: Bool
  ) throws -> Conflicts {
    try ConflictFinder.conflicts(
      in: evidence, ConflictScope(givesAll: givesAll, givesPairs: givesPairs))
  }

  /// Keys and gathering find what trying all with all finds.
  @Test func pairsAreThoseOfTryingAllWithAll() throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed)
      let found = try conflicts(evidence, all: true, pairs: true)
      #expect(found.pairRows == NaiveConflicts(evidence).rows(), "seed \(seed)")
      #expect(zip(found.left, found.right).allSatisfy { $0 < $1 }, "seed \(seed)")
    }
  }

  /// A row of two values counts the pairs that it stands for. Where a claim says two things to one
  /// question, a contradiction that a row before it names is told once.
  @Test func countsAreThoseOfThePairs() throws {
    for seed in Self.seeds {
      let saysOneThing = seed % 2 == 0
      let evidence = EvidenceSample.random(seed: seed, saysOneThing: saysOneThing)
      let values = try conflicts(evidence, all: true, pairs: false)
      let pairs = try conflicts(evidence, all: true, pairs: true)
      for verdict in Verdict.allCases {
        let count = pairs.verdicts.count { $0 == verdict }
        let sum = values.verdicts.indices.filter { values.verdicts[$0] == verdict }
          .map { values.pairCounts[$0] }.reduce(0, +)
        if saysOneThing || verdict != .contradicts {
          #expect(sum == Double(count), "seed \(seed), \(verdict)")
        } else {
          #expect(sum <= Double(count), "seed \(seed)")
        }
      }
      // A pair of claims that contradicts itself in some way is never lost altogether.
      let left = Set(pairs.pairRows.filter { $0.verdict == .contradicts }.map(\.question))
      #expect(left == Set(values.pairRows.filter { $0.verdict == .contradicts }.map(\.question)))
      #expect(values.pairCounts.allSatisfy { $0 >= 1 }, "seed \(seed)")
    }
  }

  @Test(arguments: [false, true])
  func contradictionsAreAmongAll(givesPairs: Bool) throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed)
      let all = try conflicts(evidence, all: true, pairs: givesPairs)
      let some = try conflicts(evidence, all: false, pairs: givesPairs)
      let rows = all.verdicts.indices.filter { all.verdicts[$0] == .contradicts }
      #expect(some.words == rows.map { all.words[$0] }, "seed \(seed)")
    }
  }

  /// Nothing is told of a claim beside itself, and what stands for a row is the first of each side.
  @Test func rowsNameTheirFirstPair() throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed)
      let values = try conflicts(evidence, all: true, pairs: false)
      let pairs = Set(try conflicts(evidence, all: true, pairs: true).pairRows)
      for row in 0..<values.count {
        #expect(values.left[row] != values.right[row], "seed \(seed)")
        let (one, other) = (Int(values.left[row]), Int(values.right[row]))
        let answers = [values.leftAnswers[row], values.rightAnswers[row]]
        let named = PairRow(
          left: min(one, other), right: max(one, other), verdict: values.verdicts[row],
          field: values.deciding[row], isUndated: values.flags[row].contains(.ifSameTime),
          question: values.questions[row], answers: one < other ? answers : answers.reversed())
        #expect(pairs.contains(named), "seed \(seed): \(named)")
      }
    }
  }

  /// The claims on each side of the contradictions of facts, counted in the pairs.
  @Test func sidesAreCounted() throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed, saysOneThing: true, withLinks: false)
      let values = try conflicts(evidence, all: true, pairs: false)
      let pairs = try conflicts(evidence, all: true, pairs: true).pairRows
      let claims = evidence.claims
      func content(_ claim: Int) -> [String] {
        ["\(claims.isDenied[claim]) \(claims.objects[claim]) \(claims.valueTexts[claim])"]
          + ["\(claims.figures.low[claim]) \(claims.figures.high[claim])"]
          + ["\(claims.figures.units[claim]) \(claims.figures.bounds[claim])"]
          + ["\(claims.valueDates.first[claim]) \(claims.valueDates.last[claim])"]
          + ["\(claims.subjects[claim]) \(claims.predicates[claim]) \(claims.qualifiers[claim])"]
      }
      for row in 0..<values.count where values.questions[row] == 0 {
        let (one, other) = (Int(values.left[row]), Int(values.right[row]))
        // Of a relation with two sides one content is written in two ways.
        guard evidence.predicates.inverses[Int(claims.predicates[one])] == 0 else { continue }
        var (left, right) = (Set<Int>(), Set<Int>())
        let isUndated = values.flags[row].contains(.ifSameTime)
        let (first, second) = (content(one), content(other))
        for pair in pairs
        where pair.question == 0 && pair.verdict == values.verdicts[row]
          && pair.isUndated == isUndated
        {
          let ends = (content(pair.left), content(pair.right))
          if ends == (first, second) {
            left.insert(pair.left)
            right.insert(pair.right)
          } else if ends == (second, first) {
            left.insert(pair.right)
            right.insert(pair.left)
          }
        }
        if first == second { (left, right) = (left.union(right), left.union(right)) }
        let counts = (Int(values.leftCounts[row]), Int(values.rightCounts[row]))
        if [.agrees, .restates].contains(values.verdicts[row]) {
          // Claims that say the same in one manner are counted together.
          #expect(counts.0 >= left.count && counts.1 >= right.count, "seed \(seed)")
        } else {
          #expect(counts == (left.count, right.count), "seed \(seed), row \(row)")
        }
      }
    }
  }

  /// The keys of entities, predicates and sources say nothing.
  @Test(arguments: [false, true])
  func keysSayNothing(givesPairs: Bool) throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed)
      let renamed = evidence.renamed(seed: seed &* 31)
      let one = try conflicts(evidence, all: true, pairs: givesPairs)
      let other = try conflicts(renamed, all: true, pairs: givesPairs)
      #expect(one.words.sorted() == other.words.sorted(), "seed \(seed)")
    }
  }

  @Test func orderIsTheSameEachTime() throws {
    for seed in Self.seeds {
      let evidence = EvidenceSample.random(seed: seed)
      let one = try conflicts(evidence, all: true, pairs: false)
      #expect(one.words == (try conflicts(evidence, all: true, pairs: false)).words)
    }
  }
}

extension Conflicts {
  /// Each row in words.
  var words: [String] {
    (0..<count).map { row in
      "\(left[row]) \(right[row]) \(verdicts[row]) \(deciding[row]) \(flags[row].rawValue)"
        + " \(gaps[row]) \(days[row]) \(leftCounts[row]) \(rightCounts[row]) \(pairCounts[row])"
        + " \(questions[row]) \(leftAnswers[row]) \(rightAnswers[row])"
    }
  }
}

extension Evidence {
  /// The same with other keys of entities, predicates and sources; their ranks stay.
  func renamed(seed: UInt64) -> Evidence {
    var draw = SplitMix(seed: seed)
    func numbers(_ count: Int) -> [Int32] {
      [0] + (1..<Int32(count)).shuffled(using: &draw)
    }
    let (entities, relations) = (numbers(6), numbers(predicates.count))
    let keys = numbers(sources.count)
    var other = self
    other.claims.subjects = claims.subjects.map { entities[Int($0)] }
    other.claims.objects = claims.objects.map { entities[Int($0)] }
    other.claims.places = claims.places.map { entities[Int($0)] }
    other.claims.predicates = claims.predicates.map { relations[Int($0)] }
    other.claims.sources = claims.sources.map { keys[Int($0)] }
    for place in 1..<predicates.count {
      let to = Int(relations[place])
      other.predicates.allowsSeveral[to] = predicates.allowsSeveral[place]
      other.predicates.changes[to] = predicates.changes[place]
      other.predicates.takesValue[to] = predicates.takesValue[place]
      other.predicates.inverses[to] = relations[Int(predicates.inverses[place])]
    }
    for place in 1..<sources.count {
      let to = Int(keys[place])
      other.sources.rank[to] = sources.rank[place]
      other.sources.origins[to] = sources.origins[place].map { keys[Int($0)] }
    }
    var wholes = [[Int32]](repeating: [], count: 6)
    for (part, whole) in [(2, 1), (3, 2)] { wholes[Int(entities[part])] = [entities[whole]] }
    other.containment = undisturbed { () throws(Cancelled) in try Containment(wholes: wholes) }
    return other
  }
}
