import AssayModel
import AssayText
import CPCRE2
import CSQLite

/// The functions that queries need and SQLite lacks.
enum Functions {
  /// Makes them known to a connection.
  static func register(on connection: Connection) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
    sqlite3_create_function_v2(
      connection.handle, "has_words", 2, flags, nil, hasWords, nil, nil, nil)
    sqlite3_create_function_v2(
      connection.handle, "matches", 2, flags, nil, matches, nil, nil, nil)
    sqlite3_create_function_v2(
      connection.handle, "unit_factor", 1, flags, nil, unitFactor, nil, nil, nil)
    sqlite3_create_function_v2(
      connection.handle, "unit_dimension", 1, flags, nil, unitDimension, nil, nil, nil)
    sqlite3_create_function_v2(
      connection.handle, "quantity_number", 3, flags, nil, quantityNumber, nil, nil, nil)
    sqlite3_create_function_v2(
      connection.handle, "list_of", 1, flags, nil, nil, listStep, listFinal, nil)
  }

  private typealias Arguments = UnsafeMutablePointer<OpaquePointer?>?

  private static func bytes(_ value: OpaquePointer?) -> UnsafeBufferPointer<UInt8>? {
    guard sqlite3_value_type(value) != SQLITE_NULL else { return nil }
    let start = sqlite3_value_text(value)
    return UnsafeBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_value_bytes(value)))
  }

  /// `has_words(text, words)`: whether the folded words stand in the text, whole and in order.
  /// The second argument is folded already.
  private static let hasWords: @convention(c) (OpaquePointer?, Int32, Arguments) -> Void = {
    context, _, arguments in
    guard let arguments, let text = Functions.bytes(arguments[0]),
      let words = Functions.bytes(arguments[1])
    else { return sqlite3_result_null(context) }
    var folded: [UInt8] = [UInt8(ascii: " ")]
    folded.reserveCapacity(text.count + 2)
    WordFolding.appendWords(of: text, to: &folded)
    folded.append(UInt8(ascii: " "))
    let needle = [UInt8(ascii: " ")] + Array(words) + [UInt8(ascii: " ")]
    let found = folded.withUnsafeBufferPointer { folded in
      needle.withUnsafeBufferPointer { ByteSearch.first($0, in: folded) != nil }
    }
    sqlite3_result_int(context, found ? 1 : 0)
  }

  /// `matches(text, pattern)`: whether the pattern is found in the text. The compiled pattern is
  /// kept with the statement.
  private static let matches: @convention(c) (OpaquePointer?, Int32, Arguments) -> Void = {
    context, _, arguments in
    guard let arguments, let text = Functions.bytes(arguments[0]),
      let pattern = Functions.bytes(arguments[1])
    else { return sqlite3_result_null(context) }
    var code = sqlite3_get_auxdata(context, 1).map { OpaquePointer($0) }
    if code == nil {
      code = Pattern.compile(pattern)
      guard let code else { return sqlite3_result_error(context, "bad pattern", -1) }
      sqlite3_set_auxdata(context, 1, UnsafeMutableRawPointer(code)) { code in
        pcre2_code_free_8(code.map { OpaquePointer($0) })
      }
    }
    // Setting auxiliary data may free it at once when memory is short.
    guard let code = sqlite3_get_auxdata(context, 1) else {
      return sqlite3_result_error_nomem(context)
    }
    let count = Pattern.matchCount(OpaquePointer(code), text)
    if count == PCRE2_ERROR_MATCHLIMIT || count == PCRE2_ERROR_HEAPLIMIT {
      return sqlite3_result_error(context, Pattern.tooLong, -1)
    }
    sqlite3_result_int(context, count >= 0 ? 1 : 0)
  }

  /// `unit_factor(unit)`: how many of the base unit one of the unit is.
  private static let unitFactor: @convention(c) (OpaquePointer?, Int32, Arguments) -> Void = {
    context, _, arguments in
    guard let arguments, let unit = Functions.bytes(arguments[0]) else {
      return sqlite3_result_null(context)
    }
    sqlite3_result_double(context, Unit(String(decoding: unit, as: UTF8.self)).factor)
  }

  /// `unit_dimension(unit)`: equal for units that can be compared.
  private static let unitDimension: @convention(c) (OpaquePointer?, Int32, Arguments) -> Void = {
    context, _, arguments in
    guard let arguments, let unit = Functions.bytes(arguments[0]) else {
      return sqlite3_result_null(context)
    }
    let known = Unit(String(decoding: unit, as: UTF8.self))
    let text =
      switch known.dimension {
      case .money, .count: known.dimension.word + " " + known.symbol
      default: known.dimension.word
      }
    result(text, context)
  }

  /// `quantity_number(low, high, unit)`: the number that was said, in the unit.
  private static let quantityNumber: @convention(c) (OpaquePointer?, Int32, Arguments) -> Void = {
    context, _, arguments in
    guard let arguments, let unit = Functions.bytes(arguments[2]),
      sqlite3_value_type(arguments[0]) != SQLITE_NULL
    else { return sqlite3_result_null(context) }
    let figure = Quantity(
      low: sqlite3_value_double(arguments[0]), high: sqlite3_value_double(arguments[1]),
      bound: .between, unit: Unit(String(decoding: unit, as: UTF8.self)))
    // Twelve digits hide what an open bound or a conversion adds.
    guard let shown = Double(Numeral.words(figure.number)) else {
      return sqlite3_result_double(context, figure.number)
    }
    sqlite3_result_double(context, shown)
  }

  private static func result(_ text: String, _ context: OpaquePointer?) {
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_result_text(context, text, Int32(text.utf8.count), transient)
  }

  /// What `list_of` has gathered.
  private final class Gathered {
    var items: Set<String> = []
  }

  /// `list_of(text)`: the different texts in byte order, with `; ` between them.
  private static let listStep: @convention(c) (OpaquePointer?, Int32, Arguments) -> Void = {
    context, _, arguments in
    guard let arguments, let text = Functions.bytes(arguments[0]),
      let slot = sqlite3_aggregate_context(context, Int32(MemoryLayout<UnsafeRawPointer?>.size))
    else { return }
    let box = slot.assumingMemoryBound(to: UnsafeRawPointer?.self)
    if box.pointee == nil {
      box.pointee = UnsafeRawPointer(Unmanaged.passRetained(Gathered()).toOpaque())
    }
    guard let kept = box.pointee else { return }
    Unmanaged<Gathered>.fromOpaque(kept).takeUnretainedValue().items
      .insert(String(decoding: text, as: UTF8.self))
  }

  private static let listFinal: @convention(c) (OpaquePointer?) -> Void = { context in
    guard let slot = sqlite3_aggregate_context(context, 0),
      let kept = slot.assumingMemoryBound(to: UnsafeRawPointer?.self).pointee
    else { return sqlite3_result_null(context) }
    let items = Unmanaged<Gathered>.fromOpaque(kept).takeRetainedValue().items
    let text = items.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "; ")
    result(text, context)
  }
}
