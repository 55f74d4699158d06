import AssayModel

/// Binds the values of a record to the columns of one table, by the columns' names.
///
/// The places of the columns are looked up once; a row then binds by number.
struct RowBinder {
  let statement: Statement
  private let places: [String: Int]

  /// - Parameter leading: names of the columns that come before the relation's own.
  init(
    _ relation: RelationSpec, in storage: ColumnSpec.Storage, leading: [String],
    on connection: Connection
  ) throws(StoreError) {
    var names = leading
    var places: [String: Int] = [:]
    for (index, name) in leading.enumerated() { places[name] = index + 1 }
    for column in Schema.columns(of: relation, in: storage) {
      places[column.name] = names.count + 1
      names += Schema.parts(of: column.type).map { column.name + $0.suffix }
    }
    self.places = places
    let table = storage == .text ? relation.name + "_text" : relation.name
    let quoted = names.map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
    statement = try connection.prepare("INSERT INTO \"\(table)\" (\(quoted)) VALUES (\(marks))")
  }

  /// The place of a column, for those that bind it for every row.
  func place(of column: String) -> Int { places[column] ?? 0 }

  /// Makes all columns missing, before a row is bound.
  func clear() { statement.clearBindings() }

  func bind(_ text: String?, _ place: Int) {
    if place > 0 { statement.bind(text, at: place) }
  }

  func bind(_ number: Int64?, _ place: Int) {
    if place > 0 { statement.bind(number, at: place) }
  }

  func bind(_ date: PartialDate, _ place: Int) {
    guard place > 0 else { return }
    statement.bind(date.first, at: place)
    statement.bind(date.last, at: place + 1)
    statement.bind(date.words, at: place + 2)
  }

  func bind(_ figure: Quantity, _ place: Int) {
    guard place > 0 else { return }
    statement.bind(figure.low, at: place)
    statement.bind(figure.high, at: place + 1)
    statement.bind(figure.bound.rawValue, at: place + 2)
    statement.bind(figure.unit.symbol, at: place + 3)
  }
}
