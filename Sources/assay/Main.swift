import ArgumentParser
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
      fputs(Assay.fullMessage(for: error) + "\n", stderr)
      exit(ExitCode.wrongProgram.rawValue)
    }
  }
}
