import ArgumentParser
import AssayEngine
import AssayExchange
import AssayRender
import AssayShell
import AssayText

/// `assay import FILE [CORPUS]`: records from other programs.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Brings records in from other programs, all or none.",
    discussion: """
      Everything is checked before anything is written. A record that is there already and says \
      the same stays as it is. `help exchange` says what each format carries.
      """)

  @Argument(help: "The file, or for csv the folder.", completion: .file())
  var file: String

  @Argument(
    help: "The folder of the corpus; the nearest one at or above this folder otherwise.",
    completion: .directory)
  var corpus: String?

  @Option(help: .init("The format: \(ExchangeFormat.names).", valueName: "format"))
  var format: String?

  @Option(
    help: """
      The columns of any table of claims by the fields that they become, as in \
      "says=statement, source=outlet".
      """)
  var map: String?

  @Flag(help: "Puts a record in the place of one with its id that says something else.")
  var replace = false

  @Flag(name: .customLong("dry-run"), help: "Checks everything and writes nothing.")
  var isTrial = false

  @Option(
    help: .init(
      "How standard error tells what is wrong: \(DiagnosticForm.names).", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  func run() throws {
    let run = Run(diagnostics)
    let known: ExchangeFormat
    var mapping: ColumnMapping?
    do throws(Diagnostic) {
      if let map { mapping = try ColumnMapping(map) }
      if let format {
        known = try ExchangeFormat.named(format)
      } else {
        known = mapping == nil ? try ExchangeFormat.of(file, way: "--format") : .csv
      }
      guard mapping == nil || known == .csv else {
        throw Diagnostic(.wrongArguments, at: nil, "`--map` is for tables: `--format csv`")
      }
    } catch {
      throw run.report([error])
    }
    let workspace = try run.open(corpus)
    let session = run.session(workspace)
    try session.requireSound()
    var task = CorpusImport(workspace, known)
    (task.replaces, task.isTrial, task.mapping) = (replace, isTrial, mapping)
    defer { workspace.journal.end() }
    do throws(Diagnostics) {
      print(try task.run(file), terminator: "")
    } catch {
      throw run.report(error.all)
    }
  }
}
