import AssayModel
import CSQLite

/// Hands the cells of a ``Table`` to SQLite.
enum ResultCell {
  /// Gives one part of a cell as the result of `context`.
  static func give(_ cells: Table.Cells, _ row: Int, part: Int, to context: OpaquePointer?) {
    switch cells {
    case .keys(let keys):
      if keys[row] == 0 {
        sqlite3_result_null(context)
      } else {
        sqlite3_result_int64(context, Int64(keys[row]))
      }
    case .counts(let counts): sqlite3_result_int64(context, Int64(counts[row]))
    case .lateCounts(let count): sqlite3_result_int64(context, Int64(count(row)))
    case .numbers(let numbers): give(numbers[row], to: context)
    case .booleans(let booleans): sqlite3_result_int64(context, booleans[row] ? 1 : 0)
    case .words(let places, let words):
      let place = Int(places[row])
      give(place < words.count ? words[place] : nil, to: context)
    case .texts(let text): give(text(row), to: context)
    case .dates(let date): give(date(row), part: part, to: context)
    case .figures(let figure): give(figure(row), part: part, to: context)
    }
  }

  private static func give(_ number: Double, to context: OpaquePointer?) {
    if !number.isFinite { return sqlite3_result_null(context) }
    if number == number.rounded(), abs(number) < 9e15 {
      return sqlite3_result_int64(context, Int64(number))
    }
    sqlite3_result_double(context, number)
  }

  static func give(_ text: String?, to context: OpaquePointer?) {
    guard var text else { return sqlite3_result_null(context) }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    text.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      sqlite3_result_text(context, start ?? sqlite3_libversion(), Int32(bytes.count), transient)
    }
  }

  private static func give(_ date: PartialDate?, part: Int, to context: OpaquePointer?) {
    guard let date else { return sqlite3_result_null(context) }
    switch part {
    case 0: sqlite3_result_int64(context, date.first)
    case 1: sqlite3_result_int64(context, date.last)
    default: give(date.words, to: context)
    }
  }

  private static func give(_ figure: Quantity?, part: Int, to context: OpaquePointer?) {
    guard let figure else { return sqlite3_result_null(context) }
    switch part {
    case 0: sqlite3_result_double(context, figure.low)
    case 1: sqlite3_result_double(context, figure.high)
    case 2: sqlite3_result_int64(context, figure.bound.rawValue)
    default: give(figure.unit.symbol, to: context)
    }
  }
}
