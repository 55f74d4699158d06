import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// What statements write to the corpus.
extension Session {
  /// Writes records that a statement declares.
  func declare(_ records: [Record], in text: SourceText) throws(Diagnostic) {
    if let first = records.first {
      try requireFree(Name(first.id.id, at: first.id.span), to: "write to the corpus")
    }
    try edit { editor throws(Diagnostics) in try editor.add(records, from: text) }
  }

  /// Makes a change and says what was done.
  ///
  /// - Throws: the last of the faults; those before it have been told.
  func edit(
    _ change: (CorpusEditor) throws(Diagnostics) -> String
  ) throws(Diagnostic) {
    do throws(Diagnostics) {
      try say(change(CorpusEditor(workspace)))
    } catch {
      guard let last = error.all.last else { return }
      if error.all.count > 1 {
        report(Array(error.all.dropLast()))
        say("\n")
      }
      throw last
    }
  }

  /// `edit @id`: the record in an editor, checked when it is saved.
  func edit(_ record: FoundRecord) throws(Diagnostic) {
    let editor = CorpusEditor(workspace)
    let old = try editor.text(of: record)
    var text = Array(old.utf8)
    while true {
      text = try ExternalEditor.edited(
        String(decoding: text, as: UTF8.self) + "\n", name: record.id)
      guard !text.isEmpty, !text.elementsEqual(old.utf8) else {
        return say("nothing was changed\n")
      }
      do throws(Diagnostics) {
        return say(
          try editor.replace(record, old, by: SourceText(name: record.words, bytes: text)))
      } catch {
        report(error.all)
        guard let dialogue, dialogue.agrees("go on editing") else {
          return say("nothing was changed\n")
        }
      }
    }
  }

  /// The one record that `@id` or `KIND @id` names.
  ///
  /// - Parameter kinds: the kinds that a command takes, if it does not take all.
  /// - Throws: `wrongArguments` when several kinds have it and none is said.
  func record(
    _ name: Name, _ arguments: [Name], among kinds: [RecordKind]? = nil
  ) throws(Diagnostic) -> FoundRecord {
    let kind = arguments.first.flatMap { word in
      RecordKind.allCases.first { $0.word == word.text }
    }
    guard let reference = kind == nil ? arguments.first : arguments.dropFirst().first,
      arguments.count == (kind == nil ? 1 : 2), reference.text.hasPrefix("@")
    else {
      throw Diagnostic(
        .wrongArguments, at: arguments.first?.span ?? name.span,
        "`\(name.text)` takes an `@id`, with its kind before it if need be")
    }
    let id = String(reference.text.dropFirst())
    var found = try workspace.records(id, at: reference.span)
    if let kind { found = found.filter { $0.kind == kind } }
    // Records of other kinds are no choice, but what is named in vain is told.
    if let kinds, found.contains(where: { kinds.contains($0.kind) }) {
      found = found.filter { kinds.contains($0.kind) }
    }
    guard let first = found.first else {
      throw Diagnostic(
        .unknownRecord, at: reference.span, "no \(arguments[0].text) `@\(id)` in the corpus")
    }
    guard found.count == 1 else {
      let words = found.map { "`\(name.text) \($0.words)`" }
      throw Diagnostic(
        .wrongArguments, at: reference.span, "several records have the id `\(id)`",
        hint: "say which: " + words.joined(separator: " or "))
    }
    return first
  }

  /// Makes sure that the corpus may be changed: not in safe mode, and not by a script.
  func requireWritable(_ name: Name) throws(Diagnostic) {
    try requireFree(name, to: "write to the corpus")
    guard workspace.acceptsDeclarations else {
      throw Diagnostic(
        .misplacedStatement, at: name.span,
        "`\(name.text)` changes the corpus, so no script has it",
        hint: "it stands at the prompt, in `-c` or in a pipe")
    }
  }

  /// Makes sure that a command has no arguments.
  func requireNone(_ name: Name, _ arguments: [Name]) throws(Diagnostic) {
    guard let extra = arguments.first else { return }
    throw Diagnostic(.wrongArguments, at: extra.span, "`\(name.text)` stands alone")
  }

  /// Makes sure that somebody sits at a terminal.
  func requirePrompt(_ name: Name) throws(Diagnostic) -> any Dialogue {
    guard let dialogue else {
      throw Diagnostic(
        .misplacedStatement, at: name.span, "`\(name.text)` needs somebody at the prompt")
    }
    return dialogue
  }
}
