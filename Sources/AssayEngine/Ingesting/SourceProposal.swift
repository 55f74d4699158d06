import AssayCorpus
import AssayLanguage
import AssayModel
import AssayText

/// A source that is proposed for a document: its record, and the files that come with it.
package struct SourceProposal: Sendable {
  /// The file that it was read from.
  package let origin: String
  /// The id that the source is to have.
  package var id: String
  /// What the record says, by the names of the fields, in their order; texts without quotation marks.
  package var values: [(field: String, text: String)]
  /// Lines of the record that only a person can decide on.
  package var remarks: [String] = []
  /// What a person should know, a sentence each.
  package var notes: [String] = []
  /// The record as somebody has rewritten it, in place of ``values``.
  package var rewritten: String?
  /// The text of the source, on its way in.
  var document: FileMove
  /// Its snapshot, if that is another file which the corpus lacks; several sources may share it.
  var snapshot: FileMove?

  /// The value of a field, or `nil`.
  package subscript(field: String) -> String? {
    get { values.first { $0.field == field }?.text }
    set {
      let order = RecordSpec.source.fields.map(\.name)
      values.removeAll { $0.field == field }
      guard let newValue else { return }
      let place = order.firstIndex(of: field) ?? order.count
      let next = values.firstIndex { (order.firstIndex(of: $0.field) ?? order.count) > place }
      values.insert((field, newValue), at: next ?? values.count)
    }
  }

  /// The record as a file has it, its fields below each other.
  package var text: String {
    if let rewritten { return rewritten }
    let width = values.map { $0.field.utf8.count }.max() ?? 0
    let lines = values.map { value in
      let space = String(repeating: " ", count: width - value.field.utf8.count + 1)
      return "  \(value.field)\(space)\(Self.words(of: value.text, in: value.field))\n"
    }
    return "source \(id) {\n" + lines.joined() + remarks.map { "  # \($0)\n" }.joined() + "}"
  }

  /// A value as the language writes it.
  private static func words(of text: String, in field: String) -> String {
    guard case .text? = RecordSpec.source.field(field)?.spec.form else { return text }
    return Printer.quoted(text)
  }

  /// What tells the proposal from others, whatever is changed in it.
  package let number: Int

  /// The id that the record has.
  package var recordID: String { record?.id.id ?? id }

  /// The path of the text that the record names.
  package var documentPath: String? {
    record.flatMap { CorpusEditor.text("document", of: $0)?.0 }
  }

  private var record: Record? {
    var parser = RecordParser(SourceText(name: "<source>", text))
    guard case .record(let record)? = parser.next() else { return nil }
    return record
  }

  init(number: Int, origin: String, id: String, document: FileMove) {
    (self.number, self.origin, self.id, self.document) = (number, origin, id, document)
    values = []
    self["document"] = document.path
    self["digest"] = document.digest
  }

  /// What is wrong with a value, in words; `nil` if nothing is.
  package static func fault(in text: String, of field: String) -> String? {
    let title = field == "title" ? "" : "title \"\"\n"
    let source = SourceText(
      name: "<source>", "source x {\n\(title)\(field) \(words(of: text, in: field))\n}")
    var parser = RecordParser(source)
    _ = parser.next()
    guard let fault = parser.faults.first else { return nil }
    return "\(fault.message)\(fault.hint.map { ": \($0)" } ?? "")"
  }

  /// Takes over an id, and the path of the document that goes by it.
  package mutating func rename(to id: String) {
    let path = "\(Self.documents)/\(id)\(document.path.drop { $0 != "." })"
    self.id = id
    self["document"] = path
    document = FileMove(path: path, digest: document.digest, place: document.place)
  }

  /// The folders of the corpus that documents and snapshots go into.
  static let (documents, snapshots) = ("documents", "snapshots")
}
