import AssayRender
import AssaySessions
import AssayText
import Glibc

/// A session on a terminal: its text block by block, its statements run before the reader's eyes.
struct ShownSession {
  private let terminal: Terminal
  private let host: any SessionHost
  private let output = Output(descriptor: 1)
  private let view: ProseView

  init(terminal: Terminal, host: any SessionHost) {
    (self.terminal, self.host) = (terminal, host)
    view = ProseView(width: terminal.width, isColored: terminal.outputIsColored)
  }

  /// Shows all of it, waiting for Enter behind each block of statements.
  ///
  /// - Throws: the fault that keeps it from being played; a reader who leaves has what he wanted.
  func run(_ text: SessionText) throws(Exit) {
    do {
      let folder = try SessionFolder(for: text.name)
      defer { folder.close() }
      var player = SessionPlayer(text, on: host, in: folder)
      for item in text.items {
        let shell = try player.shell(for: item)
        switch item {
        case .heading(_, let words, _): show("\n" + view.heading(words))
        case .prose(let words, _): show("\n" + view.prose(words))
        case .file(let path, let block):
          show("\n\(path):\n" + Self.indented(text.words(of: block)))
        case .block(let block): show("\n" + Self.indented(text.words(of: block)))
        case .session(let block):
          show("\n")
          for step in block.steps {
            show(step.text(writing: []))
            if let shell { show(shell.run(step.statement).text) }
            if InterruptFlag.take() { return show("\n") }
          }
          guard goesOn() else { return }
        }
      }
    } catch {
      let faults = (error as? Diagnostics)?.all ?? (error as? Diagnostic).map { [$0] } ?? []
      let renderer = DiagnosticRenderer(isColored: terminal.isColored, isPlain: terminal.isPlain)
      show(renderer.text(of: faults))
      throw Exit(faults.first.map { ExitCode($0.code) } ?? .wrongProgram)
    }
  }

  /// Waits for Enter; `false` for `q` and at the end of the input.
  private func goesOn() -> Bool {
    show("\n[Enter goes on, q leaves] ")
    guard let line = readLine() else { return false }
    return line.drop(while: \.isWhitespace).first?.lowercased() != "q"
  }

  private func show(_ text: String) {
    try? output.write(text)
    try? output.flush()
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { "    \(VisibleText.of(String($0)))\n" }.joined()
  }
}
