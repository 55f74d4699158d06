import AssayCorpus
import AssayEngine
import AssayModel
import AssayRender
import AssayShell
import AssayText
import Glibc

/// What the commands share: finding and opening a corpus, reading scripts, telling faults.
struct Run {
  let terminal: Terminal
  /// How diagnostics are written.
  let diagnostics: DiagnosticForm

  init(_ diagnostics: DiagnosticForm = .text, plain: Bool = false) {
    terminal = Terminal(asksPlain: plain)
    self.diagnostics = diagnostics
    signal(SIGPIPE, SIG_IGN)
    // A write beyond a limit of the system is a failure to be told, not the end.
    signal(SIGXFSZ, SIG_IGN)
    InterruptFlag.onInterrupt = Workspace.interruptHook
    InterruptFlag.install()
  }

  /// Opens the corpus in `folder`, or the nearest one at or above the working folder.
  func open(_ folder: String?, _ limits: Limits = .none) throws(Exit) -> Workspace {
    do throws(Diagnostic) {
      let workspace = try Workspace(
        folder ?? nearestCorpus(from: "./here"), monitor: Self.monitor(ProgressLine(terminal)))
      workspace.limits = limits
      return workspace
    } catch {
      throw report([error])
    }
  }

  /// What long work looks at: it stops at Ctrl-C.
  static func monitor(_ observer: (any ProgressObserver)? = nil) -> WorkMonitor {
    WorkMonitor(isInterrupted: { InterruptFlag.isRaised }, observer: observer)
  }

  /// What runs statements on the corpus.
  func session(
    _ workspace: Workspace, format: OutputFormat? = nil, safety: Safety = Safety()
  ) -> Session {
    Session(
      workspace, format: format ?? terminal.standardFormat, diagnostics: diagnostics,
      terminal: terminal, safety: safety)
  }

  /// The nearest folder at or above a file that holds a corpus; the working folder if none does.
  func nearestCorpus(from file: String) -> String {
    var folder =
      file.contains("/") ? String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) : "."
    if folder.isEmpty { folder = "/" }
    for _ in 0..<64 {
      if access(folder + "/" + CorpusFolder.entry, F_OK) == 0 { return folder }
      folder += "/.."
    }
    return "."
  }

  func script(_ path: String) throws(Exit) -> SourceText {
    do throws(Diagnostic) {
      return try FileReader.script(path)
    } catch {
      throw report([error])
    }
  }

  /// The startup file of the prompt: `assay/init.assay` where configurations are; `nil` without one.
  func startupText() -> SourceText? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let folder = variable("XDG_CONFIG_HOME") ?? variable("HOME").map({ $0 + "/.config" })
    else { return nil }
    let path = folder + "/assay/init.assay"
    guard access(path, F_OK) == 0 else { return nil }
    do throws(Exit) { return try script(path) } catch { return nil }
  }

  func standardInput() throws(Exit) -> [UInt8] {
    do throws(Diagnostic) {
      return try FileReader.contents(of: 0, "standard input")
    } catch {
      throw report([error])
    }
  }

  /// Writes text to standard output; a reader that has gone away has what it wanted.
  func print(_ text: String) throws(Exit) {
    let output = Output(descriptor: 1)
    do throws(OutputFailure) {
      try output.write(text)
      try output.flush()
    } catch {
      guard case .unwritable(let path, let reason) = error else { return }
      throw report([Diagnostic(.unwritableFile, at: nil, "cannot write `\(path)`: \(reason)")])
    }
  }

  /// Writes diagnostics to standard error, and says how the run ends.
  func report(_ diagnostics: [Diagnostic]) -> Exit {
    let renderer = DiagnosticRenderer(
      isColored: terminal.isColored, isPlain: terminal.isPlain, form: self.diagnostics)
    let output = Output(descriptor: 2, path: "standard error")
    try? output.write(renderer.text(of: diagnostics))
    try? output.flush()
    return Exit(diagnostics.first.map { ExitCode($0.code) } ?? .wrongProgram)
  }
}
