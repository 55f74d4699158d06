import CSQLite

/// A prepared statement: bind, step, read, reset.
package final class Statement {
  private let handle: OpaquePointer
  private unowned let connection: Connection
  package let sql: String

  fileprivate static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ sql: String, on connection: Connection) throws(StoreError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(connection.handle, sql, -1, &handle, nil)
    guard code == SQLITE_OK, let handle else { throw connection.error(sql) }
    (self.handle, self.connection, self.sql) = (handle, connection, sql)
  }

  deinit { sqlite3_finalize(handle) }

  /// Makes the statement ready to run again; its bindings stay.
  package func reset() { sqlite3_reset(handle) }

  /// Goes to the next row; `false` when there is none.
  package func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = connection.error(sql)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs the statement to its end and makes it ready again.
  package func run() throws(StoreError) {
    while try step() {}
    reset()
  }
}

extension Statement {
  /// Makes every parameter NULL.
  package func clearBindings() { sqlite3_clear_bindings(handle) }

  /// Binds to the parameter at `index`, from 1.
  package func bind(_ value: Int64, at index: Int) {
    sqlite3_bind_int64(handle, Int32(index), value)
  }
  package func bind(_ value: Double, at index: Int) {
    sqlite3_bind_double(handle, Int32(index), value)
  }
  package func bindNull(at index: Int) { sqlite3_bind_null(handle, Int32(index)) }
  package func bind(_ value: String, at index: Int) {
    var value = value
    value.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(handle, Int32(index), start, Int32(bytes.count), Self.transient)
    }
  }
  package func bind(_ bytes: ArraySlice<UInt8>, at index: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(
        handle, Int32(index), start ?? sqlite3_libversion(), Int32(bytes.count), Self.transient)
    }
  }
  package func bind(_ value: String?, at index: Int) {
    if let value { bind(value, at: index) } else { bindNull(at: index) }
  }
  package func bind(_ value: Int64?, at index: Int) {
    if let value { bind(value, at: index) } else { bindNull(at: index) }
  }
}

extension Statement {
  /// Reads the cell at `column`, from 0, of the row at hand.
  package func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }
  package func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }
  package func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }
  package func isInteger(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER
  }
  package func isReal(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_FLOAT
  }
  package func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }
  /// The bytes of a text; they live until the next step.
  package func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
  }
}
