import ArgumentParser
import AssayExchange
import AssayRender
import AssayShell
import AssayText

/// `assay export FORMAT [CORPUS]`: the records of a corpus for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the records of a corpus for other programs.",
    discussion: """
      `help exchange` says what each format carries. What it cannot carry is told on standard \
      error.
      """)

  @Argument(
    help: .init(
      """
      The format (\(ExchangeFormat.names)) and the folder of the corpus, either of them or both; \
      without a format the name after --to says it.
      """, valueName: "format-or-corpus"))
  var words: [String] = []

  @Option(
    help: """
      The file to write, or for csv the folder; standard output otherwise.
      """,
    completion: .file())
  var to: String?

  @Option(
    help: """
      A query that gives claims: these, what they refer to, and what was judged of them.
      """)
  var query: String?

  @Option(
    help: .init(
      "How standard error tells what is wrong: \(DiagnosticForm.names).", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  func run() throws {
    let run = Run(diagnostics)
    var words = words
    let named = words.first.flatMap { ExchangeFormat(rawValue: $0) }
    if named != nil { words.removeFirst() }
    let format: ExchangeFormat
    do throws(Diagnostic) {
      if words.count > 1 { _ = try ExchangeFormat.named(words[0]) }
      guard words.count <= 1 else {
        throw Diagnostic(.wrongArguments, at: nil, "`export` takes one corpus")
      }
      var known = named
      if known == nil, let to { known = try ExchangeFormat.of(to, way: "assay export FORMAT") }
      guard let known else {
        throw Diagnostic(
          .unknownExchange, at: nil, "`export` takes a format, or a file after `--to`",
          hint: "formats: \(ExchangeFormat.names)")
      }
      guard known.isText || to != nil else {
        throw Diagnostic(
          .wrongArguments, at: nil, "`\(known.rawValue)` is not one text",
          hint: "`--to PATH` says where it goes")
      }
      format = known
    } catch {
      throw run.report([error])
    }
    let session = run.session(try run.open(words.first))
    try session.requireSound()
    let claims = try query.map { try session.claims(of: SourceText(name: "--query", $0)) }
    do throws(Diagnostic) {
      try session.export(format, to: to, claims: claims)
    } catch {
      throw run.report([error])
    }
  }
}
