import AssayModel

/// What SQLite says in its own way. Days are counted from 1970-01-01; the functions that are not
/// SQLite's own come with the connection.
enum SQLiteDialect {
  /// The recursive set of an entity's parts, itself included, as a table `w`.
  static func parts(of wholes: [Int64]) -> SQL {
    let seeds = wholes.map { "(\(.integer($0)))" as SQL }.joined(", ")
    return """
      WITH RECURSIVE w(k) AS (VALUES \(seeds) UNION SELECT part FROM parts JOIN w ON whole = k)
      """
  }

  /// The id of a record, looked up by its key.
  static func id(of kind: RecordKind, key: SQL) -> SQL {
    "(SELECT id FROM \(SQLName(kind.relation)) WHERE key = \(key))"
  }

  /// The day as `strftime` wants it.
  private static func moment(_ day: SQL) -> SQL { "\(day) * 86400, 'unixepoch'" }

  private static func date(_ day: SQL, _ changes: SQL = "") -> SQL {
    "date(\(moment(day))\(changes))"
  }

  static func year(_ day: SQL) -> SQL { "CAST(strftime('%Y', \(moment(day))) AS INTEGER)" }
  static func month(_ day: SQL) -> SQL { "CAST(strftime('%m', \(moment(day))) AS INTEGER)" }
  static func dayOfMonth(_ day: SQL) -> SQL { "CAST(strftime('%d', \(moment(day))) AS INTEGER)" }

  /// A word of ``ClosedList/precision``.
  static func precision(first: SQL, last: SQL) -> SQL {
    """
    CASE WHEN \(first) IS NULL THEN NULL WHEN \(first) = \(last) THEN 'day' \
    WHEN \(first) = \(.integer(CalendarDay.beginning)) OR \(last) = \(.integer(CalendarDay.end)) \
    THEN 'open' \
    WHEN \(date(first)) = \(date(first, ", 'start of month'")) \
    AND \(date(last)) = \(date(first, ", 'start of month', '+1 month', '-1 day'")) THEN 'month' \
    WHEN \(date(first)) = \(date(first, ", 'start of year'")) \
    AND \(date(last)) = \(date(first, ", 'start of year', '+1 year', '-1 day'")) THEN 'year' \
    ELSE 'range' END
    """
  }

  /// The place of a word in its list, from which words get their order.
  static func rank(_ word: SQL, in list: ClosedList) -> SQL {
    let all = "|" + list.words.joined(separator: "|") + "|"
    return "instr(\(.text(all)), '|' || \(word) || '|')"
  }
}
