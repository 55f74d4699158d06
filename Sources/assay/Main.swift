import ArgumentParser
import AssayRender
import AssayShell
@preconcurrency import Glibc

/// argv → run → exit code.
@main enum Main {
  static func main() {
    do {
      var command = try Assay.parseAsRoot()
      try command.run()
    } catch let end as Exit {
      exit(end.code.rawValue)
    } catch {
      // Help and the version are no errors; what is, is a wrong command line.
      if Assay.exitCode(for: error).isSuccess { Assay.exit(withError: error) }
      // As the form of diagnostics cannot be read from it, it is looked for.
      let words = CommandLine.arguments
      let isJSON =
        words.contains("--diagnostics=json")
        || zip(words, words.dropFirst()).contains { $0 == ("--diagnostics", "json") }
      let renderer = DiagnosticRenderer(isColored: false, form: isJSON ? .json : .text)
      fputs(renderer.note(Assay.fullMessage(for: error) + "\n"), stderr)
      exit(ExitCode.wrongProgram.rawValue)
    }
  }
}
