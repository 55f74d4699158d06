import AssayEngine
import AssayLanguage
import AssayText

/// The interactive shell: reads statements, runs them, and never leaves on its own.
package final class Prompt {
  private let session: Session
  private let editor: LineEditor
  private let completer: Completer
  /// The statements of this session that a command may ask for.
  package private(set) var lastStatement: String?
  /// What the next prompt begins with.
  private var prepared = ""

  /// - Returns: `nil` when input or output is no terminal.
  package init?(_ session: Session) {
    // Safe mode keeps the history in memory.
    let folder = session.safety.isSafe ? nil : session.workspace.stateFolder
    let history = HistoryFile(path: folder.map { $0 + "/history" })
    guard let editor = LineEditor(history: history, isPlain: session.terminal.isPlain) else {
      return nil
    }
    self.session = session
    session.openScreen()
    self.editor = editor
    completer = Completer(session.workspace)
    takeStatements()
    session.dialogue = self
  }

  private func takeStatements() {
    editor.isComplete = { Completeness.isWhole($0) }
    editor.complete = { [completer] in completer.complete($0, at: $1) }
  }

  /// Runs until Ctrl-D or `quit`, after the statements of the startup file.
  package func run(startup: SourceText? = nil) {
    defer { editor.close() }
    if let problem = editor.history.problem { session.say("history: \(problem)\n") }
    session.say(welcome)
    offerUndo()
    if let startup { session.runStartup(startup) }
    lead { (guide) throws(Diagnostic) in try guide.begin() }
    while !session.isOver {
      let initial = prepared
      prepared = ""
      switch editor.readStatement(prompt: "assay> ", initial: initial) {
      case .statement(let text):
        var isTaken = false
        lead { (guide) throws(Diagnostic) in isTaken = try guide.takes(text) }
        if !isTaken { run(text) }
      case .interrupted: continue
      case .endOfInput: return end()
      }
    }
    end()
  }

  /// Lets the lesson go on, if there is one.
  private func lead(_ work: (LessonGuide) throws(Diagnostic) -> Void) {
    do throws(Diagnostic) { try session.lead(work) } catch { session.report([error]) }
  }

  /// What was changed can be taken back as long as the shell is open, and after one that was
  /// killed or lost its terminal.
  private func end() {
    if !TerminalSignals.isHangup { session.workspace.journal.end() }
  }

  private func offerUndo() {
    let count = session.workspace.adoptJournals()
    guard count > 0 else { return }
    let changes = count == 1 ? "1 change" : "\(count) changes"
    session.say("A shell was ended by force after \(changes) of the corpus: `undo` takes back.\n")
  }

  /// Runs what was entered statement by statement, up to the first that fails.
  private func run(_ text: String) {
    // A Ctrl-C that came before the statement does not stop it.
    _ = InterruptFlag.take()
    defer { _ = InterruptFlag.take() }
    let recorder = session.recorder
    recorder?.begin()
    var code = ExitCode.done
    do throws(Exit) {
      try session.enter(SourceText(name: "<prompt>", text))
    } catch {
      code = error.code
    }
    // What ends the recording is no part of it.
    let isNothing = session.isOver || text.allSatisfy(\.isWhitespace)
    if let recorder, recorder === session.recorder, !isNothing {
      do throws(Diagnostic) {
        try recorder.add(text, code: code)
      } catch {
        session.recorder = nil
        session.report([error])
      }
    }
    lead { (guide) throws(Diagnostic) in try guide.judge() }
    // `edit` opens the one before it.
    if !text.split(whereSeparator: \.isWhitespace).elementsEqual(["edit"]) { lastStatement = text }
  }

  private var welcome: String {
    let faults = session.workspace.faults.count
    let state =
      faults == 0 ? "" : "Queries see the sound records only; `check` tells the faults again.\n"
    return "\(session.soundness())\(state)`help` helps, Tab completes, Ctrl-D leaves.\n"
  }
}

extension Prompt: Dialogue {
  package func ask(
    _ prompt: String, initial: String, complete: @escaping (String, Int) -> Completion
  ) -> String? {
    // What the question is about has to stand above it.
    try? session.finishShowing()
    editor.isComplete = { _ in true }
    editor.complete = complete
    defer { takeStatements() }
    guard case .statement(let text) = editor.readText(prompt: prompt, initial: initial) else {
      return nil
    }
    return text
  }

  package func prepare(_ statement: String) { prepared = statement }
}

/// Whether a statement is whole or goes on in the next line.
package enum Completeness {
  /// A statement goes on after `|`, `,` and `=`, inside of brackets and braces, and inside of a
  /// `"""` text.
  package static func isWhole(_ text: String) -> Bool {
    let source = SourceText(name: "", text)
    var lexer = Lexer(source)
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
      if token.kind != .newline { goesOn = token.goesOn(in: source) }
    }
  }
}
