import AssayModel

/// One `SELECT` in the making.
///
/// A column that a table stores is named by its table and key and only looked up when it is
/// needed, so that a sort with a limit carries keys and not texts.
struct RowsBuilder {
  /// A column of the rows so far.
  struct Column {
    let name: String
    let type: ValueType
    let isNullable: Bool
    let source: Source

    enum Source {
      /// The column of the record with this key.
      case stored(RelationSpec, key: SQL, mayLack: Bool, ColumnSpec)
      /// Computed: an expression for each part of the type.
      case parts([SQL])
    }
  }

  /// A term of the total order of the rows.
  struct OrderTerm {
    let value: SQL
    let isDescending: Bool
    let isNullable: Bool

    var sql: SQL {
      if isDescending { return "\(value) DESC" }
      return isNullable ? "\(value) NULLS LAST" : value
    }
  }

  private(set) var from: SQL
  private var aliases: [String: SQLName] = [:]
  var conditions: [SQL] = []
  var groups: [SQL]?
  var columns: [Column] = []
  /// The order that the program asks for.
  var order: [OrderTerm] = []
  /// What decides ties: the id of the record.
  var ties: [OrderTerm] = []
  var skip = 0
  var take: Int?
  /// The key of the rows' own record.
  var ownKey: SQL?
  /// Numbers the aliases of a whole statement.
  private var counter: AliasCounter

  /// Hands out numbers for aliases.
  final class AliasCounter {
    private var last = 0
    func next(_ letter: String) -> SQLName {
      last += 1
      return SQLName(letter + String(last))
    }
  }

  /// All rows of a relation.
  init(_ relation: RelationSpec, _ counter: AliasCounter) {
    self.counter = counter
    let alias = counter.next("t")
    from = "\(SQLName(relation.table)) AS \(alias)"
    let key: SQL = "\(alias).key"
    ownKey = key
    aliases[Self.aliasKey(relation.table, key)] = alias
    columns = relation.columns.map { spec in
      Column(
        name: spec.name, type: spec.type, isNullable: !spec.isRequired,
        source: .stored(relation, key: key, mayLack: false, spec))
    }
    let named = relation.kind == nil ? key : "\(alias).id"
    ties = [OrderTerm(value: named, isDescending: false, isNullable: false)]
    if relation.name == RelationSpec.passages.name {
      // Passages have no id: they come in the order of the text.
      let parts: [SQL] = ["paragraph", "sentence"].map { "\(alias).\(SQLName($0))" }
      let source: SQL = "(SELECT id FROM sources WHERE key = \(alias).source)"
      ties = ([source] + parts).map {
        OrderTerm(value: $0, isDescending: false, isNullable: false)
      }
    }
  }

  /// The rows of another `SELECT`.
  private init(_ inner: SQL, as alias: SQLName, _ counter: AliasCounter) {
    self.counter = counter
    from = "(\(inner)) AS \(alias)"
  }

  private static func aliasKey(_ table: String, _ key: SQL) -> String { table + " " + key.text }

  /// Whether a limit or a grouping keeps conditions and joins from being added as they are.
  var isClosed: Bool { groups != nil || take != nil || skip > 0 }

  /// The alias of a record's table, joined now if it is not yet.
  mutating func alias(of table: String, key: SQL, mayLack: Bool) -> SQLName {
    let aliasKey = Self.aliasKey(table, key)
    if let alias = aliases[aliasKey] { return alias }
    let alias = counter.next("j")
    let join: SQL = mayLack ? "LEFT JOIN" : "JOIN"
    from += " \(join) \(SQLName(table)) AS \(alias) ON \(alias).key = \(key)"
    aliases[aliasKey] = alias
    return alias
  }

  /// Joins the word index for the rows' own claims.
  mutating func joinWords(key: SQL) -> SQLName {
    let alias = counter.next("w")
    from += " JOIN claims_words AS \(alias) ON \(alias).rowid = \(key)"
    return alias
  }

