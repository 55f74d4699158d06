import AssayModel
import CSQLite

/// Lets SQL read the rows of a ``Table`` where they lie, as a virtual table of SQLite.
///
/// A column `key` counts the rows from 1; the others are those that ``Schema`` would make of the
/// relation's stored columns.
enum TableModule {
  /// A table and how SQL names its columns.
  final class Entry {
    let table: Table
    let declaration: String
    /// For each column of SQL after `key`: the column of the table, and the part of its cell.
    let places: [(column: Int, part: Int)]

    init(_ table: Table, _ rows: RelationSpec) {
      self.table = table
      var places: [(column: Int, part: Int)] = []
      var names = ["key INTEGER"]
      for (column, spec) in Schema.columns(of: rows, in: .row).enumerated() {
        for (part, piece) in Schema.parts(of: spec.type).enumerated() {
          places.append((column, part))
          names.append("\"\(spec.name)\(piece.suffix)\" \(piece.sqlType)")
        }
      }
      self.places = places
      declaration = "CREATE TABLE x(\(names.joined(separator: ", ")))"
    }
  }

  /// The tables of one connection, by their names.
  final class Registry {
    var entries: [String: Entry] = [:]
  }

  /// Makes the module known to a connection, which keeps the registry.
  static func register(on handle: OpaquePointer, _ registry: Registry) {
    let pointer = Unmanaged.passRetained(registry).toOpaque()
    sqlite3_create_module_v2(handle, "assay_table", module, pointer) { pointer in
      if let pointer { Unmanaged<Registry>.fromOpaque(pointer).release() }
    }
  }

  private struct VirtualTable {
    var base: sqlite3_vtab
    let entry: Unmanaged<Entry>
  }

  private struct Cursor {
    var base: sqlite3_vtab_cursor
    var row: Int
    var end: Int
  }

  /// Kept for the life of the program: SQLite keeps a pointer to it.
  nonisolated(unsafe) private static let module: UnsafeMutablePointer<sqlite3_module> = {
    let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    module.initialize(to: sqlite3_module())
    module.pointee.xCreate = connect
    module.pointee.xConnect = connect
    module.pointee.xBestIndex = bestIndex
    module.pointee.xDisconnect = disconnect
    module.pointee.xDestroy = disconnect
    module.pointee.xOpen = open
    module.pointee.xClose = close
    module.pointee.xFilter = filter
    module.pointee.xNext = { cursor in
      cursor?.withMemoryRebound(to: Cursor.self, capacity: 1) { $0.pointee.row += 1 }
      return SQLITE_OK
    }
    module.pointee.xEof = { cursor in
      cursor?.withMemoryRebound(to: Cursor.self, capacity: 1) {
        $0.pointee.row >= $0.pointee.end ? 1 : 0
      } ?? 1
    }
    module.pointee.xRowid = { cursor, rowid in
      cursor?.withMemoryRebound(to: Cursor.self, capacity: 1) {
        rowid?.pointee = Int64($0.pointee.row + 1)
      }
      return SQLITE_OK
    }
    module.pointee.xColumn = column
    return module
  }()

  private static let connect:
    @convention(c) (
      OpaquePointer?, UnsafeMutableRawPointer?, Int32,
      UnsafePointer<UnsafePointer<CChar>?>?,
      UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?,
      UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> Int32 = { handle, registry, count, arguments, result, _ in
      // The third argument is the name of the table.
      guard let registry, count > 2, let name = arguments?[2],
        let entry = Unmanaged<Registry>.fromOpaque(registry).takeUnretainedValue()
          .entries[String(cString: name)]
      else { return SQLITE_ERROR }
      let code = sqlite3_declare_vtab(handle, entry.declaration)
      guard code == SQLITE_OK else { return code }
      let made = UnsafeMutablePointer<VirtualTable>.allocate(capacity: 1)
      made.initialize(to: VirtualTable(base: sqlite3_vtab(), entry: .passRetained(entry)))
      result?.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab.self)
      return SQLITE_OK
    }

  private static let disconnect: @convention(c) (UnsafeMutablePointer<sqlite3_vtab>?) -> Int32 = {
    table in
    guard let table else { return SQLITE_OK }
    let made = UnsafeMutableRawPointer(table).assumingMemoryBound(to: VirtualTable.self)
    made.pointee.entry.release()
    made.deinitialize(count: 1)
    made.deallocate()
    return SQLITE_OK
  }

