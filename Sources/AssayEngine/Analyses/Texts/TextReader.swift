import AssayModel
import AssayQuery
import AssayReading
import AssayStore

/// The text that the rows of a plan are, or are of.
struct TextReader {
  let workspace: Workspace
  let index: WordIndex

  init(_ workspace: Workspace) throws {
    self.workspace = workspace
    index = try workspace.wordIndex()
  }

  /// The text of all rows of a plan.
  func scope(of plan: LogicalPlan) throws -> TextScope {
    if Self.isWhole(plan) { return TextScope(allOf: index) }
    guard let keys = SQLCompiler.compileKeys(plan) else { return TextScope(allOf: index) }
    let units = try TextUnits(of: plan, self)
    var parts: [Range<Int>] = []
    let statement = try workspace.prepare(keys)
    while try workspace.step(statement) {
      if let part = units.part(statement.integer(0)) { parts.append(part) }
    }
    return TextScope(parts)
  }

  /// Whether a plan has all rows of a relation.
  private static func isWhole(_ plan: LogicalPlan) -> Bool {
    switch plan {
    case .relation(let relation):
      return [RelationSpec.passages, .documents, .sources].contains { $0.name == relation.table }
    case .project(let input, _), .sort(let input, _): return isWhole(input)
    case .filter, .aggregate, .slice, .answers, .analysis: return false
    }
  }

  /// The text of each group of a plan's rows, in the order of the groups' keys.
  ///
  /// - Parameter keyCount: how many columns, from the first on, say to which group a row belongs. A
  ///   text may belong to several groups, as that of a source whose claims do.
  func groups(of plan: LogicalPlan, keyCount: Int) throws -> TextGroups {
    guard keyCount > 0 else { return TextGroups(try scope(of: plan)) }
    let units = try TextUnits(of: plan, self)
    let traced = SQLCompiler.compileTraced(plan)
    let types = plan.columns.prefix(keyCount).map(\.type)
    let partCount = types.reduce(0) { $0 + Schema.parts(of: $1).count }
    let key = traced.hidden.lowerBound
    var places: [[SQLValue?]: Int] = [:]
    var latest: (values: [SQLValue?], place: Int)?
    var parts: [[Range<Int>]] = []
    let statement = try workspace.prepare(traced.query.sql)
    while try workspace.step(statement) {
      guard let part = units.part(statement.integer(key)) else { continue }
      let values = (0..<partCount).map { statement.value($0) }
      let place: Int
      if let latest, latest.values == values {
        place = latest.place
      } else if let known = places[values] {
        place = known
      } else {
        place = parts.count
        places[values] = place
        parts.append([])
      }
      latest = (values, place)
      // Rows that follow one another are mostly neighbours in the text, too.
      if let last = parts[place].last, last.upperBound == part.lowerBound {
        parts[place][parts[place].count - 1] = last.lowerBound..<part.upperBound
      } else {
        parts[place].append(part)
      }
    }
    let groups = places.map { (values: $0.key, scope: TextScope(parts[$0.value])) }
    return try TextGroups(groups, types, workspace.ids)
  }
}

/// From the key of a row to the passages that it stands for.
private struct TextUnits {
  /// For each key the passages.
  private var parts: [Range<Int>?] = []

  init(of plan: LogicalPlan, _ reader: TextReader) throws {
    let index = reader.index
    guard plan.relation?.name != RelationSpec.passages.name else {
      for passage in 0..<index.passageCount {
        put(passage..<passage + 1, at: Int(index.key(ofPassage: passage)))
      }
      return
    }
    for document in 0..<index.documentCount {
      put(index.passages(ofDocument: document), at: Int(index.source(ofDocument: document)))
    }
    guard plan.relation?.name == RelationSpec.claims.name else { return }
    let documents = parts
    parts = []
    let statement = try reader.workspace.prepare("SELECT key, source FROM claims")
    while try reader.workspace.step(statement) {
      let source = Int(statement.integer(1))
      if documents.indices.contains(source), let part = documents[source] {
        put(part, at: Int(statement.integer(0)))
      }
    }
  }

  private mutating func put(_ part: Range<Int>, at key: Int) {
    guard key >= 0 else { return }
    let missing = key + 1 - parts.count
    if missing > 0 { parts.append(contentsOf: repeatElement(nil, count: missing)) }
    parts[key] = part
  }

  func part(_ key: Int64) -> Range<Int>? {
    let place = Int(truncatingIfNeeded: key)
    return parts.indices.contains(place) ? parts[place] : nil
  }
}
