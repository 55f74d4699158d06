import AssayEngine
import AssayText

/// Asks somebody at the terminal where there is no prompt: for commands of the command line.
package final class Questions: Dialogue {
  private let editor: LineEditor

  /// - Returns: `nil` when input or output is no terminal.
  package init?(_ session: Session) {
    guard
      let editor = LineEditor(history: HistoryFile(path: nil), isPlain: session.terminal.isPlain)
    else { return nil }
    self.editor = editor
  }

  deinit { editor.close() }

  package func ask(
    _ prompt: String, initial: String, complete: @escaping (String, Int) -> Completion
  ) -> String? {
    editor.isComplete = { _ in true }
    editor.complete = complete
    guard case .statement(let text) = editor.readText(prompt: prompt, initial: initial) else {
      return nil
    }
    return text
  }

  package func prepare(_ statement: String) {}

  package var lastStatement: String? { nil }
}
