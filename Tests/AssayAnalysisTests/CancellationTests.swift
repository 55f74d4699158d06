import AssayModel
import Synchronization
import Testing

@testable import AssayAnalysis

/// Every analysis ends when its monitor says so, at whichever look.
@Suite struct CancellationTests {
  /// Counts looks, and says at one of them, and from then on, that the work is to stop.
  private final class Looks: Sendable {
    private let count = Atomic(0)
    private let last: Int

    init(upTo last: Int = .max) { self.last = last }

    var total: Int { count.load(ordering: .relaxed) }

    var monitor: WorkMonitor {
      WorkMonitor(isInterrupted: { [self] in
        count.add(1, ordering: .relaxed).newValue >= last
      })
    }
  }

  typealias Work = @Sendable (WorkMonitor) throws(Cancelled) -> Void

  /// The analyses by their names.
  static let table: [(name: String, work: Work)] = [
    ("facts", { monitor throws(Cancelled) in _ = try Facts(claims, monitor) }),
    (
      "origins",
      { monitor throws(Cancelled) in
        let origins = try Origins(claims, try Facts(claims), rules: .all, monitor)
        _ = try origins.components(of: places, monitor)
      }
    ),
    (
      "support",
      { monitor throws(Cancelled) in _ = try Support(claims, Facts(claims), origins(), monitor) }
    ),
    (
      "voting",
      { monitor throws(Cancelled) in _ = try Voting(claims, Facts(claims), origins(), monitor) }
    ),
    (
      "flips",
      { monitor throws(Cancelled) in
        if let votes = fewVotes { _ = try votes.flips(monitor) }
      }
    ),
    (
      "conflicts",
      { monitor throws(Cancelled) in
        _ = try ConflictFinder.conflicts(in: claims, ConflictScope(givesAll: true), monitor)
      }
    ),
    (
      "pairs of claims",
      { monitor throws(Cancelled) in
        let scope = ConflictScope(givesAll: true, givesPairs: true)
        _ = try ConflictFinder.conflicts(in: claims, scope, monitor)
      }
    ),
    (
      "omissions",
      { monitor throws(Cancelled) in
        _ = try Omissions(
          claims: claims.claims, sources: claims.sources, predicates: claims.predicates,
          questions: claims.questions, limit: 1000, monitor)
      }
    ),
    (
      "matrix",
      { monitor throws(Cancelled) in
        _ = try StanceMatrix(
          of: [1, 2], claims: claims.claims, sources: claims.sources, questions: claims.questions,
          monitor)
      }
    ),
    (
      "hypotheses",
      { monitor throws(Cancelled) in
        _ = try Hypotheses(
          on: 1, claims: claims.claims, sources: claims.sources, questions: claims.questions,
          monitor)
      }
    ),
    (
      "drift",
      { monitor throws(Cancelled) in
        _ = try Drift(
          claims: claims.claims, sources: claims.sources, dimensions: claims.units.dimensions,
          monitor)
      }
    ),
    ("copies", { monitor throws(Cancelled) in _ = try texts.matches(monitor) }),
    (
      "overlaps",
      { monitor throws(Cancelled) in _ = try texts.overlaps(of: texts.matches(), monitor) }
    ),
    (
      "graph",
      { monitor throws(Cancelled) in
        _ = try EntityGraph(nodeCount: graph.nodeCount, edges: graph.edges, monitor)
      }
    ),
    ("components", { monitor throws(Cancelled) in _ = try graph.components(monitor) }),
    ("degrees", { monitor throws(Cancelled) in _ = try graph.degrees(monitor) }),
    ("pairs of nodes", { monitor throws(Cancelled) in _ = try graph.joinedPairs(monitor) }),
    ("page rank", { monitor throws(Cancelled) in _ = try graph.pageRank(monitor) }),
    ("paths", { monitor throws(Cancelled) in _ = try graph.paths(from: 0, to: 9000, monitor) }),
  ]

