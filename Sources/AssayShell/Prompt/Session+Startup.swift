import AssayEngine
import AssayLanguage
import AssayText

/// The startup file of the prompt.
extension Session {
  /// Runs the `set`, `let` and `def` statements of a text.
  ///
  /// What is wrong is told; it stops neither the other statements nor the shell.
  func runStartup(_ text: SourceText) {
    let (steps, faults) = ProgramBinder.bindEach(
      text, grammar: Self.grammar, in: workspace, refusal: Self.refusal)
    if !faults.isEmpty { report(faults) }
    for case .command(_, let arguments, let span) in steps {
      do throws(Diagnostic) {
        try Setting.run(arguments, at: span, in: self)
        try finishShowing()
      } catch {
        report([error.located(in: text)])
      }
    }
  }

  /// Why a statement has no place in the file; `nil` for those that have.
  private static func refusal(_ statement: Statement) -> Diagnostic? {
    let span: Span
    switch statement {
    case .letQuery, .letValue, .def: return nil
    case .command(let name, let arguments, _):
      if name.text == "set", !arguments.isEmpty { return nil }
      span = name.span
    case .query(let query): span = query.span
    case .edition(_, let place), .explain(_, let place), .expect(_, _, let place),
      .use(_, let place):
      span = place
    case .param(let name, _, _): span = name.span
    case .declaration(let record): span = record.id.span
    case .corpus(let header): span = header.id.span
    }
    return Diagnostic(
      .misplacedStatement, at: span, "a startup file holds `set`, `let` and `def` alone")
  }
}
