import AssayEngine
import AssayLanguage
import AssayModel
import AssayRender
import AssaySessions
import AssayText
import Glibc

/// What `assay play` does with a file.
package struct SessionPlaying {
  private let host: any SessionHost
  private let terminal: Terminal
  private let output = Output(descriptor: 1)

  package init(host: any SessionHost, terminal: Terminal) {
    (self.host, self.terminal) = (host, terminal)
  }

  /// Compares what the statements of a file write with what stands there.
  ///
  /// - Throws: `expectationFailed` after all differences were told.
  package func check(_ file: String) throws(Exit) {
    let played = try play(file)
    for step in played.differences {
      try write("\(file):\(step.step.line): \(SessionDifference(step).text)")
    }
    let faults = try faults(ofLesson: played.text)
    guard faults.isEmpty else { throw report(faults) }
    guard played.differences.isEmpty else { throw Exit(.expectationFailed) }
  }

  /// Puts what the statements of a file write in place of what stands there.
  package func update(_ file: String) throws(Exit) {
    let played = try play(file)
    let count = played.differences.count
    guard count > 0 else { return }
    do throws(Diagnostic) {
      try KeptFile.write(played.updated, to: file)
    } catch {
      throw report([error])
    }
    try write("\(file): \(count) of \(played.stepCount) statements updated\n")
  }

  /// Writes the text with what the statements write now.
  package func show(_ file: String) throws(Exit) {
    guard terminal.inputIsTerminal, terminal.outputIsTerminal else {
      return try write(String(decoding: play(file).updated, as: UTF8.self))
    }
    try ShownSession(terminal: terminal, host: host).run(try text(file))
  }

  private func play(_ file: String) throws(Exit) -> PlayedSession {
    let text = try text(file)
    do {
      let folder = try SessionFolder(for: file)
      defer { folder.close() }
      var player = SessionPlayer(text, on: host, in: folder)
      let played = try player.play()
      if InterruptFlag.isRaised { throw Diagnostic.interrupted }
      return played
    } catch {
      throw report(Self.faults(error))
    }
  }

  private func text(_ file: String) throws(Exit) -> SessionText {
    do {
      return try Self.text(SourceText(name: file, bytes: try KeptFile.bytes(of: file)))
    } catch {
      throw report(Self.faults(error))
    }
  }

  private static func text(_ source: SourceText) throws(Diagnostics) -> SessionText {
    if let fault = source.encodingFault() { throw Diagnostics([fault.located(in: source)]) }
    return try SessionText(source)
  }

  /// What is wrong with a lesson; nothing if the session is none.
  private func faults(ofLesson text: SessionText) throws(Exit) -> [Diagnostic] {
    guard Lesson.isLesson(text) else { return [] }
    do {
      let lesson = try Lesson(text)
      let folder = try SessionFolder(for: text.name)
      defer { folder.close() }
      return try LessonCheck.faults(of: lesson, on: host, in: folder)
    } catch {
      return Self.faults(error)
    }
  }

  private static func faults(_ error: any Error) -> [Diagnostic] {
    (error as? Diagnostics)?.all ?? (error as? Diagnostic).map { [$0] } ?? []
  }

  private func write(_ text: String) throws(Exit) {
    do throws(OutputFailure) {
      try output.write(text)
      try output.flush()
    } catch {
      guard case .unwritable(let path, let reason) = error else { throw Exit(.done) }
      throw report([Diagnostic(.unwritableFile, at: nil, "cannot write `\(path)`: \(reason)")])
    }
  }

  private func report(_ all: [Diagnostic]) -> Exit {
    let errors = Output(descriptor: 2, path: "standard error")
    let renderer = DiagnosticRenderer(isColored: terminal.isColored, isPlain: terminal.isPlain)
    try? errors.write(renderer.text(of: all))
    try? errors.flush()
    return Exit(all.first.map { ExitCode($0.code) } ?? .wrongProgram)
  }
}
