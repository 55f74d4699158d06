import ArgumentParser
import AssayEngine
import AssayModel
import AssayRender
import AssayShell
import AssayText

/// `assay refetch SOURCE FILE`: a new capture beside the one that is kept.
struct RefetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refetch",
    abstract: "Holds a new capture of a source against the one that is kept.",
    discussion: """
      Says which quotes of its claims stand, moved, changed or are gone, how many paragraphs came \
      and went, and what the captures say differently of themselves. `help documents` says the rest.
      """)

  @Argument(help: .init("The id of the source, with or without `@`.", valueName: "source"))
  var source: String

  @Argument(help: .init("The file of the new capture.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: .init(
      "The folder of the corpus; the nearest one at or above this folder otherwise.",
      valueName: "folder"),
    completion: .directory)
  var corpus: String?

  @Option(
    name: .customLong("map"),
    help: .init(
      "Which fields of CSV and JSON lines are what, as in `text=body, title=headline`.",
      valueName: "fields"))
  var mapping: String?

  @Option(help: .init("When the new capture was made, as in 2023-09-12.", valueName: "date"))
  var retrieved: DateArgument?

  @Flag(help: "Keeps the new capture as a source of its own, which derives from the kept one.")
  var keep = false

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
    let id = source.hasPrefix("@") ? String(source.dropFirst()) : source
    var request = RefetchRequest(source: id, file: file)
    (request.mapping, request.retrieved) = (mapping, retrieved?.date)
    try run.change(workspace, session, asks: false) { () throws(Diagnostic) in
      try session.refetch(request, keeps: keep, at: Span(0, 0))
      return nil
    }
  }
}
