import AssayEngine
import AssayExchange
import AssayLanguage
import AssayModel
import AssayText
import Glibc

/// `export` and `import`: records in the formats of other programs.
extension Session {
  /// `export "FILE" [as FORMAT]`.
  func export(_ name: Name, _ arguments: [Name]) throws(Diagnostic) {
    let asked = try exchange(name, arguments, mayReplace: false)
    let path = try safety.outputPath(asked.path.text, at: asked.path.span)
    for file in asked.format.files(at: path) { try notes?.save(file, at: asked.path.span) }
    try requireSoundRecords(name)
    try export(asked.format, to: path, claims: nil)
  }

  /// `import "FILE" [as FORMAT] [replace]`.
  func bringIn(_ name: Name, _ arguments: [Name]) throws(Diagnostic) {
    let asked = try exchange(name, arguments, mayReplace: true)
    try requireWritable(name)
    try requireReadable(asked.path)
    try requireSoundRecords(name)
    var task = CorpusImport(workspace, asked.format)
    task.replaces = asked.replaces
    try edit { _ throws(Diagnostics) in try task.run(asked.path.text) }
  }

  /// Writes records in a format and says what was written.
  ///
  /// - Parameters:
  ///   - path: a file, or for CSV a folder; `nil` for standard output.
  ///   - claims: the ids of the claims that are meant; all records if it is `nil`.
  package func export(
    _ format: ExchangeFormat, to path: String?, claims: Set<String>?
  ) throws(Diagnostic) {
    if format == .csv, let path, path.lowercased().hasSuffix(".csv") {
      throw Diagnostic(
        .unknownExchange, at: nil,
        "`csv` writes a folder of tables, and `\(path)` is a file's name",
        hint: "a name without `.csv` is one of a folder")
    }
    var task = try CorpusExport(workspace, format, claims: claims)
    say(try task.run(to: path))
  }

  /// The ids of the claims that a query gives.
  ///
  /// - Throws: faults of the query are told, and end the run.
  package func claims(of query: SourceText) throws(Exit) -> Set<String> {
    let program = try program(query)
    do throws(Diagnostic) {
      guard program.steps.count == 1, case .query(let bound)? = program.steps.first?.step else {
        throw Diagnostic(.misplacedStatement, at: nil, "`--query` takes one query")
      }
      var collector: any RowSink = IDCollector()
      do throws(QueryFailure) {
        try workspace.run(bound.plan, into: &collector, mayBeCut: false)
      } catch {
        if case .diagnostic(let fault) = error { throw fault }
      }
      let ids = (collector as? IDCollector)?.ids
      guard let ids, ids.allSatisfy({ workspace.key(of: $0, .claim) != nil }) else {
        throw Diagnostic(
          .misplacedStatement, at: nil, "`--query` takes a query whose rows are claims",
          hint: "as in `claims | where mode = plan`")
      }
      return ids
    } catch {
      throw report([error.located(in: query)])
    }
  }

  // MARK: What is asked

  private func exchange(
    _ name: Name, _ arguments: [Name], mayReplace: Bool
  ) throws(Diagnostic) -> (path: Name, format: ExchangeFormat, replaces: Bool) {
    var rest = arguments[...]
    guard let path = rest.popFirst() else {
      throw Diagnostic(
        .wrongArguments, at: name.span, "`\(name.text)` takes a file in quotes",
        hint: "as in `\(name.text) \"claims.jsonl\"`")
    }
    var format: ExchangeFormat?
    var replaces = false
    while let word = rest.popFirst() {
      if word.text == "as", let value = rest.popFirst() {
        format = try ExchangeFormat.named(value.text, at: value.span)
      } else if word.text == "replace", mayReplace {
        replaces = true
      } else {
        let more = mayReplace ? "`as FORMAT` and `replace`" : "`as FORMAT`"
        throw Diagnostic(
          .wrongArguments, at: word.span, "behind its file `\(name.text)` takes \(more)")
      }
    }
    if let format { return (path, format, replaces) }
    return (path, try ExchangeFormat.of(path.text, at: path.span), replaces)
  }

  /// Makes sure that the corpus is as its files say.
  private func requireSoundRecords(_ name: Name) throws(Diagnostic) {
    guard let fault = workspace.faults.first else { return }
    throw Diagnostic(
      fault.code, at: name.span, "the corpus has faults, so `\(name.text)` waits",
      hint: "`check` tells them")
  }
}

extension ExchangeFormat {
  /// The format with a name.
  ///
  /// - Throws: `unknownExchange`.
  package static func named(
    _ name: String, at span: Span? = nil
  ) throws(Diagnostic) -> ExchangeFormat {
    if let format = ExchangeFormat(rawValue: name) { return format }
    let known = allCases.map(\.rawValue)
    throw Diagnostic(
      .unknownExchange, at: span, "no format `\(name)`",
      hint: Spelling.closest(to: name, among: known).map { "did you mean `\($0)`?" }
        ?? "formats: \(names)")
  }

  /// The format that the name of a file asks for; a folder holds tables.
  ///
  /// - Throws: `unknownExchange` where none or several have such names.
  /// - Parameter way: how the format is said, as the hint names it.
  package static func of(
    _ path: String, at span: Span? = nil, way: String = "as"
  ) throws(Diagnostic) -> ExchangeFormat {
    let fitting = fitting(path)
    if let format = fitting.first, fitting.count == 1 { return format }
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    if isFolder || path.hasSuffix("/") { return .csv }
    guard fitting.isEmpty else {
      let names = fitting.map { "`\($0.rawValue)`" }.joined(separator: " or ")
      throw Diagnostic(
        .unknownExchange, at: span, "`\(path)` may be \(names)", hint: "say which with `\(way)`")
    }
    throw Diagnostic(
      .unknownExchange, at: span, "the name `\(path)` says no format",
      hint: "say it with `\(way)`: \(names)")
  }
}

/// Keeps the ids of rows.
private struct IDCollector: RowSink {
  private var column: Int?
  /// `nil` where the rows have no id.
  private(set) var ids: Set<String>?

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    column = columns.firstIndex { $0.name == "id" }
    if column != nil { ids = [] }
  }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    if let column { ids?.insert(row.text(of: column)) }
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {}
}
