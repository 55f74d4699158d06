import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// Commands that show the corpus and write to it.
extension CommandSpec {
  static let read = CommandSpec(
    name: "read", usage: "read @SOURCE",
    summary: "Shows a document with numbered paragraphs, its claims marked at their quotes.",
    example: "read @base-insider"
  ) { session, name, arguments throws(Diagnostic) in
    guard arguments.count == 1, arguments[0].text.hasPrefix("@") else {
      throw Diagnostic(
        .wrongArguments, at: arguments.first?.span ?? name.span,
        "`read` takes the `@id` of a source",
        hint: "`sources | select id, title` lists them")
    }
    let id = String(arguments[0].text.dropFirst())
    let reading = try session.workspace.read(id, at: arguments[0].span)
    try session.write(
      DocumentView(
        reading, width: session.terminal.width ?? 80, isColored: session.paintsOutput
      ).text, plainly: DocumentView(reading, width: 80, isColored: false).text)
  }

  static let show = CommandSpec(
    name: "show", usage: "show @ID",
    summary: "Shows a record as its file has it, with everything that refers to it.",
    example: "show @permanent-bases"
  ) { session, name, arguments throws(Diagnostic) in
    guard arguments.count == 1, arguments[0].text.hasPrefix("@") else {
      throw Diagnostic(
        .wrongArguments, at: arguments.first?.span ?? name.span, "`show` takes an `@id`")
    }
    let id = String(arguments[0].text.dropFirst())
    try RecordView.show(try session.workspace.records(id, at: arguments[0].span), in: session)
  }

  static let edit = CommandSpec(
    name: "edit", usage: "edit, edit [KIND] @ID",
    summary: "Opens the last statement or a record in your editor.", example: "edit @bases-in-peru",
    needsPrompt: true
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireFree(name, to: "start an editor")
    let dialogue = try session.requirePrompt(name)
    guard arguments.isEmpty else { return try session.edit(session.record(name, arguments)) }
    guard let last = dialogue.lastStatement else {
      throw Diagnostic(.nothingBefore, at: name.span, "there is no statement before this one")
    }
    let text = try ExternalEditor.edited(last + "\n", name: "statement")
    dialogue.prepare(String(decoding: text, as: UTF8.self))
  }

  static let remove = CommandSpec(
    name: "remove", usage: "remove [KIND] @ID",
    summary: "Takes a record out of the corpus, unless others refer to it.",
    example: "remove @bases-are-logistics-hubs"
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireWritable(name)
    let record = try session.record(name, arguments)
    let span = arguments.last?.span ?? name.span
    try session.edit { editor throws(Diagnostics) in try editor.remove(record, at: span) }
  }

  static let undo = CommandSpec(
    name: "undo", usage: "undo", summary: "Takes the last change of the corpus back.",
    example: "remove @bases-are-logistics-hubs; undo"
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireNone(name, arguments)
    try session.requireWritable(name)
    try session.edit { editor throws(Diagnostics) in try editor.undo(at: name.span) }
  }

  static let redo = CommandSpec(
    name: "redo", usage: "redo", summary: "Does again what `undo` has taken back.",
    example: "remove @bases-are-logistics-hubs; undo; redo"
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireNone(name, arguments)
    try session.requireWritable(name)
    try session.edit { editor throws(Diagnostics) in try editor.redo(at: name.span) }
  }

  static let open = CommandSpec(
    name: "open", usage: "open N, open quote N, open @ID, open FILE:LINE",
    summary:
      "Opens your editor at a row's record, quote or words, at a record, or at a line of a file.",
    example: "open 3", needsPrompt: true
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireFree(name, to: "start an editor")
    _ = try session.requirePrompt(name)
    let place = try session.place(name, arguments)
    try ExternalEditor.open(session.workspace.folder.absolute(place.path), line: place.line)
    try session.rereadIfChanged()
  }

  static let reload = CommandSpec(
    name: "reload", usage: "reload", summary: "Reads the files of the corpus again.",
    example: "reload"
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireNone(name, arguments)
    try session.workspace.reload()
    session.report(session.workspace.faults)
    try session.write(session.soundness())
  }

  static let watch = CommandSpec(
    name: "watch", usage: "watch STATEMENT",
    summary: "Runs a statement, and again whenever the files of the corpus change.",
    example: "watch claims | count by source", needsPrompt: true
  ) { session, name, arguments throws(Diagnostic) in
    _ = try session.requirePrompt(name)
    guard let first = arguments.first, let last = arguments.last,
      let text = session.workspace.statementText
    else {
      throw Diagnostic(
        .wrongArguments, at: name.span, "`watch` takes a statement",
        hint: "`watch claims | count by source`")
    }
    let words = text.text(at: Span(first.span.start, last.span.end))
    try Watch(session, SourceText(name: "<watch>", words)).run()
  }

  static let run = CommandSpec(
    name: "run", usage: "run \"FILE\"",
    summary: "Runs the statements of a script or a session here.",
    example: "run \"examples/peru/analyses/bases.assay\""
  ) { session, name, arguments throws(Diagnostic) in
    guard arguments.count == 1 else {
      throw Diagnostic(
        .wrongArguments, at: arguments.first?.span ?? name.span, "`run` takes a file in quotes")
    }
    try session.runFile(arguments[0])
  }

  static let record = CommandSpec(
    name: "record", usage: "record \"FILE.md\", record stop",
    summary: "Writes the session down from here on, as Markdown that `assay play` plays.",
    example: "record \"notes.md\"", needsPrompt: true
  ) { session, name, arguments throws(Diagnostic) in
    try session.writeDown(name, arguments)
  }

  static let claim = CommandSpec(
    name: "claim", usage: "claim @SOURCE",
    summary: "Asks for a new claim field by field, with the document above it.",
    example: "claim @base-insider", needsPrompt: true
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireFree(name, to: "write to the corpus")
    let dialogue = try session.requirePrompt(name)
    guard arguments.count == 1, arguments[0].text.hasPrefix("@") else {
      throw Diagnostic(
        .wrongArguments, at: arguments.first?.span ?? name.span,
        "`claim` takes the `@id` of a source, or declares: `claim ID from @SOURCE { … }`")
    }
    let id = String(arguments[0].text.dropFirst())
    let reading = try session.workspace.read(id, at: arguments[0].span)
    var questions = ClaimDialogue(session, dialogue, reading)
    try questions.run()
  }
}
