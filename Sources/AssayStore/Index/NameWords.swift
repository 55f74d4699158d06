import AssayModel
import AssayText

/// The words by which a record is found when its id is not known: those of its names, and those
/// within its id.
///
/// The table `names` has a row for each. Only kinds with names have rows: entities, sources,
/// predicates and questions.
package struct NameWords {
  /// Where in a record a word stands; what stands first is found first.
  package enum Place: Int64, Sendable {
    /// At the beginning of an id that an index of ids would not find, since it is not written in
    /// small letters of ASCII alone.
    case idStart
    /// Behind a `-` of the id.
    case id
    /// In a name.
    case name
  }

  /// The rows of a record, each word once, at its first place.
  private(set) var rows: [(word: ArraySlice<UInt8>, place: Place)] = []

  /// - Parameter names: what the record is called; of an entity, its other names too.
  init(id: String, names: some Sequence<String>) {
    let isPlain = id.utf8.allSatisfy { $0 < 0x80 && !($0 &- UInt8(ascii: "A") < 26) }
    append(id, .id)
    if !rows.isEmpty {
      // The index of ids finds what is plain.
      if isPlain { rows.removeFirst() } else { rows[0].place = .idStart }
    }
    for name in names { append(name, .name) }
  }

  private mutating func append(_ text: String, _ place: Place) {
    var text = text
    var folded: [UInt8] = []
    text.withUTF8 { WordFolding.appendWords(of: $0, to: &folded) }
    for word in folded.split(separator: UInt8(ascii: " "))
    where !rows.contains(where: { $0.word == word }) {
      rows.append((word, place))
    }
  }

  /// What the column `kind` holds: the kind of record, and of an entity its own kind too, so that
  /// both are found by the index.
  package static func codes(_ kind: RecordKind, entityKinds: [String]? = nil) -> [Int64] {
    let first = Int64(kind.rawValue * 16)
    guard kind == .entity else { return [first] }
    let words = ClosedList.entityKind.words
    return words.indices.filter { entityKinds?.contains(words[$0]) ?? true }.map {
      first + Int64($0)
    }
  }

  /// The kinds of record that have names, and the columns of their relations that hold them.
  static let columns: [(kind: RecordKind, names: [String])] = [
    (.entity, ["name", "also"]), (.source, ["title", "publisher"]), (.predicate, ["label"]),
    (.question, ["text"]),
  ]
}

extension NameWords {
  /// The names that a record declares, and its code; `nil` for kinds without names.
  static func declared(by record: Record) -> (code: Int64, names: [String])? {
    switch record.header {
    case .question(let text): return (codes(.question)[0], [text])
    case .entity(let kind):
      return (codes(.entity, entityKinds: [kind]).first ?? 0, texts(of: record, nameFields[0]))
    case .none where record.kind == .source:
      return (codes(.source)[0], texts(of: record, nameFields[1]))
    case .none where record.kind == .predicate:
      return (codes(.predicate)[0], texts(of: record, nameFields[2]))
    default: return nil
    }
  }

  /// For entities, sources and predicates: the places of the fields that hold names.
  private static let nameFields: [[Int]] = columns.prefix(3).map { kind, names in
    names.compactMap { RecordSpec.of(kind)?.field($0)?.index }
  }

  private static func texts(of record: Record, _ fields: [Int]) -> [String] {
    record.fields.flatMap { field -> [String] in
      guard let index = field.index, fields.contains(index) else { return [] }
      switch field.value {
      case .text(let text): return [text]
      case .texts(let texts): return texts
      default: return []
      }
    }
  }
}

extension IndexWriter {
  /// Makes a record findable by its names.
  func insertNames(of record: Record) throws(StoreError) {
    guard let (code, names) = NameWords.declared(by: record) else { return }
    let statement = try connection.cached(
      "INSERT INTO names (kind, word, place, id) VALUES (?, ?, ?, ?)")
    statement.bind(code, at: 1)
    statement.bind(record.id.id, at: 4)
    for (word, place) in NameWords(id: record.id.id, names: names).rows {
      statement.bind(word, at: 2)
      statement.bind(place.rawValue, at: 3)
      try statement.run()
    }
  }

  /// Forgets the names of a file's records, which are still there.
  func removeNames(ofFile file: Int64) throws(StoreError) {
    let remove = try connection.cached(
      "DELETE FROM names WHERE kind = ? AND word = ? AND place = ? AND id = ?")
    for (kind, names) in NameWords.columns {
      let kindColumn = kind == .entity ? "kind" : "''"
      let columns = names.map { "coalesce(\($0), '')" }.joined(separator: ", ")
      let records = try connection.prepare(
        "SELECT id, \(kindColumn), \(columns) FROM \(kind.relation) WHERE file = \(file)")
      while try records.step() {
        let id = records.text(0)
        let texts = names.indices.map { records.text($0 + 2) }
        let codes = NameWords.codes(kind, entityKinds: [records.text(1)])
        for (word, place) in NameWords(id: id, names: texts).rows {
          remove.bind(codes.first ?? 0, at: 1)
          remove.bind(word, at: 2)
          remove.bind(place.rawValue, at: 3)
          remove.bind(id, at: 4)
          try remove.run()
        }
      }
    }
  }
}
