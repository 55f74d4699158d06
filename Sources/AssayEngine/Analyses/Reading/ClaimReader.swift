import AssayAnalysis
import AssayModel
import AssayQuery
import AssayStore
import AssayText

/// Reads claims from the index into columns, once and in one scan.
struct ClaimReader {
  let workspace: Workspace
  /// The figures' units by their numbers.
  private(set) var units: [Unit] = []
  private var unitNumbers: [UInt64: Int32] = [:]
  private var textNumbers: [[UInt8]: Int32] = [:]
  /// For each key the place of its claim, from 1; 0 for claims that are not asked for.
  private(set) var places: [Int32] = []

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The claims that are the rows of a plan.
  mutating func claims(of plan: LogicalPlan) throws -> ClaimTable {
    let count = try place(plan)
    var table = ClaimTable(count: count)
    let wanted = count * 3 < places.count ? SQLCompiler.compileKeys(plan) : nil
    try readFields(into: &table, of: wanted)
    try readQualifiers(into: &table)
    try readAnswers(into: &table)
    return table
  }

  /// Gives each claim its place in the order of ids, and says how many there are.
  private mutating func place(_ plan: LogicalPlan) throws -> Int {
    let connection = workspace.connection
    let greatest = try connection.prepare("SELECT coalesce(max(key), 0) FROM claims")
    let most = try greatest.step() ? Int(greatest.integer(0)) : 0
    var isWanted: [Bool] = []
    if case .relation = plan {
    } else if let keys = SQLCompiler.compileKeys(plan) {
      isWanted = [Bool](repeating: false, count: most + 1)
      let statement = try workspace.prepare(keys)
      while try workspace.step(statement) {
        let key = Int(statement.integer(0))
        if key >= 0, key <= most { isWanted[key] = true }
      }
    }
    places = [Int32](repeating: 0, count: most + 1)
    try workspace.monitor.enter(.ordering, of: most)
    var count: Int32 = 0
    let ordered = try connection.prepare("SELECT key FROM claims INDEXED BY claims_id ORDER BY id")
    var seen = 0
    while try workspace.step(ordered) {
      seen += 1
      try workspace.monitor.reach(seen)
      let key = Int(ordered.integer(0))
      if isWanted.isEmpty || isWanted[key] {
        count += 1
        places[key] = count
      }
    }
    return Int(count)
  }

  private static let fields = """
    SELECT key, source, subject, predicate, object, denied, mode, "value.low", "value.high",
      "value.bound", "value.unit", "value-date.first", "value-date.last", "value-text", speaker,
      "when.first", "when.last", place, scope, hedge, "said.first", "said.last"
    FROM claims
    """

  private mutating func readFields(into table: inout ClaimTable, of wanted: SQL?) throws {
    var sql: SQL = SQL(stringLiteral: Self.fields)
    if let wanted { sql += " WHERE key IN (\(wanted))" }
    let statement = try workspace.prepare(sql)
    try workspace.monitor.enter(
      .readingClaims, of: wanted == nil ? max(0, places.count - 1) : table.count)
    var seen = 0
    while try workspace.step(statement) {
      seen += 1
      try workspace.monitor.reach(seen)
      let key = statement.integer(0)
      let place = Int(places[Int(key)]) - 1
      guard place >= 0 else { continue }
      table.keys[place] = Int32(truncatingIfNeeded: key)
      table.sources[place] = statement.key(1)
      table.subjects[place] = statement.key(2)
      table.predicates[place] = statement.key(3)
      table.objects[place] = statement.key(4)
      table.isDenied[place] = statement.integer(5) != 0
      table.modes[place] = Mode(firstByte: statement.bytes(6).first)
      let low = statement.double(7)
      // NULL is read as 0.
      if low != 0 || !statement.isNull(7) {
        table.figures.low[place] = low
        table.figures.high[place] = statement.double(8)
        table.figures.bounds[place] = Bound(rawValue: statement.integer(9)) ?? .exactly
        table.figures.units[place] = unit(statement.bytes(10))
      }
      table.valueDates.set(place, statement, 11)
      table.valueTexts[place] = text(statement, 13)
      table.speakers[place] = statement.key(14)
      table.times.set(place, statement, 15)
      table.places[place] = statement.key(17)
      table.scopes[place] = text(statement, 18)
      table.isHedged[place] = !statement.isNull(19)
      table.utterances.set(place, statement, 20)
    }
  }

