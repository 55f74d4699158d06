import AssayLanguage
import AssayModel
import AssayReading
import AssayStore
import AssayText

extension Workspace {
  /// The claims that the sentences of a source's document seem to make, in the order of the text.
  ///
  /// Sentences that a claim quotes already are among them; `quote` is missing where the document
  /// repeats the sentence and its neighbours. None if the source has no document.
  ///
  /// - Throws: `unknownRecord`; `unreadableFile` when the document is gone.
  package func proposedClaims(
    of source: String, at span: Span?
  ) throws(Diagnostic) -> [ProposedClaim] {
    let bytes = try read(source, at: span ?? Span(0, 0)).bytes
    return try Diagnostic.telling {
      let names = try EntityNames(self)
      let (passages, published, readings) = try self.readings(of: source, in: bytes, names)
      let quotes = try QuoteChoice(bytes, passages).quotes(of: readings.map(\.place), monitor)
      let proposer = ClaimProposer(
        source: source, published: published, bytes: bytes, names: names,
        predicates: try PredicateWords(self)
      ) { [ids] key in (try? ids.id(of: Int64(key), .entity)) ?? "" }
      var known = Set(self.ids(.claim))
      return zip(readings, quotes).map { found, quote in
        let passage = passages[found.place]
        let record = proposer.claim(of: found.reading, quote: quote) {
          ClaimID.unused(for: $0, among: &known)
        }
        return ProposedClaim(
          id: "\(source)-\(passage.paragraph)-\(passage.sentence)", source: source,
          paragraph: passage.paragraph, sentence: passage.sentence, start: passage.start,
          end: passage.end, reasons: proposer.reasons(for: found.reading.candidate),
          speaker: found.reading.candidate.first(.speaker).flatMap { proposer.shown($0) },
          text: Self.aligned(Printer.text(of: .declaration(record))))
      }
    }
  }

  /// The sentences of a document, and the readings of those that look like claims.
  private func readings(
    of source: String, in bytes: [UInt8], _ names: EntityNames
  ) throws -> (
    passages: [Passage], published: PartialDate?,
    readings: [(place: Int, reading: SentenceReading)]
  ) {
    let statement = try connection.cached(
      """
      SELECT p.paragraph, p.sentence, p.start, p.end, s.language, s."published.first",
        s."published.last", s."published.words"
        FROM sources AS s JOIN passages AS p ON p.source = s.key WHERE s.id = ?
        ORDER BY p.paragraph, p.sentence
      """)
    statement.bind(source, at: 1)
    defer { statement.reset() }
    var passages: [Passage] = []
    var readings: [(place: Int, reading: SentenceReading)] = []
    var reader: SentenceReader?
    var published: PartialDate?
    while try step(statement) {
      let passage = Passage(
        paragraph: Int(statement.integer(0)), sentence: Int(statement.integer(1)),
        start: Int(statement.integer(2)), end: Int(statement.integer(3)))
      // The document may have changed since it was read for the index.
      guard passage.start < passage.end, passage.end <= bytes.count else { continue }
      passages.append(passage)
      var sentences =
        reader ?? names.reader(language: statement.isNull(4) ? nil : statement.text(4))
      published = statement.date(5)
      let reading = bytes.withUnsafeBufferPointer {
        sentences.read($0, passage, published: published)
      }
      reader = sentences
      if reading.candidate.isClaim { readings.append((passages.count - 1, reading)) }
    }
    return (passages, published, readings)
  }

  /// A printed record with the values of its fields below each other.
  private static func aligned(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let names = lines.map { line in
      line.hasPrefix("  ") ? line.dropFirst(2).prefix { $0 != " " }.utf8.count : 0
    }
    let width = names.max() ?? 0
    return zip(lines, names).map { line, name in
      guard name > 0, line.utf8.count > name + 2 else { return String(line) }
      let space = String(repeating: " ", count: width - name)
      return line.prefix(2 + name) + space + line.dropFirst(2 + name)
    }.joined(separator: "\n")
  }
}

extension AssayStore.Statement {
  /// The date whose three columns begin at `column`; `nil` if it is missing.
  func date(_ column: Int) -> PartialDate? {
    guard !isNull(column) else { return nil }
    return PartialDate(
      first: integer(column), last: integer(column + 1),
      words: isNull(column + 2) ? nil : text(column + 2))
  }
}