  /// Joins the answers to a question for the rows' own claims.
  mutating func joinAnswers(key: SQL, question: Int64) -> SQLName {
    let alias = counter.next("a")
    from += " JOIN answers AS \(alias) ON \(alias).claim = \(key)"
    conditions.append("\(alias).question = \(.integer(question))")
    return alias
  }

  /// The expressions of a column, one for each part of its type.
  mutating func parts(of column: Column) -> [SQL] {
    switch column.source {
    case .parts(let parts): parts
    case .stored(let relation, let key, let mayLack, let spec):
      stored(spec, of: relation, key: key, mayLack: mayLack)
    }
  }

  private mutating func stored(
    _ spec: ColumnSpec, of relation: RelationSpec, key: SQL, mayLack: Bool
  ) -> [SQL] {
    switch spec.storage {
    case .path(let reference, let column):
      guard let link = relation.column(reference), case .reference(let kind) = link.type,
        let target = RelationSpec.of(kind).column(column)
      else { return [] }
      let inner = stored(link, of: relation, key: key, mayLack: mayLack)[0]
      return stored(
        target, of: RelationSpec.of(kind), key: inner, mayLack: mayLack || !link.isRequired)
    case .row, .text:
      let table =
        spec.storage == .text && spec.name != "file" ? relation.table + "_text" : relation.table
      let alias = alias(of: table, key: key, mayLack: mayLack)
      if spec.name == "file" { return ["(SELECT path FROM files WHERE key = \(alias).file)"] }
      return Self.suffixes(of: spec.type).map { "\(alias).\(SQLName(spec.name + $0))" }
    }
  }

  /// What follows a column's name in the index, for each part of a type.
  static func suffixes(of type: ValueType) -> [String] {
    switch type {
    case .date: [".first", ".last", ".words"]
    case .figure: [".low", ".high", ".bound", ".unit"]
    default: [""]
    }
  }

  /// The statement as it stands, with these columns.
  func select(_ list: [SQL], ordered: Bool) -> SQL {
    var sql: SQL = "SELECT \(list.joined(", ")) FROM \(from)"
    if !conditions.isEmpty { sql += " WHERE \(conditions.joined(" AND "))" }
    if let groups, !groups.isEmpty { sql += " GROUP BY \(groups.joined(", "))" }
    let terms = order + ties
    if ordered, !terms.isEmpty { sql += " ORDER BY \(terms.map(\.sql).joined(", "))" }
    if take != nil || skip > 0 {
      sql += " LIMIT \(.integer(Int64(take ?? -1)))"
      if skip > 0 { sql += " OFFSET \(.integer(Int64(skip)))" }
    }
    return sql
  }

  /// Puts the rows so far into a subquery, so that what comes next is asked of its result.
  mutating func wrap() {
    var list: [SQL] = []
    let alias = counter.next("q")
    var carried: [String: SQL] = [:]
    func carry(_ value: SQL) -> SQL {
      if value.bindings.isEmpty, let known = carried[value.text] { return known }
      let name = SQLName("c\(list.count)")
      list.append("\(value) AS \(name)")
      let outer: SQL = "\(alias).\(name)"
      if value.bindings.isEmpty { carried[value.text] = outer }
      return outer
    }
    let newColumns = columns.map { column in
      let source: Column.Source =
        switch column.source {
        case .stored(let relation, let key, let mayLack, let spec):
          .stored(relation, key: carry(key), mayLack: mayLack, spec)
        case .parts(let parts): .parts(parts.map(carry))
        }
      return Column(
        name: column.name, type: column.type, isNullable: column.isNullable, source: source)
    }
    let outerKey = ownKey.map(carry)
    func outer(_ terms: [OrderTerm]) -> [OrderTerm] {
      terms.map {
        OrderTerm(
          value: carry($0.value), isDescending: $0.isDescending, isNullable: $0.isNullable)
      }
    }
    let (newOrder, newTies) = (outer(order), outer(ties))
    if list.isEmpty { list = ["1"] }
    let inner = select(list, ordered: take != nil || skip > 0)
    self = RowsBuilder(inner, as: alias, counter)
    (columns, ownKey, order, ties) = (newColumns, outerKey, newOrder, newTies)
  }
}