  private mutating func unit(_ symbol: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = WordHash.of(symbol)
    if let known = unitNumbers[hash] { return known }
    units.append(Unit(String(decoding: symbol, as: UTF8.self)))
    let number = Int32(units.count - 1)
    unitNumbers[hash] = number
    return number
  }

  private mutating func text(_ statement: AssayStore.Statement, _ column: Int) -> Int32 {
    let bytes = statement.bytes(column)
    guard bytes.baseAddress != nil else { return -1 }  // NULL
    var folded: [UInt8] = []
    WordFolding.appendWords(of: bytes, to: &folded)
    return number(folded)
  }

  private mutating func number(_ text: [UInt8]) -> Int32 {
    if let known = textNumbers[text] { return known }
    let number = Int32(textNumbers.count)
    textNumbers[text] = number
    return number
  }

  /// The further fields of a claim, taken together as one text.
  private mutating func readQualifiers(into table: inout ClaimTable) throws {
    let statement = try workspace.connection.prepare(
      """
      SELECT claim, predicate, object, low, high, unit, first, last, text FROM qualifiers
      ORDER BY claim, predicate, object, low, high, unit, first, last, text
      """)
    var words: [UInt8] = []
    var current = 0
    func finish(_ reader: inout ClaimReader) {
      guard current > 0, !words.isEmpty else { return }
      table.qualifiers[current - 1] = reader.number(words)
    }
    while try workspace.step(statement) {
      let key = Int(statement.integer(0))
      let place = key < places.count ? Int(places[key]) : 0
      if place != current {
        finish(&self)
        words = []
        current = place
      }
      guard place > 0 else { continue }
      for column in 1...8 {
        words.append(0x1F)
        words.append(contentsOf: statement.bytes(column))
      }
    }
    finish(&self)
  }

  private mutating func readAnswers(into table: inout ClaimTable) throws {
    let statement = try workspace.connection.prepare(
      """
      SELECT a.claim, a.question, o.position, a.stance FROM answers AS a
      JOIN options AS o ON o.question = a.question AND o.answer = a.answer
      """)
    var found: [(place: Int32, answer: ClaimTable.Answer)] = []
    while try workspace.step(statement) {
      let key = Int(statement.integer(0))
      guard key < places.count, places[key] > 0 else { continue }
      found.append(
        (
          places[key] - 1,
          .init(
            question: statement.key(1), answer: statement.key(2),
            isFor: statement.bytes(3).first == UInt8(ascii: "f"))
        ))
    }
    let ranks = try EvidenceReader(workspace).ranks(of: .question)
    try table.setAnswers(found, ranks: ranks, workspace.monitor)
  }
}

extension AssayStore.Statement {
  /// A key of a record; 0 where there is none.
  func key(_ column: Int) -> Int32 { Int32(truncatingIfNeeded: integer(column)) }
}

extension Mode {
  /// The words differ in their first letter.
  fileprivate init(firstByte: UInt8?) {
    switch firstByte {
    case UInt8(ascii: "e"): self = .estimate
    case UInt8(ascii: "p"): self = .plan
    case UInt8(ascii: "o"): self = .opinion
    case UInt8(ascii: "q"): self = .question
    default: self = .fact
    }
  }
}

extension DayColumn {
  fileprivate mutating func set(_ place: Int, _ statement: AssayStore.Statement, _ column: Int) {
    let day = statement.key(column)
    // NULL is read as 0.
    guard day != 0 || !statement.isNull(column) else { return }
    first[place] = day
    last[place] = statement.key(column + 1)
  }
}
