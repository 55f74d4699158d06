import AssayModel
import AssayStore

/// The ids of records by their keys, each looked up once.
///
/// Keys are counted from 1 without great gaps, so an array finds them.
final class IDCache {
  let connection: Connection
  private var ids: [[String?]] = Array(repeating: [], count: RecordKind.allCases.count)

  init(_ connection: Connection) { self.connection = connection }

  /// The id of a record; empty if there is none with this key.
  func id(of key: Int64, _ kind: RecordKind) throws(StoreError) -> String {
    let place = Int(key)
    if place < ids[kind.rawValue].count, let known = ids[kind.rawValue][place] { return known }
    return try lookUp(place, kind)
  }

  private func lookUp(_ key: Int, _ kind: RecordKind) throws(StoreError) -> String {
    let statement = try connection.cached("SELECT id FROM \(kind.relation) WHERE key = ?")
    statement.bind(Int64(key), at: 1)
    let id = try statement.step() ? statement.text(0) : ""
    statement.reset()
    let missing = key + 1 - ids[kind.rawValue].count
    if missing > 0 {
      ids[kind.rawValue].append(contentsOf: repeatElement(nil, count: max(missing, key / 2)))
    }
    ids[kind.rawValue][key] = id
    return id
  }
}
