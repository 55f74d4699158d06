import AssayEngine
import AssayModel
import AssaySessions
import AssayShell
import AssayText

/// Opens the shell of a lesson: safe mode, on the terminal of the learner.
final class TeachHost: SessionHost {
  /// The shell, once it is open.
  private(set) var session: Session?
  private let run: Run

  init(_ run: Run) { self.run = run }

  func open(_ opening: [String], isOwn: Bool) -> any SessionShell {
    do throws(Exit) {
      let workspace = try run.open(opening.first, .safe)
      workspace.restrict()
      let opened = run.session(workspace, safety: Safety(isSafe: true))
      try opened.requireSound()
      session = opened
      return TaughtShell(opened)
    } catch {
      return FailedShell("", error.code)
    }
  }
}
