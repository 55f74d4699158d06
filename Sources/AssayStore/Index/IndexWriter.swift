import AssayModel
import AssayText

/// Writes records into the index, row by row, inside a transaction of the caller's.
package final class IndexWriter {
  let connection: Connection
  private let rows: [RowBinder?]
  private let claimTexts: RowBinder
  /// For each kind and field of its spec: the column, and whether it is among the long texts.
  private let places: [[(place: Int, isText: Bool)]]
  private let words: Statement
  private let besides: [Statement]
  private let claim: ClaimPlaces
  private var folded: [UInt8] = []
  /// What a record says in several fields and shows in one cell.
  private var lists: [String: [String]] = [:]

  package init(_ connection: Connection) throws(StoreError) {
    self.connection = connection
    let texts = try RowBinder(.claims, in: .text, leading: ["key"], on: connection)
    var rows: [RowBinder?] = []
    var places: [[(place: Int, isText: Bool)]] = []
    for kind in RecordKind.allCases {
      let relation = RelationSpec.of(kind)
      let leading = ["key", "file"] + (kind == .claim ? ["hash"] : [])
      let row = try RowBinder(relation, in: .row, leading: leading, on: connection)
      rows.append(row)
      places.append(
        (RecordSpec.of(kind)?.fields ?? []).map { field in
          let column = Self.column(of: field, in: kind)
          let isText = kind == .claim && relation.column(column)?.storage == .text
          return (isText ? texts.place(of: column) : row.place(of: column), isText)
        })
    }
    claimTexts = texts
    claim = ClaimPlaces(rows[RecordKind.claim.rawValue])
    var besides: [Statement] = []
    for table in SideTable.allCases { besides.append(try connection.prepare(table.insertion)) }
    self.besides = besides
    (self.rows, self.places) = (rows, places)
    words = try connection.prepare("INSERT INTO claims_words (rowid, words) VALUES (?, ?)")
  }

  /// The column that a field fills, where their names differ.
  private static func column(of field: FieldSpec, in kind: RecordKind) -> String {
    switch (kind, field.name) {
    case (.claim, "where"): "place"
    case (.entity, "part"): "part-of"
    default: field.name
    }
  }

  /// Adds a record of the file with this key.
  ///
  /// - Parameter ids: gives each id its key; an id that is declared nowhere gets one all the same.
  package func insert(
    _ record: Record, file: Int64, ids: inout IDTable
  ) throws(StoreError) {
    guard let row = rows[record.kind.rawValue] else { return }
    let key = ids.key(of: record.id.id, record.kind)
    row.clear()
    row.bind(key, 1)
    row.bind(file, 2)
    if record.kind == .claim {
      row.bind(record.textHash, claim.hash)
      row.bind(record.id.id, claim.id)
      row.bind(Int64(record.line), claim.line)
      claimTexts.clear()
      claimTexts.bind(key, 1)
    } else {
      row.bind(record.id.id, row.place(of: "id"))
      row.bind(Int64(record.line), row.place(of: "line"))
      try insertShape(of: record, key: key)
      try insertNames(of: record)
    }
    lists.removeAll(keepingCapacity: true)
    bindDefaults(of: record, row)
    bindHeader(of: record, row, ids: &ids)
    for field in record.fields { try bind(field, of: record, key: key, row, ids: &ids) }
    for (column, items) in lists {
      bindList(items, column, of: record.kind, row)
    }
    try row.statement.run()
    if record.kind == .claim { try claimTexts.statement.run() }
  }

  private func bindList(_ items: [String], _ column: String, of kind: RecordKind, _ row: RowBinder)
  {
    let text = items.joined(separator: "; ")
    let place = kind == .claim ? claimTexts.place(of: column) : 0
    if place > 0 { claimTexts.bind(text, place) } else { row.bind(text, row.place(of: column)) }
  }

  private func insertShape(of record: Record, key: Int64) throws(StoreError) {
    let statement = try connection.cached(
      "INSERT OR REPLACE INTO shapes (kind, key, shape) VALUES (?, ?, ?)")
    statement.bind(Int64(record.kind.rawValue), at: 1)
    statement.bind(key, at: 2)
    statement.bind(record.shape, at: 3)
    try statement.run()
  }

  private func bindDefaults(of record: Record, _ row: RowBinder) {
    switch record.kind {
    case .claim:
      row.bind("fact", claim.mode)
      row.bind(0, claim.denied)
    case .predicate:
      row.bind("none", row.place(of: "value"))
      row.bind("one", row.place(of: "cardinality"))
      row.bind(0, row.place(of: "changes"))
      row.bind(0, row.place(of: "symmetric"))
    case .question:
      row.bind("one", row.place(of: "cardinality"))
      row.bind(0, row.place(of: "changes"))
    default: break
    }
  }

  private func bindHeader(of record: Record, _ row: RowBinder, ids: inout IDTable) {
    switch record.header {
    case .none: break
    case .entity(let kind): row.bind(kind, row.place(of: "kind"))
    case .question(let text): row.bind(text, row.place(of: "text"))
    case .claim(let source):
      row.bind(ids.key(of: source.id, .source), claim.source)
    case .link(let claim, let relation, let other):
      row.bind(ids.key(of: claim.id, .claim), row.place(of: "claim"))
      row.bind(relation, row.place(of: "relation"))
      row.bind(ids.key(of: other.id, .claim), row.place(of: "other"))
    case .judgement(let kind, let judged):
      row.bind(ids.key(of: judged.id, kind), row.place(of: kind.word))
    }
  }

  private func bind(
    _ field: Record.Field, of record: Record, key: Int64, _ row: RowBinder, ids: inout IDTable
  ) throws(StoreError) {
    let known = field.index.map { places[record.kind.rawValue][$0] }
    let (place, isText) = known ?? (0, false)
    let target = isText ? claimTexts : row
    switch field.value {
    case .text(let text):
      target.bind(text, place)
      if record.kind == .claim, field.index == 0 { try index(text, of: key) }
    case .texts(let texts):
      target.bind(texts.joined(separator: "; "), place)
      for text in texts { try insert(.aliases, [key], [text]) }
    case .words(let words): target.bind(words.joined(separator: "; "), place)
    case .date(let date): target.bind(date, place)
    case .number(let number): target.bind(Int64(number), place)
    case .flag: bindFlag(field, of: record.kind, row)
    case .references(let references):
      try bind(references, field, of: record.kind, key: key, target, place, ids: &ids)
    case .chain(let speaker, let via):
      row.bind(ids.key(of: speaker.id, .entity), claim.speaker)
      for (position, entity) in via.enumerated() {
        lists["via", default: []].append(entity.id)
        try insert(.chains, [key, Int64(position), ids.key(of: entity.id, .entity)])
      }
    case .fact(let fact): bind(fact, row, ids: &ids)
    case .answer(let question, let answer):
      let isFor = field.index == Self.answersIndex
      lists["answers", default: []].append("\(question.id) \(isFor ? "" : "not ")\(answer.id)")
      try insert(
        .answers, [key, ids.key(of: question.id, .question)],
        [answer.id, isFor ? "for" : "against"])
    case .option(let id, let text):
      let position = lists["answers"]?.count ?? 0
      lists["answers", default: []].append(id.id)
      try insert(.options, [key, Int64(position)], [id.id, text])
    case .derivation(let source, let how):
      lists["derives", default: []].append("\(how) \(source.id)")
      try insert(.derivations, [key, ids.key(of: source.id, .source)], [how])
    case .qualifier(let qualifier): try insert(qualifier, of: key, ids: &ids)
    }
  }

  private func bindFlag(_ field: Record.Field, of kind: RecordKind, _ row: RowBinder) {
    guard let index = field.index, let name = RecordSpec.of(kind)?.fields[index].name else {
      return
    }
    switch name {
    case "one", "many": row.bind(name, row.place(of: "cardinality"))
    default: row.bind(1, row.place(of: name))
    }
  }

  private func bind(
    _ references: [Reference], _ field: Record.Field, of kind: RecordKind, key: Int64,
    _ target: RowBinder, _ place: Int, ids: inout IDTable
  ) throws(StoreError) {
    guard let index = field.index, let spec = RecordSpec.of(kind)?.fields[index] else { return }
    guard case .references = spec.form else {
      if case .reference(let referred) = spec.form, let first = references.first {
        target.bind(ids.key(of: first.id, referred), place)
      }
      return
    }
    target.bind(references.map(\.id).joined(separator: "; "), place)
    let table = kind == .entity ? SideTable.parts : .topics
    for reference in references { try insert(table, [key, ids.key(of: reference.id, .entity)]) }
  }

  private func bind(_ fact: Fact, _ row: RowBinder, ids: inout IDTable) {
    row.bind(ids.key(of: fact.subject.id, .entity), claim.subject)
    row.bind(ids.key(of: fact.predicate.id, .predicate), claim.predicate)
    row.bind(fact.isDenied ? 1 : 0, claim.denied)
    if let object = fact.object { row.bind(ids.key(of: object.id, .entity), claim.object) }
    switch fact.value {
    case .figure(let figure): row.bind(figure, claim.value)
    case .date(let date): row.bind(date, claim.valueDate)
    case .text(let text): row.bind(text, claim.valueText)
    case nil: break
    }
  }

  private func insert(
    _ qualifier: Qualifier, of claim: Int64, ids: inout IDTable
  ) throws(StoreError) {
    let object = qualifier.object.map { ids.key(of: $0.id, .entity) }
    var words = qualifier.predicate.id + (qualifier.object.map { " @" + $0.id } ?? "")
    let statement = besides[SideTable.qualifiers.rawValue]
    statement.clearBindings()
    statement.bind(claim, at: 1)
    statement.bind(ids.key(of: qualifier.predicate.id, .predicate), at: 2)
    statement.bind(object, at: 3)
    switch qualifier.value {
    case .figure(let figure):
      words += " = \(figure)"
      statement.bind(figure.low, at: 4)
      statement.bind(figure.high, at: 5)
      statement.bind(figure.bound.rawValue, at: 6)
      statement.bind(figure.unit.symbol, at: 7)
    case .date(let date):
      words += " = \(date)"
      statement.bind(date.first, at: 8)
      statement.bind(date.last, at: 9)
      statement.bind(date.words, at: 10)
    case .text(let text):
      words += " = \(text)"
      statement.bind(text, at: 11)
    case nil: break
    }
    lists["qualifiers", default: []].append(words)
    try statement.run()
  }

  /// Makes the words of a claim findable.
  private func index(_ says: String, of key: Int64) throws(StoreError) {
    folded.removeAll(keepingCapacity: true)
    var says = says
    says.withUTF8 { WordFolding.appendWords(of: $0, to: &folded) }
    words.bind(key, at: 1)
    words.bind(folded[...], at: 2)
    try words.run()
  }

  private static let answersIndex = RecordSpec.claim.field("answers")?.index

  /// Adds a row to a table beside the relations, whose columns are numbers first, then texts.
  private func insert(
    _ table: SideTable, _ numbers: [Int64], _ texts: [String] = []
  ) throws(StoreError) {
    let statement = besides[table.rawValue]
    for (index, number) in numbers.enumerated() { statement.bind(number, at: index + 1) }
    for (index, text) in texts.enumerated() {
      statement.bind(text, at: numbers.count + index + 1)
    }
    try statement.run()
  }
}
