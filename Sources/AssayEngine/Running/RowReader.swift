import AssayModel
import AssayQuery
import AssayStore

/// Turns the SQL columns of a row into the cells of a result.
final class RowReader {
  private let cells: [Cell]
  private let ids: IDCache
  private var dates: [DateKey: String] = [:]

  private struct DateKey: Hashable {
    let first: Int64
    let last: Int64
  }

  /// A cell: what it is made of, and its first SQL column.
  private struct Cell {
    let form: Form
    let at: Int
  }

  private enum Form {
    case text, number, boolean, date, figure
    case reference(RecordKind)

    init(_ type: ValueType, referencesAreIDs: Bool) {
      switch type {
      case .text, .word, .list: self = .text
      case .number: self = .number
      case .boolean: self = .boolean
      case .date: self = .date
      case .figure: self = .figure
      case .reference(let kind): self = referencesAreIDs ? .text : .reference(kind)
      }
    }
  }

  init(_ query: CompiledQuery, ids: IDCache) {
    var cells: [Cell] = []
    var at = 0
    for column in query.columns {
      let form = Form(column.type, referencesAreIDs: query.referencesAreIDs)
      cells.append(Cell(form: form, at: at))
      at += Schema.parts(of: column.type).count
    }
    self.cells = cells
    self.ids = ids
  }

  /// Reads the row at hand into `row`, which is emptied first.
  func read(_ statement: Statement, into row: inout RowBuffer) throws(StoreError) {
    row.removeAll()
    for cell in cells {
      if statement.isNull(cell.at) {
        row.appendMissing()
      } else {
        try append(cell, from: statement, to: &row)
      }
    }
  }

  private func append(
    _ cell: Cell, from statement: Statement, to row: inout RowBuffer
  ) throws(StoreError) {
    let at = cell.at
    switch cell.form {
    case .text: row.append(statement.bytes(at))
    case .number:
      if statement.isInteger(at) {
        row.append(statement.bytes(at))
      } else {
        row.append(Numeral.words(statement.double(at)))
      }
    case .boolean: row.append(statement.integer(at) == 0 ? "false" : "true")
    case .reference(let kind): row.append(try ids.id(of: statement.integer(at), kind))
    case .date:
      if !statement.isNull(at + 2) { return row.append(statement.bytes(at + 2)) }
      row.append(words(first: statement.integer(at), last: statement.integer(at + 1)))
    case .figure:
      // Figures of different units have no sum, so no unit.
      if statement.isNull(at + 3) { return row.appendMissing() }
      row.append(figure(statement, at).description)
    }
  }

  /// Most dates of a result are a few that come again and again.
  private func words(first: Int64, last: Int64) -> String {
    let key = DateKey(first: first, last: last)
    if let known = dates[key] { return known }
    if dates.count > 10_000 { dates.removeAll() }
    let words = PartialDate.words(first: first, last: last)
    dates[key] = words
    return words
  }

  private func figure(_ statement: Statement, _ at: Int) -> Quantity {
    let (low, high) = (statement.double(at), statement.double(at + 1))
    let stored = statement.isNull(at + 2) ? nil : Bound(rawValue: statement.integer(at + 2))
    return Quantity(
      low: low, high: high, bound: stored ?? Quantity.bound(low: low, high: high),
      unit: Unit(statement.text(at + 3)))
  }

  /// The value in the first column of the row at hand; `nil` when it is missing.
  func constant(_ statement: Statement) throws(StoreError) -> Constant? {
    guard let cell = cells.first, !statement.isNull(0) else { return nil }
    switch cell.form {
    case .text: return .text(statement.text(0))
    case .number: return .number(statement.double(0))
    case .boolean: return .boolean(statement.integer(0) != 0)
    case .reference(let kind):
      let key = statement.integer(0)
      return .record(kind, key: key, id: try ids.id(of: key, kind))
    case .date:
      return .date(
        PartialDate(
          first: statement.integer(0), last: statement.integer(1),
          words: statement.isNull(2) ? nil : statement.text(2)))
    case .figure: return statement.isNull(3) ? nil : .figure(figure(statement, 0))
    }
  }
}

extension Quantity {
  /// The bound of a figure that was computed.
  static func bound(low: Double, high: Double) -> Bound {
    if low == high { return .exactly }
    // An open bound excludes its end, so it lies beside the number that it shows.
    func isExact(_ end: Double) -> Bool { Double(Numeral.words(end)) == end }
    if high == .infinity { return isExact(low) ? .atLeast : .moreThan }
    if low == -.infinity { return isExact(high) ? .atMost : .lessThan }
    return .between
  }
}
