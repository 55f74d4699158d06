import AssayEngine
import AssayShell
import AssayText
import Glibc

extension Run {
  /// How often files are looked at, in microseconds.
  private static let interval: UInt32 = 200_000

  /// Runs scripts, and again whenever one of them or a file of their corpora changes, until Ctrl-C.
  ///
  /// - Throws: how the first run ended, if there is no corpus whose files could be watched.
  func watch(_ batch: inout ScriptBatch) throws(Exit) {
    clearScreen()
    do throws(Exit) {
      try batch.runAll()
    } catch {
      guard !batch.open.isEmpty else { throw error }
    }
    var files = WatchedFiles(batch.open)
    files.scripts = batch.read
    if !InterruptFlag.isRaised { say("watching the scripts and the corpus; Ctrl-C ends it\n") }
    while !InterruptFlag.isRaised, hasReader {
      usleep(Self.interval)
      let changes = InterruptFlag.isRaised ? [] : files.changes
      guard !changes.isEmpty else { continue }
      clearScreen()
      let more = changes.count > 3 ? " and \(changes.count - 3) more" : ""
      say("changed: \(changes.prefix(3).joined(separator: ", "))\(more); running again\n")
      reread(batch.open)
      let known = batch.open.count
      files = WatchedFiles(batch.open)
      // What is wrong has been told; the next change may mend it.
      try? batch.runAll()
      if batch.open.count > known { files = WatchedFiles(batch.open) }
      files.scripts = batch.read
    }
    _ = InterruptFlag.take()
    if terminal.errorIsTerminal { say("\n") }
  }

  private func reread(_ workspaces: [Workspace]) {
    for workspace in workspaces where workspace.hasChangedFiles {
      do throws(Diagnostic) { try workspace.reload() } catch { _ = report([error]) }
    }
  }

  private func clearScreen() {
    guard terminal.outputIsTerminal, !terminal.isPlain else { return }
    try? print("\u{1B}[H\u{1B}[2J")
  }

  /// Whether somebody may still read what goes to standard output.
  private var hasReader: Bool {
    var output = pollfd(fd: 1, events: 0, revents: 0)
    return poll(&output, 1, 0) < 1 || output.revents & Int16(POLLERR | POLLHUP) == 0
  }
}
