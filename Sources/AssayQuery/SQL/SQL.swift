import AssayModel

/// SQL text with the values bound to its `?`s.
///
/// Interpolating a value binds it; another `SQL` is taken in with its bindings; a plain `String`
/// does not compile, so no text of a user's becomes SQL.
package struct SQL: ExpressibleByStringInterpolation, Hashable, Sendable {
  package private(set) var text = ""
  package private(set) var bindings: [SQLValue] = []

  package init(stringLiteral text: String) { self.text = text }
  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sql }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sql: SQL = ""
    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) { sql.text += literal }
    package mutating func appendInterpolation(_ name: SQLName) { sql.text += name.quoted }
    package mutating func appendInterpolation(_ inner: SQL) { sql += inner }
    package mutating func appendInterpolation(_ value: SQLValue) {
      sql.text += "?"
      sql.bindings.append(value)
    }
  }

  package static func += (left: inout SQL, right: SQL) {
    left.text += right.text
    left.bindings += right.bindings
  }
}

/// A name in SQL; quoted wherever it stands.
package struct SQLName: Hashable, Sendable {
  package let quoted: String

  package init(_ name: String) {
    quoted =
      "\""
      + name.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// A value that SQL is given.
package enum SQLValue: Hashable, Sendable {
  case integer(Int64)
  case real(Double)
  case text(String)
}

extension Sequence where Element == SQL {
  /// The pieces with a separator between them.
  func joined(_ separator: SQL) -> SQL {
    var result: SQL = ""
    for (index, piece) in enumerated() {
      if index > 0 { result += separator }
      result += piece
    }
    return result
  }
}
