import AssaySessions
import AssayText

/// The shell of a lesson: what runs in it is shown to the learner.
package final class TaughtShell: SessionShell {
  let session: Session

  package init(_ session: Session) { self.session = session }

  package func run(_ statement: String) -> SessionOutput {
    do throws(Exit) {
      try session.enter(SourceText(name: "<prompt>", statement))
      return SessionOutput(text: "", code: 0)
    } catch {
      return SessionOutput(text: "", code: error.code.rawValue)
    }
  }
}
