import AssayLanguage
import AssayModel
import AssayText

/// Which columns of a table of claims that others have made become which fields: `says=statement,
/// source=outlet`.
package struct ColumnMapping: Sendable {
  /// The field, or `id` or `source`, with the name of its column.
  let columns: [(field: String, column: String)]

  /// Reads `FIELD=COLUMN, FIELD=COLUMN`.
  ///
  /// - Throws: `unknownExchange` where that is not what the text says, or a claim has no such field,
  ///   or `says` or `source` is not among them.
  package init(_ words: String) throws(Diagnostic) {
    let known = RecordColumns(.claim)?.names ?? []
    var columns: [(field: String, column: String)] = []
    for part in words.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmed }
      guard sides.count == 2, !sides[1].isEmpty else {
        throw Diagnostic(
          .unknownExchange, at: nil, "`\(part.trimmed)` maps no column to a field",
          hint: "as in `--map \"says=statement, source=outlet\"`")
      }
      guard known.contains(sides[0]), !columns.contains(where: { $0.field == sides[0] }) else {
        throw Diagnostic(
          .unknownExchange, at: nil, "`\(sides[0])` is no field of a claim, or stands here twice",
          hint: "fields: \(known.joined(separator: ", "))")
      }
      columns.append((sides[0], sides[1]))
    }
    for field in ["says", "source"] where !columns.contains(where: { $0.field == field }) {
      throw Diagnostic(
        .unknownExchange, at: nil, "the map says nothing of `\(field)`, which each claim has",
        hint: "as in `--map \"says=statement, source=outlet\"`")
    }
    self.columns = columns
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension ImportedFile {
  /// Reads a table of claims by a mapping of its columns.
  ///
  /// A source is taken by its id, or made of what the table calls it; another name is another
  /// source, even where the same id would be made of it. Without a column for the id a
  /// claim has that of its source with a number, counted in the order of the rows.
  package static func read(
    _ text: SourceText, _ mapping: ColumnMapping, into batch: inout ImportBatch,
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    batch.begin(text)
    if let fault = text.encodingFault() { return batch.report(fault) }
    guard let claim = RecordColumns(.claim) else { return }
    var names: [String] = []
    var counts: [String: Int] = [:]
    var sources: [String: String] = [:]
    try RecordTable.forEachRow(of: text, &batch, monitor) { batch, header throws(Diagnostic) in
      names = header.map { $0.text ?? "" }
      for (_, column) in mapping.columns where !names.contains(column) {
        throw .badImport(
          "the table has no column `\(column)`", at: header.first?.span,
          hint: "columns: \(names.joined(separator: ", "))")
      }
      let left = names.filter { name in !mapping.columns.contains { $0.column == name } }
      if !left.isEmpty { batch.notes.append("columns left out: " + left.joined(separator: ", ")) }
    } row: { batch, cells throws(Diagnostic) in
      guard let first = cells.first else { return }
      let byName = Dictionary(zip(names, cells)) { first, _ in first }
      var row: [String: CSVText.Cell] = [:]
      for (field, column) in mapping.columns { row[field] = byName[column] }
      guard let outlet = row["source"], let name = outlet.text, !name.isEmpty else {
        throw .badImport("a row names no source", at: row["source"]?.span ?? first.span)
      }
      let source = sources[name] ?? batch.id(ofSource: name)
      sources[name] = source
      counts[source, default: 0] += 1
      row["source"] = CSVText.Cell(text: source, span: outlet.span)
      if row["id"]?.text?.isEmpty ?? true {
        row["id"] = CSVText.Cell(text: "\(source)-\(counts[source] ?? 1)", span: first.span)
      }
      var stub = RecordDraft(.source, id: RecordDraft.Part(source, at: outlet.span))
      stub.add("title", text: name, at: outlet.span)
      batch.add(stub, isStub: true)
      batch.add(try RecordTable.Row(cells: row, place: first.span).draft(claim))
    }
  }
}

extension ImportBatch {
  /// The id of a source that a table calls by its id, or by a name.
  fileprivate mutating func id(ofSource name: String) -> String {
    let thing = Likeness([name])
    // By its id a source is meant whatever its title is.
    if IDWord.fits(name), isOpen(.source, name, to: Likeness([])) {
      return note(.source, name, of: thing)
    }
    return id(.source, IDWord.of(name, prefix: "source"), of: thing)
  }
}
