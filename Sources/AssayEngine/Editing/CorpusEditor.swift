import AssayCorpus
import AssayModel
import AssayStore
import AssayText

/// Writes to the corpus: adds, changes and removes records, and takes that back.
package struct CorpusEditor {
  let workspace: Workspace

  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// Writes records at the end of the files that they belong into.
  ///
  /// - Parameter text: the text in which they stand, which is written as it is.
  /// - Returns: what was done, in lines for people.
  package func add(_ records: [Record], from text: SourceText) throws(Diagnostics) -> String {
    let made = try edit(adding: records, from: text)
    return try told("added", records.map { ($0.kind, $0.id.id) }, made)
  }

  /// Writes records at the end of the files that they belong into, with whole files that come in.
  ///
  /// - Returns: the edit as it was made.
  func edit(
    adding records: [Record], from text: SourceText, moves: [FileMove] = [], isTrial: Bool = false
  ) throws(Diagnostics) -> CorpusEdit {
    var files: [(path: String, records: [Record])] = []
    for record in records {
      let path = try telling { try Placement(workspace).path(for: record) }
      if let index = files.firstIndex(where: { $0.path == path }) {
        files[index].records.append(record)
      } else {
        files.append((path, [record]))
      }
    }
    var changes: [FileChange] = []
    var insertions: [EditCommit.Insertion] = []
    for file in files {
      let bytes = try existingBytes(file.path)
      var new = Self.separator(after: bytes ?? [])
      for (index, record) in file.records.enumerated() {
        if index > 0 { new += [.newline] }
        insertions.append(
          EditCommit.Insertion(
            path: file.path, offset: new.count, span: record.span, source: text))
        new += text.bytes[record.span.start..<record.span.end] + [.newline]
      }
      let end = bytes?.count ?? 0
      changes.append(FileChange(path: file.path, replacing: end..<end, of: bytes, by: new))
    }
    let names = records.map { "\($0.kind.word) @\($0.id.id)" }
    let label = names.count > 3 ? "\(names.count) records" : names.joined(separator: ", ")
    var commit = EditCommit(
      workspace, .add, CorpusEdit(label, changes, moves: moves), insertions: insertions)
    commit.isTrial = isTrial
    return try commit.run()
  }

  /// What stands between a file and a record that is added: the end of its last line, and an
  /// empty line.
  static func separator(after bytes: [UInt8]) -> [UInt8] {
    guard let last = bytes.last else { return [] }
    if last != .newline { return [.newline, .newline] }
    return bytes.count < 2 || bytes[bytes.count - 2] == .newline ? [] : [.newline]
  }

  /// The text of a record as its file has it.
  package func text(of record: FoundRecord) throws(Diagnostic) -> String {
    let source = try sourceText(record)
    return source.text(at: try span(of: record, in: source))
  }

  /// Puts other text in the place of a record.
  ///
  /// - Parameter old: the record as whoever changed it has seen it.
  /// - Throws: `changedMeanwhile` when the record is not that any more.
  package func replace(
    _ record: FoundRecord, _ old: String, by text: SourceText
  ) throws(Diagnostics) -> String {
    let change: FileChange
    do throws(Diagnostic) {
      let source = try sourceText(record)
      let span = try span(of: record, in: source)
      guard source.text(at: span) == old else { throw .changedMeanwhile(record.path) }
      // A comment at the end of the text must not take in what stands behind it.
      let isAtEndOfLine = span.end == source.bytes.count || source.bytes[span.end] == .newline
      let close = !isAtEndOfLine && RecordFinder.endsInComment(text) ? [UInt8.newline] : []
      change = FileChange(
        path: record.path, replacing: span.start..<span.end, of: source.bytes,
        by: text.bytes + close)
    } catch {
      throw Diagnostics([error])
    }
    let insertion = EditCommit.Insertion(
      path: record.path, offset: 0, span: Span(0, text.bytes.count), source: text)
    let made = try EditCommit(
      workspace, .add, CorpusEdit("change of \(record.words)", [change]), insertions: [insertion]
    ).run()
    return "changed \(record.words)  \(Self.place(of: made.changes[0], in: workspace))\n"
  }

  /// Takes a record out, unless others refer to it.
  ///
  /// - Throws: `stillReferredTo` with those that do.
  package func remove(_ record: FoundRecord, at span: Span) throws(Diagnostics) -> String {
    let change: FileChange
    do throws(Diagnostic) {
      try requireUnreferred(record, at: span)
      let source = try sourceText(record)
      let place = try self.span(of: record, in: source)
      let range = RecordFinder.removal(of: place, in: source.bytes)
      change = FileChange(path: record.path, replacing: range, of: source.bytes, by: [])
    } catch {
      throw Diagnostics([error])
    }
    _ = try EditCommit(workspace, .add, CorpusEdit("removal of \(record.words)", [change])).run()
    return "removed \(record.words) from \(record.path); `undo` brings it back\n"
  }

  private func requireUnreferred(_ record: FoundRecord, at span: Span) throws(Diagnostic) {
    let groups = try Diagnostic.telling {
      try ReferenceFinder(workspace.connection).references(to: record.kind, record.key, limit: 3)
    }.filter { !($0.count == 1 && $0.kind == record.kind && $0.first[0].id == record.id) }
    guard !groups.isEmpty else { return }
    let words = groups.map { group in
      let kind = group.count == 1 ? group.kind.word : group.kind.relation
      let name = group.count == 1 ? " @\(group.first[0].id)" : ""
      return "\(group.count) \(kind)\(name) (\(group.role))"
    }
    throw Diagnostic(
      .stillReferredTo, at: span,
      "others refer to \(record.words): " + words.joined(separator: ", "),
      hint: "`show @\(record.id)` lists them")
  }

  /// Takes the last change back.
  package func undo(at span: Span) throws(Diagnostics) -> String {
    try takeBack(at: span) + "; `redo` does it again\n"
  }

  /// The same, for whoever says otherwise how it is done again.
  ///
  /// - Returns: what was done, without an end of the line.
  func takeBack(at span: Span) throws(Diagnostics) -> String {
    guard let last = workspace.journal.done.last else {
      throw Diagnostics([
        Diagnostic(.nothingBefore, at: span, "nothing has been written that could be taken back")
      ])
    }
    let made = try commit(.undo, last.inverse, at: span)
    return "took back \(made.label)  \(paths(made))"
  }

  /// Does again what was taken back last.
  package func redo(at span: Span) throws(Diagnostics) -> String {
    guard let last = workspace.journal.undone.last else {
      throw Diagnostics([
        Diagnostic(.nothingBefore, at: span, "nothing has been taken back that could be done again")
      ])
    }
    let made = try commit(.redo, last, at: span)
    return "did again \(made.label)  \(paths(made))\n"
  }

  /// Makes a step back or forth. One that others' changes have made impossible is passed over.
  private func commit(
    _ step: EditJournal.Step, _ edit: CorpusEdit, at span: Span
  ) throws(Diagnostics) -> CorpusEdit {
    do throws(Diagnostics) {
      return try EditCommit(workspace, step, edit).run()
    } catch {
      guard let first = error.all.first else { throw error }
      if first.code == .changedMeanwhile {
        workspace.journal.passOver(step)
        throw Diagnostics([
          Diagnostic(
            .changedMeanwhile, at: span, "others have changed \(edit.label) since, so it stays",
            hint: "`\(step.rawValue)` goes on with the change \(step == .undo ? "before" : "after")"
          )
        ])
      }
      guard first.code.rawValue.hasPrefix("C") else { throw error }
      let more = error.all.count > 1 ? ", and \(error.all.count - 1) more" : ""
      throw Diagnostics([
        Diagnostic(
          .stillReferredTo, at: span,
          "`\(step.rawValue)` of \(edit.label) would leave a fault: \(first.message)\(more)",
          hint: "what refers to it has to go first")
      ])
    }
  }

  // MARK: Files

  private func paths(_ edit: CorpusEdit) -> String {
    let paths = edit.changes.map(\.path) + edit.moves.map(\.path)
    let rest = paths.count - Self.mostPaths
    return paths.prefix(rest > 1 ? Self.mostPaths : paths.count).joined(separator: ", ")
      + (rest > 1 ? " and \(rest) files more" : "")
  }

  /// How many files a message names.
  private static let mostPaths = 4

  private func existingBytes(_ path: String) throws(Diagnostics) -> [UInt8]? {
    let absolute = workspace.folder.absolute(path)
    guard FileReader.stamp(of: absolute) != nil else { return nil }
    do throws(Diagnostic) {
      return try FileReader.bytes(of: absolute, shown: path)
    } catch {
      throw Diagnostics([error])
    }
  }

  private func sourceText(_ record: FoundRecord) throws(Diagnostic) -> SourceText {
    SourceText(name: record.path, bytes: try workspace.folder.bytes(of: record.path))
  }

  private func span(of record: FoundRecord, in text: SourceText) throws(Diagnostic) -> Span {
    guard let span = RecordFinder.span(of: record.id, record.kind, in: text, line: record.line)
    else { throw .changedMeanwhile(record.path) }
    return span
  }

  private func told(
    _ what: String, _ records: [(kind: RecordKind, id: String)], _ edit: CorpusEdit
  ) throws(Diagnostics) -> String {
    var lines = ""
    for (kind, id) in records {
      let found = try telling { try workspace.find(id, kind) }
      let place = found.map { "  \($0.path):\($0.line)" } ?? ""
      lines += "\(what) \(kind.word) @\(id)\(place)\n"
    }
    return lines
  }

  private static func place(of change: FileChange, in workspace: Workspace) -> String {
    let bytes = try? workspace.folder.bytes(of: change.path)
    let line = (bytes ?? []).prefix(change.offset).count { $0 == .newline } + 1
    return "\(change.path):\(line)"
  }

  private func telling<Result>(_ work: () throws -> Result) throws(Diagnostics) -> Result {
    do throws(Diagnostic) {
      return try Diagnostic.telling(work)
    } catch {
      throw Diagnostics([error])
    }
  }
}

extension UInt8 {
  fileprivate static let newline = UInt8(ascii: "\n")
}
