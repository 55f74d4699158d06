import ArgumentParser
import AssayEngine
import AssayModel
import AssayRender
import AssayShell
import AssayText

/// `assay ingest PATH…`: documents into a corpus.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Brings documents into a corpus, each with a proposed source.",
    discussion: """
      Text, Markdown, HTML, PDF, mail, EPUB, JSON lines and CSV. The text goes into documents/, the \
      bytes as they came into snapshots/, the record to the other sources. A file that cannot be \
      read is named and left out, with exit code 4; the others come in together or not at all. \
      `help documents` says the rest.
      """)

  @Argument(
    help: .init("Files, and folders with everything below them.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    help: .init(
      "The folder of the corpus; the nearest one at or above this folder otherwise.",
      valueName: "folder"),
    completion: .directory)
  var corpus: String?

  @Option(
    name: .customLong("as"),
    help: .init("The id of the source, if there is only one document.", valueName: "id"))
  var id: String?

  @Option(
    name: .customLong("map"),
    help: .init(
      "Which fields of CSV and JSON lines are what, as in `text=body, title=headline`.",
      valueName: "fields"))
  var mapping: String?

  @Option(help: .init("When the files were captured, as in 2023-09-12.", valueName: "date"))
  var retrieved: DateArgument?

  @Flag(help: "Brings in again what the corpus has already.")
  var again = false

  @Flag(help: "Asks nothing and accepts the proposals as they are, as without a terminal.")
  var yes = false

  @Flag(help: "Writes nothing: shows the proposals.")
  var dryRun = false

  @Option(
    help: .init(
      "How standard error tells what is wrong: \(DiagnosticForm.names).", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  @OptionGroup var limits: LimitOptions

  func run() throws {
    let run = Run(diagnostics)
    let workspace = try run.open(corpus, limits.limits)
    let session = run.session(workspace)
    try session.requireSound()
    var request = IngestRequest(paths)
    (request.id, request.mapping) = (id, mapping)
    (request.retrieved, request.isAgain, request.isDry) = (retrieved?.date, again, dryRun)
    var options = IngestOptions(request)
    options.acceptsAll = yes
    try run.change(workspace, session, asks: !yes && !dryRun) { () throws(Diagnostic) in
      try session.ingest(options)
    }
  }
}

/// A date on the command line.
struct DateArgument: ExpressibleByArgument {
  let date: PartialDate

  init?(argument: String) {
    guard let date = PartialDate(argument) else { return nil }
    self.date = date
  }
}

extension Run {
  /// Runs a command that writes to the corpus, and ends with its code.
  ///
  /// - Parameter asks: whether somebody at the terminal is asked.
  func change(
    _ workspace: Workspace, _ session: Session, asks: Bool,
    _ work: () throws(Diagnostic) -> Exit?
  ) throws(Exit) {
    workspace.acceptsDeclarations = true
    let asking = asks ? Questions(session) : nil
    session.dialogue = asking
    workspace.monitor.begin(workspace.limits)
    defer {
      workspace.monitor.end()
      withExtendedLifetime(asking) { workspace.journal.end() }
    }
    let end: Exit?
    do throws(Diagnostic) {
      end = try work()
    } catch {
      throw session.report([error])
    }
    if let end { throw end }
  }
}
