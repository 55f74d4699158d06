import AssayModel
import AssayQuery
import AssayStore

/// Turns the SQL columns of a row into the cells of a result.
final class RowReader {
  private let columns: [RowColumn]
  private let referencesAreIDs: Bool
  private let ids: IDCache
  private var dates: [DateKey: String] = [:]

  private struct DateKey: Hashable {
    let first: Int64
    let last: Int64
  }

  init(_ query: CompiledQuery, ids: IDCache) {
    columns = query.columns
    referencesAreIDs = query.referencesAreIDs
    self.ids = ids
  }

  /// Reads the row at hand into `row`, which is emptied first.
  func read(_ statement: Statement, into row: inout RowBuffer) throws(StoreError) {
    row.removeAll()
    var at = 0
    for column in columns {
      let isFigure = column.type == .figure
      if statement.isNull(at) || isFigure && statement.isNull(at + 3) {
        row.appendMissing()
      } else {
        try append(column.type, from: statement, at: at, to: &row)
      }
      at += Schema.parts(of: column.type).count
    }
  }

  private func append(
    _ type: ValueType, from statement: Statement, at: Int, to row: inout RowBuffer
  ) throws(StoreError) {
    switch type {
    case .text, .word, .list: row.append(statement.bytes(at))
    case .number:
      if statement.isInteger(at) {
        row.append(statement.bytes(at))
      } else {
        row.append(Numeral.words(statement.double(at)))
      }
    case .boolean: row.append(statement.integer(at) == 0 ? "false" : "true")
    case .reference where referencesAreIDs: row.append(statement.bytes(at))
    case .reference(let kind): row.append(try ids.id(of: statement.integer(at), kind))
    case .date:
      if !statement.isNull(at + 2) { return row.append(statement.bytes(at + 2)) }
      row.append(words(first: statement.integer(at), last: statement.integer(at + 1)))
    case .figure: row.append(figure(statement, at).description)
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
    guard let column = columns.first, !statement.isNull(0) else { return nil }
    switch column.type {
    case .text, .word, .list: return .text(statement.text(0))
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
