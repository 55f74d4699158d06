import AssayModel
import AssayStore

/// The ids of records by their keys, each looked up once.
final class IDCache {
  private let connection: Connection
  private var ids: [[Int64: String]] = Array(repeating: [:], count: RecordKind.allCases.count)

  init(_ connection: Connection) { self.connection = connection }

  /// The id of a record; empty if there is none with this key.
  func id(of key: Int64, _ kind: RecordKind) throws(StoreError) -> String {
    if let known = ids[kind.rawValue][key] { return known }
    let statement = try connection.cached("SELECT id FROM \(kind.relation) WHERE key = ?")
    statement.bind(key, at: 1)
    let id = try statement.step() ? statement.text(0) : ""
    statement.reset()
    ids[kind.rawValue][key] = id
    return id
  }
}
