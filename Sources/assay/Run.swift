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

  /// How the command line calls a script that comes from standard input.
  static let standardInputNames: Set<String> = ["-", "/dev/stdin"]

  /// Opens the corpus in `folder`, or the nearest one at or above the working folder.
  func open(
    _ folder: String?, _ limits: Limits = .none, order: RecordOrder = .declared
  ) throws(Exit) -> Workspace {
    do throws(Diagnostic) {
      let workspace = try Workspace(
        folder ?? nearestCorpus(from: "./here"), monitor: Self.monitor(ProgressLine(terminal)),
        order: order)
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
  ///
  /// - Parameter kept: takes what would go to standard output.
  func session(
    _ workspace: Workspace, format: OutputFormat? = nil, safety: Safety = Safety(),
    keptIn kept: KeptOutput? = nil
  ) -> Session {
    let terminal = kept == nil ? terminal : terminal.keeping
    return Session(
      workspace, format: format ?? terminal.standardFormat, diagnostics: diagnostics,
      terminal: terminal, safety: safety,
      output: kept.map { Output(to: $0) } ?? Output(descriptor: 1))
  }

  /// The nearest folder at or above a file that holds a corpus; the working folder if none does.
  func nearestCorpus(from file: String) -> String {
    let file = Self.standardInputNames.contains(file) ? "./here" : file
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
    if Self.standardInputNames.contains(path) {
      return SourceText(name: "<stdin>", bytes: try standardInput())
    }
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
  func print(_ text: String) throws(Exit) { try print(Array(text.utf8)) }

  /// Writes differences to standard output, made safe for a terminal if there is one.
  func show(_ diff: [UInt8]) throws(Exit) {
    guard terminal.outputIsTerminal else { return try print(diff) }
    let lines = LineDiff.lines(of: diff).map { line in
      VisibleText.of(String(decoding: line.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
    try print(lines.map { $0 + "\n" }.joined())
  }

  /// Writes to standard error what is no diagnostic.
  func say(_ text: String) {
    let renderer = DiagnosticRenderer(isColored: false, form: diagnostics)
    let output = Output(descriptor: 2, path: "standard error")
    try? output.write(renderer.note(text))
    try? output.flush()
  }

  private func print(_ bytes: [UInt8]) throws(Exit) {
    let output = Output(descriptor: 1)
    do throws(OutputFailure) {
      try output.write(bytes[...])
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
