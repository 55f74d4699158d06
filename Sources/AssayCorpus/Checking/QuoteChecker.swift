import AssayModel
import AssayReading
import AssayText

/// Holds quotes to the documents of their sources: each has to stand there, and at one place only.
///
/// Quotes wait until their source is declared and are then looked for together, so that a document
/// is read once for all claims of a file.
struct QuoteChecker {
  private struct Quote {
    let text: String
    let span: Span
    let file: Int64
  }

  private let folder: CorpusFolder
  private var waiting: [String: [Quote]] = [:]
  private let quoteIndex = RecordSpec.claim.field("quote")?.index ?? 0

  init(_ folder: CorpusFolder) { self.folder = folder }

  /// Keeps the quote of a claim for later.
  mutating func note(_ record: Record, in file: Int64) {
    guard case .claim(let source) = record.header,
      let field = record.fields.first(where: { $0.index == quoteIndex }),
      case .text(let text) = field.value
    else { return }
    waiting[source.id, default: []].append(Quote(text: text, span: field.span, file: file))
  }

  /// Checks the quotes whose source is declared by now.
  mutating func settle(
    _ checker: inout RecordChecker, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    for source in waiting.keys.sorted() {
      guard let path = checker.ids.shape(of: source, .source) else { continue }
      if path != RecordChecker.unknownShape {
        try check(waiting[source] ?? [], of: source, in: path, &checker, monitor)
      }
      waiting[source] = nil
    }
  }

  /// Checks what is left; a quote of a source that is declared nowhere is not looked for.
  mutating func finish(
    _ checker: inout RecordChecker, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    try settle(&checker, monitor)
    waiting = [:]
  }

  private func check(
    _ quotes: [Quote], of source: String, in path: String, _ checker: inout RecordChecker,
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    try monitor.check()
    guard !path.isEmpty else {
      for quote in quotes {
        let fault = Diagnostic(
          .quoteWithoutDocument, at: quote.span, "source `\(source)` has no document to quote",
          hint: "give it one: `document \"documents/\(source).md\"`")
        checker.report(fault, in: quote.file)
      }
      return
    }
    // A document that cannot be read has been reported with its source.
    guard let bytes = try? folder.bytes(of: path) else { return }
    let finder = QuoteFinder(bytes)
    let places = try finder.places(of: quotes.map { Array($0.text.utf8) }, monitor)
    for (quote, found) in zip(quotes, places) where found.count != 1 {
      try monitor.check()
      let fault =
        found.isEmpty
        ? Diagnostic(
          .quoteMissing, at: quote.span, "`\(path)` does not hold this quote",
          hint: finder.hint(forMissing: quote.text))
        : ambiguous(quote, found, bytes, path)
      checker.report(fault, in: quote.file)
    }
  }

  private func ambiguous(
    _ quote: Quote, _ places: [Int], _ bytes: [UInt8], _ path: String
  ) -> Diagnostic {
    let text = SourceText(name: path, bytes: bytes)
    let lines = places.map { "\(path):\(text.position(of: $0).line)" }
    return Diagnostic(
      .quoteAmbiguous, at: quote.span, "this quote stands at several places of its document",
      hint: "first at \(lines.joined(separator: " and ")): quote more words")
  }
}
