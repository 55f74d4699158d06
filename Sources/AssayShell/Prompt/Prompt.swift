import AssayEngine
import AssayLanguage
import AssayText

/// The interactive shell: reads statements, runs them, and never leaves on its own.
package struct Prompt {
  private let session: Session
  private let editor: LineEditor

  /// - Returns: `nil` when input or output is no terminal.
  package init?(_ session: Session) {
    let folder = session.workspace.stateFolder
    guard let editor = LineEditor(history: HistoryFile(path: folder.map { $0 + "/history" })) else {
      return nil
    }
    self.session = session
    self.editor = editor
    editor.isComplete = { Completeness.isWhole($0) }
    let completer = Completer(session.workspace)
    editor.complete = { completer.complete($0, at: $1) }
  }

  /// Runs until Ctrl-D or `quit`.
  package func run() {
    defer { editor.close() }
    if let problem = editor.history.problem { session.say("history: \(problem)\n") }
    session.say(welcome)
    while !session.isOver {
      switch editor.readStatement(prompt: "assay> ") {
      case .statement(let text): run(text)
      case .interrupted: continue
      case .endOfInput: return
      }
    }
  }

  private func run(_ text: String) {
    // A Ctrl-C that came before the statement does not stop it.
    _ = InterruptFlag.take()
    try? session.run(SourceText(name: "<prompt>", text))
    _ = InterruptFlag.take()
  }

  private var welcome: String {
    let faults = session.workspace.faults.count
    let state =
      faults == 0 ? "" : "Queries see the sound records only; `check` tells the faults again.\n"
    return "\(session.soundness())\(state)`help` helps, Tab completes, Ctrl-D leaves.\n"
  }
}

/// Whether a statement is whole or goes on in the next line.
package enum Completeness {
  /// A statement goes on after `|`, `,` and `=`, inside of brackets and braces, and inside of a
  /// `"""` text.
  package static func isWhole(_ text: String) -> Bool {
    var lexer = Lexer(SourceText(name: "", text))
    var depth = 0
    var goesOn = false
    while true {
      let token = lexer.next()
      switch token.kind {
      case .endOfText:
        let isOpenText = lexer.faults.contains {
          $0.code == .unterminatedText && $0.hint == #"close it with `"""`"#
        }
        return depth <= 0 && !isOpenText && !goesOn
      case .openParenthesis, .openBracket, .openBrace: depth += 1
      case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
      default: break
      }
      if token.kind != .newline { goesOn = token.goesOn }
    }
  }
}
