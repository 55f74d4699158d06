import AssayLanguage
import AssayModel

/// The columns in which the records of a kind are laid out: the id, what stands before the brace,
/// the fields of the spec, and for claims the further fields that predicates name.
package struct RecordColumns: Sendable {
  package let kind: RecordKind
  package let spec: RecordSpec
  /// What stands between the id and the brace, as columns: the source of a claim.
  package let header: [String]
  package let names: [String]

  /// The column of the fields that predicates name.
  package static let qualifiers = "qualifiers"
  /// The columns of a document.
  package static let document = ["path", "text"]

  /// The columns of a kind; documents have others, ``document``.
  package init?(_ kind: RecordKind) {
    guard let spec = RecordSpec.of(kind) else { return nil }
    self.kind = kind
    self.spec = spec
    header = Self.header(of: kind)
    names =
      ["id"] + header + spec.fields.map(\.name) + (kind == .claim ? [Self.qualifiers] : [])
  }

  /// Of every kind that a person writes, in the order of the manual.
  package static let all = RecordSpec.kinds.compactMap { RecordColumns($0) }

  private static func header(of kind: RecordKind) -> [String] {
    switch kind {
    case .entity: ["kind"]
    case .question: ["text"]
    case .claim: ["source"]
    case .link: ["claim", "relation", "other"]
    case .judgement: ["on", "judged"]
    case .source, .predicate, .document: []
    }
  }

  /// What a record has in the columns of ``header``.
  static func headerCells(of record: Record) -> [String] {
    switch record.header {
    case .none: []
    case .entity(let kind): [kind]
    case .question(let text): [text]
    case .claim(let source): [source.id]
    case .link(let claim, let relation, let other): [claim.id, relation, other.id]
    case .judgement(let kind, let judged): [kind.word, judged.id]
    }
  }

  /// A record in the order of ``names``; `nil` where it has no such field.
  ///
  /// A text stands as it is, anything else as corpus text has it behind the name of the field,
  /// several of a field with `; ` between them.
  package func cells(of record: Record) -> [String?] {
    var cells: [String?] = [record.id.id]
    cells += Self.headerCells(of: record).map { kind == .question ? Self.marked($0) : $0 }
    let start = cells.count
    cells += Array(repeating: nil, count: names.count - start)
    for field in record.fields {
      let place = field.index ?? spec.fields.count
      guard start + place < cells.count else { continue }
      let words = cell(of: field)
      cells[start + place] = cells[start + place].map { $0 + "; " + words } ?? words
    }
    return cells
  }

  private func cell(of field: Record.Field) -> String {
    switch field.value {
    case .text(let text): Self.marked(text)
    case .flag: "true"
    default: Printer.text(of: field.value, as: field.index.map { spec.fields[$0].form })
    }
  }

  /// A text as a cell has it: programs for tables tell no empty text from nothing, so that two
  /// quotation marks stand for it, and two more in a text of nothing but them.
  static func marked(_ text: String) -> String {
    let isQuotes = text.utf8.count != 1 && text.utf8.allSatisfy { $0 == UInt8(ascii: "\"") }
    return isQuotes ? text + "\"\"" : text
  }

  /// The text that a cell marks.
  static func unmarked(_ cell: String) -> String {
    let count = cell.utf8.count
    guard count == 2 || count > 3, cell.utf8.allSatisfy({ $0 == UInt8(ascii: "\"") }) else {
      return cell
    }
    return String(cell.dropLast(2))
  }
}
