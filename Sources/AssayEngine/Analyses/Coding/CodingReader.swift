import AssayAnalysis
import AssayCorpus
import AssayModel
import AssayQuery
import AssayStore

/// Reads which reader coded what in which sentence.
struct CodingReader {
  /// Claims with a coder and a quote, in the order of the text, and what their codes mean.
  struct Coding {
    var claims: [CodedClaim] = []
    /// The coders' names, in the order of their numbers, which is that of their bytes.
    var coders: [String] = []
    /// What is coded: a field, and of an answer the question's key.
    var fields: [(word: String, question: Int32)] = []
    /// For each field what its codes mean; 0 is not filled.
    var meanings: [[String]] = []
    /// The documents by the keys of their sources, in the order of ids.
    var documents: [Int32] = []
    /// The sentences of each document.
    var sentences: [[Sentence]] = []
    var sentenceCounts: [Int] { sentences.map(\.count) }
    /// Claims that have a coder but no quote, so that nobody knows which sentence they are of.
    var unplaced = 0
  }

  /// Where a sentence stands.
  struct Sentence {
    let start: Int
    let paragraph: Int32
    let number: Int32
  }

  let workspace: Workspace

  /// A claim as it is read, before its sentence is known.
  struct Row {
    let key: Int32
    let source: Int32
    let coder: String
    let quote: [UInt8]
    let codes: [Int32]
  }

  /// What claims that are the rows of a plan were coded as.
  func coding(of plan: LogicalPlan) throws -> Coding {
    var coding = Coding()
    let rows = try rows(of: plan, into: &coding)
    coding.coders = Set(rows.map(\.coder)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard coding.coders.count > 1 else { return coding }
    let numbers = Dictionary(
      uniqueKeysWithValues: coding.coders.enumerated().map { ($1, Int32($0)) })
    var bySource: [Int32: [Row]] = [:]
    for row in rows { bySource[row.source, default: []].append(row) }
    for source in try sources() {
      try workspace.monitor.check()
      guard let rows = bySource[source], Set(rows.map(\.coder)).count > 1 else { continue }
      try place(rows, of: source, numbers, into: &coding)
    }
    return coding
  }

  /// The keys of the sources with documents, in the order of their ids.
  private func sources() throws -> [Int32] {
    let statement = try workspace.prepare("SELECT source FROM documents ORDER BY id")
    var keys: [Int32] = []
    while try workspace.step(statement) { keys.append(statement.key(0)) }
    return keys
  }

  /// Finds the sentences of the claims of one document.
  private func place(
    _ rows: [Row], of source: Int32, _ coders: [String: Int32], into coding: inout Coding
  ) throws {
    let path = try workspace.prepare(
      "SELECT path FROM documents WHERE source = \(.integer(Int64(source)))")
    guard try workspace.step(path) else { return }
    let bytes = try workspace.folder.bytes(of: path.text(0))
    let sentences = try sentences(of: source)
    let places = try QuoteFinder(bytes).places(of: rows.map(\.quote), workspace.monitor)
    let document = Int32(coding.documents.count)
    var placed: [(offset: Int, claim: CodedClaim)] = []
    for (row, places) in zip(rows, places) {
      guard let offset = places.first else { continue }
      let sentence = Self.place(of: offset, in: sentences)
      placed.append(
        (
          offset,
          CodedClaim(
            key: row.key, coder: coders[row.coder] ?? 0, document: document,
            sentence: Int32(sentence), codes: row.codes)
        ))
    }
    // Rows come in the order of ids, which decides between claims with one quote.
    coding.claims += placed.enumerated().sorted {
      ($0.element.claim.sentence, $0.element.offset, $0.offset)
        < ($1.element.claim.sentence, $1.element.offset, $1.offset)
    }.map(\.element.claim)
    coding.documents.append(source)
    coding.sentences.append(sentences)
  }

  private func sentences(of source: Int32) throws -> [Sentence] {
    let statement = try workspace.prepare(
      """
      SELECT start, paragraph, sentence FROM passages
      WHERE source = \(.integer(Int64(source))) ORDER BY paragraph, sentence
      """)
    var sentences: [Sentence] = []
    while try workspace.step(statement) {
      sentences.append(
        Sentence(
          start: Int(statement.integer(0)), paragraph: statement.key(1), number: statement.key(2)))
    }
    return sentences
  }

  /// The place of the last sentence that does not begin behind `offset`; 0 if all do.
  private static func place(of offset: Int, in sentences: [Sentence]) -> Int {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
