import AssayStore
import Testing

@testable import AssayEngine

/// Circles of entities that are parts and of sources that derive, in a whole index.
@Suite struct RecordCirclesTests {
  static let table: [(parts: [(Int, Int)], derivations: [(Int, Int)], isCircle: Bool)] = [
    ([], [], false), ([(1, 2)], [], false), ([(1, 1)], [], true), ([], [(7, 7)], true),
    ([(1, 2), (2, 1)], [], true), ([(1, 2)], [(2, 1)], false),
    ([(1, 2), (1, 3), (2, 4), (3, 4)], [], false),
    ([(1, 2), (1, 3), (2, 4), (3, 4), (4, 1)], [], true),
    ([(1, 2), (1, 2)], [(1, 2), (1, 2)], false),
    ([(9, 8), (8, 7), (7, 6), (6, 8)], [], true),
    ((1..<2000).map { ($0, $0 + 1) }, [], false),
    ((1..<2000).map { ($0, $0 + 1) } + [(2000, 1999)], [], true),
  ]

  @Test(arguments: table.indices)
  func areFound(index: Int) throws {
    let (parts, derivations, isCircle) = Self.table[index]
    let connection = try Connection(path: ":memory:")
    try connection.execute(
      """
      CREATE TABLE parts (part INTEGER, whole INTEGER);
      CREATE TABLE derivations (source INTEGER, origin INTEGER, how TEXT)
      """)
    for (part, whole) in parts {
      try connection.execute("INSERT INTO parts VALUES (\(part), \(whole))")
    }
    for (source, origin) in derivations {
      try connection.execute("INSERT INTO derivations VALUES (\(source), \(origin), 'cites')")
    }
    #expect(try RecordCircles.exist(connection) == isCircle)
  }
}
