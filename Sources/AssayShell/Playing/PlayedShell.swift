import AssayEngine
import AssayModel
import AssayRender
import AssaySessions
import AssayText

/// A shell without a terminal, for sessions: it does what the prompt does, and what it writes is
/// kept.
package final class PlayedShell: SessionShell {
  let session: Session
  private let output: Output

  /// - Parameters:
  ///   - format: the format of results that do not say their own; `nil` for the standard one.
  ///   - isPlain: whether nothing is drawn.
  package init(
    _ workspace: Workspace, format: OutputFormat? = nil, diagnostics: DiagnosticForm = .text,
    isPlain: Bool = false, safety: Safety = Safety()
  ) {
    let terminal = Terminal.none(isPlain: isPlain)
    output = Output()
    session = Session(
      workspace, format: format ?? terminal.standardFormat, diagnostics: diagnostics,
      terminal: terminal, safety: safety, output: output, errors: output)
  }

  package func run(_ statement: String) -> SessionOutput {
    var code = ExitCode.done
    do throws(Exit) {
      try session.requireSound()
      guard !session.isOver else {
        throw session.report([
          Diagnostic(.misplacedStatement, at: nil, "the shell has been left by `quit`")
        ])
      }
      try session.enter(SourceText(name: "<prompt>", statement))
    } catch {
      code = error.code
    }
    return SessionOutput(
      text: String(decoding: output.takeBytes(), as: UTF8.self), code: code.rawValue)
  }
}

/// A shell that could not be opened: it says so to every statement.
package final class FailedShell: SessionShell {
  private let output: SessionOutput

  /// - Parameter text: what there is to say, with its line end.
  package init(_ text: String, _ code: ExitCode) {
    output = SessionOutput(text: text, code: code.rawValue)
  }

  package func run(_ statement: String) -> SessionOutput { output }
}

extension Session {
  /// Runs what was entered statement by statement, up to the first that fails.
  package func enter(_ text: SourceText) throws(Exit) {
    let statements = StatementText.statements(of: text)
    for (index, statement) in statements.enumerated() where !isOver {
      do throws(Exit) {
        try refresh()
        try run(statement)
      } catch {
        let left = statements.count - index - 1
        if left > 0 { say("\(left) further statement\(left == 1 ? "" : "s") not run\n") }
        throw error
      }
    }
  }

  /// Other programs may have written to the corpus meanwhile.
  private func refresh() throws(Exit) {
    do throws(Diagnostic) {
      try rereadIfChanged()
    } catch {
      throw report([error])
    }
  }

  /// Ends the run when the corpus has faults: a result from half of it would mislead.
  package func requireSound() throws(Exit) {
    guard !workspace.faults.isEmpty else { return }
    report(workspace.faults)
    say("\n" + soundness())
    throw Exit(.brokenCorpus)
  }

  /// The same, where the files of decisions beside the corpus have faults too.
  package func requireSoundFolder() throws(Exit) {
    let others = workspace.reviewFaults
    let faults = workspace.faults + others
    guard !faults.isEmpty else { return }
    report(faults)
    say("\n" + soundness(others.count))
    throw Exit(.brokenCorpus)
  }
}
