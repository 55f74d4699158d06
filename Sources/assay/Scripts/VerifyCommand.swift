import ArgumentParser
import AssayRender
import AssayShell
import AssayText

/// `assay verify FOLDER`: whether a run can be made again.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Makes a kept run again and compares every file of it.",
    discussion: """
      FOLDER is what `assay run --out` has written. Its files, the corpus and the scripts are held \
      to the manifest; then the scripts run twice into a folder that goes away again: as they did, \
      and with the records of the corpus in another order, in another locale, time zone, terminal \
      and working folder. What differs is shown line by line, with exit code 1.
      """)

  @Argument(
    help: .init("The folder of a run, with its manifest.json.", valueName: "folder"),
    completion: .directory)
  var folder: String

  @Flag(help: "Runs the scripts in safe mode, also where the run was not.")
  var safe = false

  @Option(
    help: .init(
      "How standard error tells what is wrong: \(DiagnosticForm.names).", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  func run() throws {
    let run = Run(diagnostics)
    var verification: Verification
    do throws(Diagnostic) {
      verification = try Verification(folder, isSafe: safe)
      if verification.program != Assay.version {
        run.say("the run was made by assay \(verification.program), this is \(Assay.version)\n")
      }
      try verification.run()
    } catch {
      throw run.report([error])
    }
    guard verification.faults.isEmpty else {
      try run.show(verification.differences)
      if !verification.said.isEmpty { run.say(verification.said) }
      throw run.report(verification.faults)
    }
    try run.print(
      "verified: \(count(verification.fileCount, "file")), "
        + "\(count(Verification.runCount, "run"))\n")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
