import AssayModel
import AssayText

/// What the records of a corpus are called besides their ids, for suggestions.
struct NameTable {
  private var names: [(kind: RecordKind, id: String, name: String)] = []
  /// The ids by folded names, made at the first question.
  private var ids: [[String: String]]?

  private static let fields: [RecordKind: [Int]] = [
    .entity: places(of: ["name", "also"], in: .entity), .source: places(of: ["title"], in: .source),
    .predicate: places(of: ["label"], in: .predicate),
  ]

  private static func places(of fields: [String], in spec: RecordSpec) -> [Int] {
    fields.compactMap { spec.field($0)?.index }
  }

  /// Keeps the names of a record.
  mutating func note(_ record: Record) {
    if case .question(let text) = record.header { names.append((.question, record.id.id, text)) }
    guard let wanted = Self.fields[record.kind] else { return }
    for field in record.fields {
      guard let index = field.index, wanted.contains(index) else { continue }
      switch field.value {
      case .text(let name): names.append((record.kind, record.id.id, name))
      case .texts(let all): names += all.map { (record.kind, record.id.id, $0) }
      default: break
      }
    }
  }

  /// The record of a kind that is called so, case and accents forgiven. Of several the one whose id
  /// comes first.
  mutating func id(named text: String, _ kind: RecordKind) -> String? {
    let table = ids ?? folded
    ids = table
    return table[kind.rawValue][WordFolding.words(of: text)]
  }

  private var folded: [[String: String]] {
    var table: [[String: String]] = Array(repeating: [:], count: RecordKind.allCases.count)
    for (kind, id, name) in names {
      let words = WordFolding.words(of: name)
      guard !words.isEmpty else { continue }
      table[kind.rawValue][words] = min(table[kind.rawValue][words] ?? id, id)
    }
    return table
  }
}
