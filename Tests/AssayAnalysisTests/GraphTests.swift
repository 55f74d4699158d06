import AssayAnalysis
import Testing

@Suite struct GraphTests {
  @Test func leavesOutEdgesOfUnknownNodes() throws {
    let graph = try EntityGraph(
      nodeCount: 2,
      edges: [
        .init(from: 0, to: 2, label: 10), .init(from: 0, to: 1, label: 11),
        .init(from: -1, to: 0, label: 12), .init(from: 1, to: 1, label: 13),
        .init(from: .max, to: .min, label: 14),
      ])
    #expect(graph.leftOut == [0, 2, 4])
    #expect(graph.edgeCount == 2)
    #expect(try graph.joinedPairs().labels == [11, 13])
    #expect(graph.links(from: 0, to: 1).map(\.edge) == [1])
  }

  @Test(arguments: [0, -3, .min])
  func hasAnswersWithoutNodes(nodeCount: Int) throws {
    let graph = try EntityGraph(nodeCount: nodeCount, edges: [.init(from: 0, to: 0, label: 0)])
    #expect(graph.nodeCount == 0)
    #expect(graph.leftOut == [0])
    #expect(try graph.degrees().isEmpty)
    #expect(try graph.components().count == 0)
    #expect(try graph.components().largest == nil)
    #expect(try graph.joinedPairs().pairs.isEmpty)
    #expect(try graph.pageRank().ranks.isEmpty)
    #expect(try graph.paths(from: 0, to: 0) == .noSuchNode)
  }

  @Test func countsNeighboursOnce() throws {
    let degrees = try GraphSamples.odd.degrees()
    #expect(degrees.map(\.incoming) == [3, 1, 2, 1, 2, 0, 0])
    #expect(degrees.map(\.outgoing) == [2, 2, 2, 1, 0, 2, 0])
    #expect(degrees.map(\.neighbours) == [3, 2, 3, 2, 2, 2, 0])
    #expect(degrees.map(\.edges) == [6, 4, 5, 2, 2, 2, 0])
    let club = try GraphSamples.karateClub.degrees()
    #expect(club[0].neighbours == 16)
    #expect(club[33].neighbours == 17)
    #expect(club.map(\.edges).reduce(0, +) == 2 * 78)
  }

  @Test func numbersComponentsByLeastNode() throws {
    let graph = GraphSamples.graph(nodes: 8, [(7, [2]), (5, [3]), (2, [4]), (6, [6])])
    let components = try graph.components()
    #expect(components.ofNode == [0, 1, 2, 3, 2, 3, 4, 2])
    #expect(components.sizes == [1, 1, 3, 2, 1])
    #expect(components.largest == 2)
    #expect(try GraphSamples.karateClub.components().sizes == [34])
  }

  @Test func namesTheFirstOfTheLargestComponents() throws {
    let graph = GraphSamples.graph(nodes: 5, [(1, [2]), (3, [4])])
    #expect(try graph.components().sizes == [1, 2, 2])
    #expect(try graph.components().largest == 1)
  }

  @Test(arguments: 0..<20)
  func componentsAreWhatCanBeReached(seed: Int) throws {
    let graph = GraphSamples.random(nodes: 40, edges: 10 + 2 * seed, seed: UInt64(seed))
    let components = try graph.components()
    for node in 0..<40 {
      let reached = GraphReference(graph: graph).distances(from: Int32(node)).map { $0 != nil }
      #expect(reached == components.ofNode.map { $0 == components.ofNode[node] })
      #expect(components.sizes[Int(components.ofNode[node])] == reached.count { $0 })
    }
  }

  @Test func gathersTheLabelsOfAPair() throws {
    let either = try GraphSamples.odd.joinedPairs()
    #expect(
      either.pairs.map { [$0.first, $0.second] } == [
        [0, 1], [0, 2], [0, 5], [1, 2], [2, 2], [2, 3], [3, 4], [4, 5],
      ])
    let labels = either.pairs.map { Array(either.labels(of: $0)) }
    #expect(labels == [[0, 1, 10], [2, 4], [9], [3], [5], [6], [7], [8]])
    #expect(either.pairs.map(\.count) == [3, 2, 1, 1, 1, 1, 1, 1])
    let ordered = try GraphSamples.odd.joinedPairs(isOrdered: true)
    let firstPairs = ordered.pairs.prefix(4)
    #expect(firstPairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 0], [1, 2]])
    #expect(firstPairs.map { Array(ordered.labels(of: $0)) } == [[0, 1], [2], [10], [3]])
  }

  @Test(arguments: [false, true])
  func pairsAreThoseOfADictionary(isOrdered: Bool) throws {
    for seed in 0..<20 {
      let graph = GraphSamples.random(nodes: 12, edges: 15 * seed, seed: UInt64(seed))
      var expected: [[Int32]: [Int32]] = [:]
      for edge in graph.edges {
        let key = [edge.from, edge.to]
        expected[isOrdered ? key : key.sorted(), default: []].append(edge.label)
      }
      let joined = try graph.joinedPairs(isOrdered: isOrdered)
      let keys = joined.pairs.map { [$0.first, $0.second] }
      #expect(keys == expected.keys.sorted { $0.lexicographicallyPrecedes($1) })
      #expect(joined.pairs.map { Array(joined.labels(of: $0)) } == keys.map { expected[$0] })
    }
  }
}
