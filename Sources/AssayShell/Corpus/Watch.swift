import AssayEngine
import AssayText
import Glibc

/// Runs a statement again and again, whenever the files of the corpus change, until Ctrl-C.
struct Watch {
  private let session: Session
  private let text: SourceText
  /// How often the files are looked at, in microseconds.
  private static let interval: UInt32 = 200_000

  init(_ session: Session, _ text: SourceText) { (self.session, self.text) = (session, text) }

  func run() throws(Diagnostic) {
    // A pager would wait for somebody to leave it before the next change is seen.
    session.screen?.pager = .never
    defer { session.screen?.pager = session.showing.pager }
    do throws(Exit) {
      try session.run(text)
    } catch {
      return session.failure = error
    }
    session.say("watching the files of the corpus; Ctrl-C ends it\n")
    while !InterruptFlag.isRaised, !session.isOver {
      usleep(Self.interval)
      guard !InterruptFlag.isRaised, session.workspace.hasChangedFiles else { continue }
      try session.rereadIfChanged()
      // What is wrong has been told; the next change may mend it.
      try? session.run(text)
    }
    _ = InterruptFlag.take()
    session.say("\n")
  }
}