  private static func entry(_ table: UnsafeMutablePointer<sqlite3_vtab>) -> Entry {
    UnsafeMutableRawPointer(table).assumingMemoryBound(to: VirtualTable.self).pointee.entry
      .takeUnretainedValue()
  }

  /// Rows come in the order of their keys, all of them or the one whose key is given.
  private static let bestIndex:
    @convention(c) (
      UnsafeMutablePointer<sqlite3_vtab>?, UnsafeMutablePointer<sqlite3_index_info>?
    ) -> Int32 = { table, info in
      guard let table, let info else { return SQLITE_ERROR }
      let count = TableModule.entry(table).table.rowCount
      for index in 0..<Int(info.pointee.nConstraint) {
        let constraint = info.pointee.aConstraint[index]
        guard constraint.usable != 0, constraint.iColumn <= 0,
          constraint.op == UInt8(SQLITE_INDEX_CONSTRAINT_EQ)
        else { continue }
        info.pointee.aConstraintUsage[index].argvIndex = 1
        info.pointee.aConstraintUsage[index].omit = 1
        (info.pointee.idxNum, info.pointee.estimatedRows) = (1, 1)
        info.pointee.estimatedCost = 1
        info.pointee.idxFlags = SQLITE_INDEX_SCAN_UNIQUE
        return SQLITE_OK
      }
      info.pointee.idxNum = 0
      info.pointee.estimatedCost = Double(count)
      info.pointee.estimatedRows = Int64(count)
      if info.pointee.nOrderBy == 1, let term = info.pointee.aOrderBy, term[0].iColumn <= 0,
        term[0].desc == 0
      {
        info.pointee.orderByConsumed = 1
      }
      return SQLITE_OK
    }

  private static let open:
    @convention(c) (
      UnsafeMutablePointer<sqlite3_vtab>?,
      UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
    ) -> Int32 = { _, result in
      let made = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
      made.initialize(to: Cursor(base: sqlite3_vtab_cursor(), row: 0, end: 0))
      result?.pointee = UnsafeMutableRawPointer(made)
        .assumingMemoryBound(to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }

  private static let close: @convention(c) (UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 = {
    cursor in
    UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self).deallocate()
    return SQLITE_OK
  }

  private static let filter:
    @convention(c) (
      UnsafeMutablePointer<sqlite3_vtab_cursor>?, Int32, UnsafePointer<CChar>?, Int32,
      UnsafeMutablePointer<OpaquePointer?>?
    ) -> Int32 = { cursor, index, _, count, arguments in
      guard let cursor, let table = cursor.pointee.pVtab else { return SQLITE_ERROR }
      let rows = TableModule.entry(table).table.rowCount
      cursor.withMemoryRebound(to: Cursor.self, capacity: 1) { cursor in
        (cursor.pointee.row, cursor.pointee.end) = (0, rows)
        guard index == 1, count > 0 else { return }
        // A key that is no number, as of an outer row without partner, finds nothing.
        let key =
          sqlite3_value_type(arguments?[0]) == SQLITE_INTEGER
          ? sqlite3_value_int64(arguments?[0]) : 0
        let isThere = key > 0 && key <= Int64(rows)
        (cursor.pointee.row, cursor.pointee.end) = isThere ? (Int(key) - 1, Int(key)) : (0, 0)
      }
      return SQLITE_OK
    }

  private static let column:
    @convention(c) (UnsafeMutablePointer<sqlite3_vtab_cursor>?, OpaquePointer?, Int32) -> Int32 = {
      cursor, context, column in
      guard let cursor, let table = cursor.pointee.pVtab else { return SQLITE_ERROR }
      let row = cursor.withMemoryRebound(to: Cursor.self, capacity: 1) { $0.pointee.row }
      if column == 0 {
        sqlite3_result_int64(context, Int64(row + 1))
        return SQLITE_OK
      }
      let entry = TableModule.entry(table)
      let place = entry.places[Int(column) - 1]
      ResultCell.give(entry.table.cells[place.column], row, part: place.part, to: context)
      return SQLITE_OK
    }
}