  @Test(arguments: table.indices)
  func stopsAtEachLook(index: Int) throws {
    let (name, work) = Self.table[index]
    let all = Looks()
    try work(all.monitor)
    #expect(all.total > 1, "\(name)")
    // Of two threads that end work together, how often each looks is never quite the same.
    let latest = name == "conflicts" || name == "pairs of claims" ? all.total / 2 : all.total
    for last in Set([1, 2, 3, all.total / 4, all.total / 2, all.total - 1, all.total]).sorted()
    where last > 0 && last <= latest {
      let looks = Looks(upTo: last)
      #expect(throws: Cancelled.interrupted, "\(name), look \(last) of \(all.total)") {
        try work(looks.monitor)
      }
    }
  }

  @Test(arguments: TrustModel.allCases)
  func modelsStop(model: TrustModel) throws {
    let votes = try #require(Self.votes)
    let all = Looks()
    _ = try votes.winners(by: votes.scores(under: model, all.monitor), all.monitor)
    for last in [1, 2, all.total / 2, all.total] {
      let monitor = Looks(upTo: last).monitor
      #expect(throws: Cancelled.interrupted, "\(model), look \(last) of \(all.total)") {
        try votes.winners(by: votes.scores(under: model, monitor), monitor)
      }
    }
  }

  @Test func modelsOnTwoThreadsStop() throws {
    let votes = try #require(Self.votes)
    let all = Looks()
    _ = try votes.scores(under: TrustModel.allCases, all.monitor)
    for last in stride(from: 1, through: all.total, by: max(1, all.total / 12)) {
      #expect(throws: Cancelled.interrupted, "look \(last) of \(all.total)") {
        try votes.scores(under: TrustModel.allCases, Looks(upTo: last).monitor)
      }
    }
  }

  // Samples of some thousand claims, so that loops are looked into and not only at.

  private static let claims: Evidence = {
    var draw = SplitMix(seed: 7)
    let relations = [1, 2, 3, 4, 5, 6, 9] as [Int32]
    let list = (0..<9000).map { place in
      var claim = EvidenceSample.Claim(source: Int32.random(in: 1...6, using: &draw))
      // One key has hundreds of values, the others a few.
      let isCrowded = place % 30 == 0
      let subject = isCrowded ? 1 : Int32.random(in: 2...900, using: &draw)
      let relation = isCrowded ? 5 : relations[Int.random(in: 0..<relations.count, using: &draw)]
      claim.fact = (subject, relation, Int32.random(in: 1...5, using: &draw))
      if isCrowded { claim.fact.2 = 4 }
      if (4...6).contains(relation) { claim.figure = "\(100 + 7 * (place % 300))" }
      if place % 3 == 0 {
        let answer = Int32.random(in: 0...2, using: &draw)
        claim.answers = [
          .init(question: Int32(1 + place % 2), answer: answer, isFor: place % 4 > 0)
        ]
      }
      return claim
    }
    return EvidenceSample.evidence(list)
  }()

  private static let places = (0..<Int32(claims.claims.count)).map { $0 }[...]

  private static func origins() throws(Cancelled) -> Origins {
    try Origins(claims, nil, rules: [.derivation, .speaker])
  }

  private static let votes = undisturbed { () throws(Cancelled) in
    try Voting(claims, Facts(claims), origins()).votes
  }

  private static let fewVotes = LooseVotes(seed: 3).ordered

  private static let graph = GraphSamples.random(nodes: 9500, edges: 30_000, seed: 5)

  private static let texts: CopyFinder = {
    var draw = SplitMix(seed: 11)
    var finder = CopyFinder()
    let sentences = (0..<40).map { _ in
      (0..<12).map { _ in "w\(Int.random(in: 0..<400, using: &draw))" }.joined(separator: " ")
    }
    for unit in 0..<600 {
      let text = (0..<3).map { _ in sentences[Int.random(in: 0..<40, using: &draw)] }
        .joined(separator: ". ")
      Array(text.utf8).withUnsafeBufferPointer { finder.add($0, document: Int32(unit / 10)) }
    }
    return finder
  }()
}
