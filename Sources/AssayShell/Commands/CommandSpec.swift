import AssayLanguage
import AssayText

/// A command of the prompt and of scripts: a statement that asks no query.
package struct CommandSpec: Sendable {
  package let name: String
  package let usage: String
  package let summary: String
  /// A statement that uses it.
  package let example: String
  /// Whether somebody has to sit at the prompt.
  package var needsPrompt = false
  let run: @Sendable (Session, Name, [Name]) throws(Diagnostic) -> Void

  /// The command with this name, or `nil`.
  package static func named(_ name: String) -> CommandSpec? { all.first { $0.name == name } }

  /// Every command, in the order of `help commands`.
  package static let all: [CommandSpec] = [
    help, describe, why, last, read, show, ingest, origin, refetch, claim, review, propose,
    edit, remove, undo, redo, open, watch, reload,
    run, record, export, bringIn, hint, skip, repeating, next, check, set, quit, exit,
  ]

  static let help = CommandSpec(
    name: "help", usage: "help [TOPIC]",
    summary: "Explains a topic: a stage, function, relation, command, code, or a page.",
    example: "help where"
  ) { session, name, arguments throws(Diagnostic) in
    try Help.show(arguments.map(\.text), at: arguments.first?.span ?? name.span, in: session)
  }

  static let describe = CommandSpec(
    name: "describe", usage: "describe RELATION", summary: "Lists the columns of a relation.",
    example: "describe claims"
  ) { session, name, arguments throws(Diagnostic) in
    if arguments.count > 1 {
      throw Diagnostic(.wrongArguments, at: arguments[1].span, "`describe` takes one relation")
    }
    try Help.describe(arguments.first, at: name.span, in: session)
  }

  static let why = CommandSpec(
    name: "why", usage: "why N, why not @ID",
    summary: "Tells what a row of the last result rests on, or why a record is not there.",
    example: "claims | where mode = plan | take 3; why 1"
  ) { session, name, arguments throws(Diagnostic) in
    try session.why(name, arguments)
  }

  static let last = CommandSpec(
    name: "last", usage: "last [as FORMAT] [save \"FILE\"]",
    summary: "Shows the whole last result again, or writes it to a file.",
    example: "claims | take 3; last as csv"
  ) { session, name, arguments throws(Diagnostic) in
    try session.last(name, arguments)
  }

  static let check = CommandSpec(
    name: "check", usage: "check", summary: "Says what is wrong with the corpus.",
    example: "check"
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireNone(name, arguments)
    let others = session.workspace.reviewFaults
    session.report(session.workspace.faults + others)
    try session.write(session.soundness(others.count))
  }

  static let set = CommandSpec(
    name: "set", usage: "set [NAME [VALUE]]", summary: "Shows or changes a setting.",
    example: "set nulls \"–\""
  ) { session, name, arguments throws(Diagnostic) in
    try Setting.run(arguments, at: name.span, in: session)
  }

  static let quit = CommandSpec(
    name: "quit", usage: "quit", summary: "Leaves the shell; so does Ctrl-D.", example: "quit"
  ) { session, name, arguments throws(Diagnostic) in
    try session.requireNone(name, arguments)
    session.isOver = true
  }

  static let exit = CommandSpec(
    name: "exit", usage: "exit", summary: "Leaves the shell, as `quit` does.", example: "exit",
    run: quit.run)
}
