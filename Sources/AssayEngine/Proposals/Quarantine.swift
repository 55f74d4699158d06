import AssayCorpus
import AssayLanguage
import AssayModel
import AssayReading
import AssayText

/// What other programs propose of a source: a file of claims that is no part of the corpus.
///
/// The `coder` of each claim is the program that made it.
struct Quarantine {
  /// What is wrong with the file; the claims that are sound are used.
  let faults: [Diagnostic]
  private let source: String
  private let text: SourceText
  private let records: [Record]

  /// The path of the file, from the corpus folder.
  static func path(of source: String) -> String {
    "\(CorpusFolder.quarantine)/\(source).assay"
  }

  init(of source: String, in workspace: Workspace) throws(Diagnostic) {
    let path = Self.path(of: source)
    self.init(of: source, SourceText(name: path, bytes: try workspace.kept(path) ?? []))
  }

  private init(of source: String, _ text: SourceText) {
    (self.source, self.text) = (source, text)
    var parser = RecordParser(text)
    var records: [Record] = []
    while let item = parser.next() {
      if case .record(let record) = item, record.kind == .claim { records.append(record) }
    }
    self.records = records
    faults = Diagnostics(parser.faults).located(in: text).all
  }

  // MARK: Reading

  private static let coder = RecordSpec.claim.field("coder")?.index ?? 0
  private static let quote = RecordSpec.claim.field("quote")?.index ?? 0

  /// The proposals whose quotes the document holds, and how many there are besides.
  func proposals(
    for reading: DocumentReading, _ sentences: [Passage]
  ) -> (found: [ProposedClaim], gone: Int) {
    let own = records.filter {
      if case .claim(let from) = $0.header { return from.id == source }
      return false
    }
    let quotes = own.map { Array((Self.text($0, Self.quote) ?? "").utf8) }
    // Looking through one document is over at once.
    let places = (try? QuoteFinder(reading.bytes).places(of: quotes)) ?? []
    var found: [ProposedClaim] = []
    for (index, record) in own.enumerated() {
      guard !quotes[index].isEmpty, index < places.count, let start = places[index].first,
        let sentence = Self.sentence(at: start, in: sentences)
      else { continue }
      let maker = Self.text(record, Self.coder) ?? "somebody"
      found.append(
        ProposedClaim(
          id: record.id.id, source: source, paragraph: sentence.paragraph,
          sentence: sentence.sentence, start: start, end: start + quotes[index].count,
          reasons: ["proposed by \(maker)"], text: text.text(at: record.span), maker: maker))
    }
    return (found, own.count - found.count)
  }

  /// How many proposals of a maker there are.
  func count(by maker: String) -> Int { records.count { Self.text($0, Self.coder) == maker } }

  private static func text(_ record: Record, _ field: Int) -> String? {
    guard case .text(let text)? = record.value(at: field) else { return nil }
    return text
  }

  /// The sentence that holds a byte, or the first behind it.
  static func sentence(at place: Int, in sentences: [Passage]) -> Passage? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? sentences[low] : sentences.last
  }

  // MARK: Writing

  /// Puts claims in the place of those of the same maker; whatever else the file holds stays.
  ///
  /// - Returns: the new file, `nil` if nothing is left for it, and how many claims have gone.
  static func replacing(
    _ old: [UInt8]?, of source: String, maker: String, by claims: [String]
  ) -> (bytes: [UInt8]?, gone: Int) {
    let header = Array(
      """
      # What other programs propose of @\(source): no part of the corpus until a person has accepted
      # it, by `review @\(source)`.

      """.utf8)
    let file = Quarantine(of: source, SourceText(name: path(of: source), bytes: old ?? header))
    var bytes = file.text.bytes
    let former = file.records.filter { text($0, coder) == maker }
    for record in former.reversed() {
      bytes.removeSubrange(RecordFinder.removal(of: record.span, in: bytes))
    }
    if claims.isEmpty, bytes == header { return (nil, former.count) }
    let newline = UInt8(ascii: "\n")
    if let last = bytes.last, last != newline { bytes.append(newline) }
    for claim in claims {
      if !bytes.isEmpty { bytes.append(newline) }
      bytes += claim.utf8
      bytes.append(newline)
    }
    return (bytes, former.count)
  }
}
