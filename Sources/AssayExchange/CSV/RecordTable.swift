import AssayLanguage
import AssayModel
import AssayText

/// Records of one kind as rows of a table with a header line; see ``RecordColumns``.
package enum RecordTable {
  /// The file of a kind in a folder of tables: `claims.csv`.
  package static func file(of kind: RecordKind) -> String { kind.relation + ".csv" }

  /// The header line of a kind.
  package static func header(of kind: RecordKind) -> [String] {
    RecordColumns(kind)?.names ?? RecordColumns.document
  }

  /// Reads the rows of a kind, documents among them.
  package static func read(
    _ kind: RecordKind, into batch: inout ImportBatch, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let known = header(of: kind)
    let input = batch.input
    var names: [String] = []
    try forEachRow(of: input, &batch, monitor) { batch, header throws(Diagnostic) in
      names = header.map { $0.text ?? "" }
      for (index, cell) in header.enumerated() {
        let name = names[index]
        guard known.contains(name) else {
          throw .unknownColumn(name, of: kind, known, at: cell.span)
        }
        guard names.firstIndex(of: name) == index else {
          throw .badImport("the column `\(name)` stands here twice", at: cell.span)
        }
      }
    } row: { batch, cells throws(Diagnostic) in
      guard let first = cells.first else { return }
      if let extra = cells.dropFirst(names.count).first {
        throw .badImport("a row has more cells than the first line", at: extra.span)
      }
      let row = Row(
        cells: Dictionary(zip(names, cells)) { first, _ in first }, place: first.span)
      guard let columns = RecordColumns(kind) else {
        guard let path = row["path"]?.text else {
          throw .badImport("a document lacks its `path`", at: first.span)
        }
        return batch.add(document: path, row["text"]?.text ?? "", at: first.span)
      }
      batch.add(try row.draft(columns))
    }
  }

  /// Calls `header` with the first row and `row` with each other, and notes the faults; those of
  /// the first row end the reading.
  static func forEachRow(
    of text: SourceText, _ batch: inout ImportBatch, _ monitor: WorkMonitor,
    header: (inout ImportBatch, [CSVText.Cell]) throws(Diagnostic) -> Void,
    row: (inout ImportBatch, [CSVText.Cell]) throws(Diagnostic) -> Void
  ) throws(Cancelled) {
    var reader = CSVReader(text)
    var count = 0
    while !batch.isHopeless {
      do throws(Diagnostic) {
        guard let cells = try reader.next() else { return }
        count += 1
        if count == 1 { try header(&batch, cells) } else { try row(&batch, cells) }
      } catch {
        batch.report(error)
        if count <= 1 { return }
      }
      if count & 255 == 0 { try monitor.check() }
    }
  }

  /// The cells of a row by their columns.
  struct Row {
    let cells: [String: CSVText.Cell]
    /// Where the row begins.
    let place: Span

    subscript(name: String) -> (text: String, span: Span)? {
      cells[name].flatMap { cell in
        // Of a program that puts quotation marks around each cell an empty one is still nothing.
        cell.text.flatMap { $0.isEmpty ? nil : ($0, cell.span) }
      }
    }

    /// The record of the row.
    func draft(_ columns: RecordColumns) throws(Diagnostic) -> RecordDraft {
      var header: [RecordDraft.Part] = []
      for name in ["id"] + columns.header {
        guard let cell = self[name] else {
          throw .badImport("\(columns.kind.word) lacks `\(name)`", at: place)
        }
        let isText = columns.kind == .question && name == "text"
        header.append(
          RecordDraft.Part(isText ? RecordColumns.unmarked(cell.text) : cell.text, at: cell.span))
      }
      var draft = RecordDraft(columns.kind, id: header[0], header: Array(header.dropFirst()))
      for (index, field) in columns.spec.fields.enumerated() {
        guard let cell = self[field.name] else { continue }
        switch field.form {
        case .text:
          let text = RecordColumns.unmarked(cell.text)
          draft.add(index, field.name + " " + Printer.quoted(text), at: cell.span)
        case .flag:
          guard cell.text == "true" || cell.text == "false" else {
            throw .badImport("expected `true`, `false` or nothing", at: cell.span)
          }
          if cell.text == "true" { draft.add(index, field.name, at: cell.span) }
        default:
          for part in try RecordTable.parts(of: cell) {
            draft.add(index, field.name + " " + part, at: cell.span)
          }
        }
      }
      if let cell = self[RecordColumns.qualifiers] {
        for part in try RecordTable.parts(of: cell) { draft.add(nil, part, at: cell.span) }
      }
      return draft
    }
  }

  /// What stands between the `;` of a cell, texts in quotes aside.
  static func parts(
    of cell: (text: String, span: Span)
  ) throws(Diagnostic) -> [String] {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    var isEscaped = false
    for byte in cell.text.utf8 {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isQuoted: isEscaped = true
      case UInt8(ascii: "\""): isQuoted.toggle()
      case _ where isQuoted: break
      case UInt8(ascii: ";"):
        parts.append([])
        continue
      case UInt8(ascii: "#"), UInt8(ascii: "{"), UInt8(ascii: "}"), 0x0A:
        let sign = byte == 0x0A ? "a line end" : "`\(Unicode.Scalar(byte))`"
        throw .badImport("\(sign) has no place in this cell", at: cell.span)
      default: break
      }
      parts[parts.count - 1].append(byte)
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.utf8.contains { $0 != 0x20 } }
  }
}

extension Diagnostic {
  /// As with a table of claims that has a column `sayss`.
  static func unknownColumn(
    _ name: String, of kind: RecordKind, _ known: [String], at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .unknownField, at: span, "\(kind.wordWithArticle) has no column `\(name)`",
      hint: Spelling.closest(to: name, among: known).map { "did you mean `\($0)`?" }
        ?? "columns: \(known.joined(separator: ", "))")
  }
}
