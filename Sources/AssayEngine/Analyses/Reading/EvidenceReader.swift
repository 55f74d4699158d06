import AssayAnalysis
import AssayModel
import AssayQuery
import AssayStore
import AssayText

/// Reads from the index what analyses look at beside the claims.
struct EvidenceReader {
  let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The claims that are the rows of a plan, with all they refer to.
  func evidence(of plan: LogicalPlan) throws -> Evidence {
    var reader = ClaimReader(workspace)
    var evidence = Evidence(claims: try reader.claims(of: plan))
    evidence.sources = try sources()
    evidence.predicates = try predicates()
    // Only what holds from both sides asks for it.
    if evidence.predicates.inverses.contains(where: { $0 > 0 }) {
      evidence.entityRanks = try ranks(of: .entity)
    }
    evidence.questions = try questions()
    evidence.containment = try Containment(
      wholes: lists("SELECT part, whole FROM parts", .entity), workspace.monitor)
    evidence.units = UnitTable(reader.units)
    evidence.units.rates = try rates()
    evidence.links = try links(reader.places)
    evidence.takenBack = try takenBack(reader.places, evidence.claims.count)
    return evidence
  }

  /// One more than the greatest key of a kind.
  func size(_ kind: RecordKind) throws -> Int {
    let statement = try workspace.connection.prepare(
      "SELECT coalesce(max(key), 0) FROM \(kind.relation)")
    return try statement.step() ? Int(statement.integer(0)) + 1 : 1
  }

  /// For each key of a kind the place of the record in the order of ids, from 0.
  func ranks(of kind: RecordKind) throws -> [Int32] {
    var ranks = [Int32](repeating: 0, count: try size(kind))
    var rank: Int32 = 0
    try rows("SELECT key FROM \(kind.relation) ORDER BY id") { row in
      ranks[Int(row.integer(0))] = rank
      rank += 1
    }
    return ranks
  }

  private func rows(
    _ sql: String, _ body: (AssayStore.Statement) throws -> Void
  ) throws {
    let statement = try workspace.connection.prepare(sql)
    while try workspace.step(statement) { try body(statement) }
  }

  /// For each key of a kind the keys beside it in a table of pairs.
  private func lists(_ sql: String, _ kind: RecordKind) throws -> [[Int32]] {
    var lists = [[Int32]](repeating: [], count: try size(kind))
    try rows(sql + " ORDER BY 1, 2") { row in
      let key = Int(row.integer(0))
      if lists.indices.contains(key) { lists[key].append(row.key(1)) }
    }
    return lists
  }

  private func sources() throws -> SourceTable {
    var table = SourceTable()
    let count = try size(.source)
    table.rank = [Int32](repeating: 0, count: count)
    table.published = DayColumn(count: count)
    table.reliability = [Int8](repeating: -1, count: count)
    var rank: Int32 = 0
    try rows(
      """
      SELECT s.key, s."published.first", s."published.last", coalesce((
        SELECT j.reliability FROM judgements AS j
        WHERE j.source = s.key AND j.reliability IS NOT NULL
        ORDER BY j."dated.last" DESC, j.id DESC LIMIT 1), s.reliability)
      FROM sources AS s ORDER BY s.id
      """
    ) { row in
      let key = Int(row.integer(0))
      table.rank[key] = rank
      rank += 1
      if !row.isNull(1) {
        (table.published.first[key], table.published.last[key]) = (row.key(1), row.key(2))
      }
      if let grade = row.bytes(3).first, grade >= UInt8(ascii: "A") {
        table.reliability[key] = Int8(min(grade - UInt8(ascii: "A"), 5))
      }
    }
    table.origins = try lists("SELECT source, origin FROM derivations", .source)
    return table
  }

  private func predicates() throws -> PredicateTable {
    var table = PredicateTable()
    let no = [Bool](repeating: false, count: try size(.predicate))
    (table.allowsSeveral, table.changes, table.takesValue) = (no, no, no)
    table.inverses = [Int32](repeating: 0, count: no.count)
    table.rank = try ranks(of: .predicate)
    try rows(
      "SELECT key, cardinality, changes, value, symmetric, inverse FROM predicates ORDER BY id"
    ) { row in
      let key = Int(row.integer(0))
      table.allowsSeveral[key] = row.text(1) == "many"
      table.changes[key] = row.integer(2) != 0
      table.takesValue[key] = row.text(3) != "none"
      if row.integer(4) != 0 { table.inverses[key] = Int32(key) }
      guard !row.isNull(5), no.indices.contains(Int(row.integer(5))) else { return }
      // An inverse holds from both sides, whichever of them declares it.
      table.inverses[key] = row.key(5)
      if table.inverses[Int(row.key(5))] == 0 { table.inverses[Int(row.key(5))] = Int32(key) }
    }
    return table
  }

  private func questions() throws -> QuestionTable {
    var table = QuestionTable()
    let count = try size(.question)
    table.answers = [[String]](repeating: [], count: count)
    table.allowsSeveral = [Bool](repeating: false, count: count)
    table.changes = table.allowsSeveral
    try rows("SELECT question, answer FROM options ORDER BY question, position") { row in
      let key = Int(row.integer(0))
      if table.answers.indices.contains(key) { table.answers[key].append(row.text(1)) }
    }
    try rows("SELECT key, cardinality, changes FROM questions") { row in
      let key = Int(row.integer(0))
      table.allowsSeveral[key] = row.text(1) == "many"
      table.changes[key] = row.integer(2) != 0
    }
    return table
  }

  private func rates() throws -> [UnitTable.Rate] {
    var rates: [UnitTable.Rate] = []
    try rows("SELECT source, target, factor, first, last FROM rates ORDER BY first, rowid") { row in
      rates.append(
        UnitTable.Rate(
          from: Unit(row.text(0)), to: Unit(row.text(1)), factor: row.double(2), first: row.key(3),
          last: row.key(4)))
    }
    return rates
  }

  /// For each claim whether its own source has corrected it or taken it back, wherever the claim
  /// stands that does so.
  private func takenBack(_ places: [Int32], _ count: Int) throws -> [Bool] {
    var isTakenBack = [Bool](repeating: false, count: count)
    try rows(
      """
      SELECT l.other FROM links AS l JOIN claims AS a ON a.key = l.claim
      JOIN claims AS b ON b.key = l.other
      WHERE l.relation IN ('corrects', 'retracts') AND a.source = b.source
      """
    ) { row in
      let key = Int(row.integer(0))
      if places.indices.contains(key), places[key] > 0 { isTakenBack[Int(places[key]) - 1] = true }
    }
    return isTakenBack
  }

  private func links(_ places: [Int32]) throws -> [Evidence.Link] {
    var links: [Evidence.Link] = []
    try rows("SELECT claim, relation, other FROM links ORDER BY id") { row in
      let (claim, other) = (Int(row.integer(0)), Int(row.integer(2)))
      guard places.indices.contains(claim), places.indices.contains(other), places[claim] > 0,
        places[other] > 0, claim != other,
        let word = ClosedList.linkRelation.words.firstIndex(of: row.text(1)),
        let relation = Evidence.Link.Relation(rawValue: UInt8(word))
      else { return }
      links.append(
        Evidence.Link(claim: places[claim] - 1, relation: relation, other: places[other] - 1))
    }
    return links
  }
}
