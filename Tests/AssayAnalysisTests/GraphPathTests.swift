import AssayAnalysis
import Testing

@Suite struct GraphPathTests {
  /// Two ways round from 0 to 3, the second against its arrows; then 4 – 5 apart, 6 alone.
  static let ring = GraphSamples.graph(
    nodes: 7, [(0, [1]), (1, [3]), (3, [2]), (2, [0]), (0, [1]), (1, [0]), (4, [5]), (1, [1])])

  @Test func stepsNameAllParallelEdges() throws {
    let paths = try Self.ring.paths(from: 0, to: 3).paths
    #expect(paths.map(\.nodes) == [[0, 1, 3], [0, 2, 3]])
    let first = try #require(paths.first?.steps.first)
    #expect(first.links.map(\.edge) == [0, 4, 5])
    #expect(first.links.map(\.isForward) == [true, true, false])
    let second = try #require(paths.last)
    #expect(second.steps.map { $0.links.map(\.edge) } == [[3], [2]])
    #expect(second.steps.map { $0.links.map(\.isForward) } == [[false], [false]])
  }

  @Test func linksOfALoopAreGivenOnce() {
    #expect(Self.ring.links(from: 1, to: 1).map(\.edge) == [7])
    #expect(Self.ring.links(from: 1, to: 1).map(\.isForward) == [true])
    #expect(Self.ring.links(from: 0, to: 4).isEmpty)
    #expect(Self.ring.links(from: 0, to: 99).isEmpty)
  }

  @Test func aNodeIsNoStepFromItself() throws {
    for node: Int32 in [0, 1, 6] {
      guard case .joined(let paths, areAll: true) = try Self.ring.paths(from: node, to: node) else {
        Issue.record("no path from \(node) to itself")
        continue
      }
      #expect(paths.map(\.nodes) == [[node]])
      #expect(paths.map(\.length) == [0])
    }
  }

  static let without: [(from: Int32, to: Int32, avoiding: Set<Int32>, EntityGraph.PathAnswer)] = [
    (0, 4, [], .apart(fromSize: 4, toSize: 2)),
    (6, 5, [], .apart(fromSize: 1, toSize: 2)),
    (0, 3, [1, 2], .apart(fromSize: 1, toSize: 1)),
    (0, 4, [3, 5], .apart(fromSize: 3, toSize: 1)),
    (0, 4, [0, 4, -1, 99], .apart(fromSize: 4, toSize: 2)),
    (0, 7, [], .noSuchNode),
    (-1, 0, [], .noSuchNode),
    (.max, .min, [], .noSuchNode),
  ]

  @Test(arguments: without)
  func saysWhyThereIsNoPath(
    from: Int32, to: Int32, avoiding: Set<Int32>, answer: EntityGraph.PathAnswer
  ) throws {
    #expect(try Self.ring.paths(from: from, to: to, avoiding: avoiding) == answer)
    #expect(answer.paths.isEmpty)
  }

  @Test func avoidsNodesButNotTheEnds() throws {
    let paths = try Self.ring.paths(from: 0, to: 3, avoiding: [0, 1, 3]).paths
    #expect(paths.map(\.nodes) == [[0, 2, 3]])
  }

  @Test func tellsTheLengthThatIsTooLong() throws {
    let graph = Self.ring
    #expect(try graph.paths(from: 0, to: 3, longest: 1) == .tooLong(length: 2))
    #expect(try graph.paths(from: 0, to: 3, longest: 2).paths.count == 2)
    #expect(try graph.paths(from: 0, to: 0, longest: -1) == .tooLong(length: 0))
    #expect(try graph.paths(from: 0, to: 4, longest: 1) == .apart(fromSize: 4, toSize: 2))
  }

