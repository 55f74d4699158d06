/// The keys of the records: every id that a corpus declares or refers to has one.
///
/// A key is given at the first mention, so that references may stand before what they refer to.
/// Ids that an index holds already keep the key they have there.
package struct IDTable {
  /// What an index knows of a record.
  package struct Known: Sendable {
    package let key: Int64
    /// What other records rely on: the kind of an entity, the document of a source, …
    package let shape: String

    package init(key: Int64, shape: String) { (self.key, self.shape) = (key, shape) }
  }

  /// Where a record is declared.
  package struct Place: Hashable, Sendable {
    package let file: Int64
    package let line: Int

    package init(file: Int64, line: Int) { (self.file, self.line) = (file, line) }
  }

  private struct Entry {
    let key: Int64
    var shape: String?
    var place: Place?
  }

  private var tables: [[String: Int]] = Array(repeating: [:], count: RecordKind.allCases.count)
  private var entries: [Entry] = []
  private var next: [Int64]
  private let known: (RecordKind, String) -> Known?
  private let indexed: (RecordKind) -> [String]

  /// - Parameters:
  ///   - greatest: the greatest key of a kind that is taken, 0 for none.
  ///   - known: what an index holds of an id, asked once for each.
  ///   - indexed: the ids that an index holds of a kind, for suggestions.
  package init(
    greatest: (RecordKind) -> Int64 = { _ in 0 },
    known: @escaping (RecordKind, String) -> Known? = { _, _ in nil },
    indexed: @escaping (RecordKind) -> [String] = { _ in [] }
  ) {
    next = RecordKind.allCases.map { greatest($0) + 1 }
    (self.known, self.indexed) = (known, indexed)
  }

  /// Makes room for the records of so many bytes of text, which is more than there will be.
  ///
  /// To move a million of them to a larger place takes a while in which nothing else is done.
  package mutating func makeRoom(forBytes bytes: Int) {
    entries.reserveCapacity(entries.count + bytes / 128)
    tables[RecordKind.claim.rawValue].reserveCapacity(bytes / 256)
  }

  /// The key of an id, given now if it has none.
  package mutating func key(of id: String, _ kind: RecordKind) -> Int64 {
    entries[index(of: id, kind)].key
  }

  /// Whether the id is declared somewhere; a document is with its source.
  package mutating func isDeclared(_ id: String, _ kind: RecordKind) -> Bool {
    entries[index(of: id, kind)].shape != nil
  }

  /// What other records rely on, if the id is declared.
  package mutating func shape(of id: String, _ kind: RecordKind) -> String? {
    entries[index(of: id, kind)].shape
  }

  /// Notes that a record is declared here; gives the place of an earlier declaration, if there is
  /// one.
  package mutating func declare(
    _ id: String, _ kind: RecordKind, shape: String, at place: Place
  ) -> Place? {
    let index = index(of: id, kind)
    if entries[index].shape != nil { return entries[index].place ?? Place(file: 0, line: 0) }
    entries[index].shape = shape
    entries[index].place = place
    return nil
  }

  /// Keeps a key for an id whose declaration has been taken out and may come back.
  package mutating func reserve(_ key: Int64, for id: String, _ kind: RecordKind) {
    tables[kind.rawValue][id] = entries.count
    entries.append(Entry(key: key, shape: nil, place: nil))
  }

  /// The declared ids of a kind, in no order: those that were met, and those of the index.
  package func declared(_ kind: RecordKind) -> [String] {
    let met = tables[kind.rawValue].filter { entries[$0.value].shape != nil }.map(\.key)
    return met + indexed(kind).filter { tables[kind.rawValue][$0] == nil }
  }

  private mutating func index(of id: String, _ kind: RecordKind) -> Int {
    if let index = tables[kind.rawValue][id] { return index }
    let index = entries.count
    if let known = known(kind, id) {
      entries.append(Entry(key: known.key, shape: known.shape, place: nil))
    } else {
      entries.append(Entry(key: next[kind.rawValue], shape: nil, place: nil))
      next[kind.rawValue] += 1
    }
    tables[kind.rawValue][id] = index
    return index
  }
}