  /// Members 14 and 16 of the club have 14 shortest paths of 5 steps (NetworkX 3.6.1).
  @Test(arguments: [(14, true), (.max, true), (13, false), (1, false), (0, false), (-1, false)])
  func saysWhetherTheLimitCutPathsOff(limit: Int, isWhole: Bool) throws {
    let answer = try GraphSamples.karateClub.paths(from: 14, to: 16, limit: limit)
    guard case .joined(let paths, let areAll) = answer else {
      Issue.record("no path")
      return
    }
    #expect(areAll == isWhole)
    #expect(paths.count == min(14, max(0, limit)))
    #expect(limit < 1 || paths.first?.nodes == [14, 32, 2, 0, 5, 16])
    #expect(limit < 14 || paths.last?.nodes == [14, 33, 31, 0, 6, 16])
  }

  @Test(arguments: 0..<24)
  func areThoseOfBruteForce(seed: Int) throws {
    let graph = GraphSamples.random(nodes: 7, edges: 4 + seed / 2, seed: UInt64(seed))
    let reference = GraphReference(graph: graph)
    for from in 0..<Int32(7) {
      for to in 0..<Int32(7) {
        let paths = try graph.paths(from: from, to: to, limit: .max).paths
        #expect(paths.map(\.nodes) == reference.shortestPaths(from: from, to: to))
        for path in paths { expectLinks(of: path, in: graph) }
      }
    }
  }

  @Test(arguments: 0..<12)
  func haveTheLengthOfTheReference(seed: Int) throws {
    let graph = GraphSamples.random(nodes: 150, edges: 100 + 20 * seed, seed: UInt64(seed))
    let components = try graph.components()
    let sizes = components.ofNode.map { components.sizes[Int($0)] }
    for from in stride(from: Int32(0), to: 150, by: 31) {
      let answers = try (0..<150).map { try graph.paths(from: from, to: $0) }
      let distances = GraphReference(graph: graph).distances(from: from)
      #expect(answers.map { $0.paths.first?.length } == distances)
      for (to, answer) in answers.enumerated() where distances[to] == nil {
        #expect(answer == .apart(fromSize: sizes[Int(from)], toSize: sizes[to]))
      }
    }
  }

  @Test(arguments: 0..<12)
  func haveTheLengthOfTheReferenceWithoutSomeNodes(seed: Int) throws {
    let graph = GraphSamples.random(nodes: 60, edges: 130, seed: UInt64(seed))
    var draws = GraphSamples.Draws(seed: UInt64(seed))
    let avoided = Set((0..<15).map { _ in draws.next(below: 60) })
    let kept = (0..<Int32(60)).filter { !avoided.contains($0) }
    for from in kept.prefix(8) {
      let distances = GraphReference(graph: graph).distances(from: from, avoiding: avoided)
      let paths = try kept.map { try graph.paths(from: from, to: $0, avoiding: avoided).paths }
      #expect(paths.map { $0.first?.length } == kept.map { distances[Int($0)] })
      #expect(paths.joined().allSatisfy { avoided.isDisjoint(with: $0.nodes) })
    }
  }

  @Test func aLongChainHasOnePath() throws {
    let count: Int32 = 20_000
    let graph = try EntityGraph(
      nodeCount: Int(count),
      edges: (1..<count).map { EntityGraph.Edge(from: $0, to: $0 - 1, label: 0) })
    #expect(try graph.paths(from: 0, to: count - 1).paths.map(\.nodes) == [Array(0..<count)])
  }

  /// Every step has exactly the edges between its two nodes, in order, with their direction.
  private func expectLinks(of path: EntityGraph.Path, in graph: EntityGraph) {
    for (before, step) in zip(path.nodes, path.steps) {
      let expected = graph.edges.indices.compactMap { number -> [Int]? in
        let edge = graph.edges[number]
        if (edge.from, edge.to) == (before, step.node) { return [number, 1] }
        return (edge.to, edge.from) == (before, step.node) ? [number, 0] : nil
      }
      #expect(step.links.map { [Int($0.edge), $0.isForward ? 1 : 0] } == expected)
    }
  }
}
