import AssayCorpus
import AssayModel
import AssayReading
import AssayText

/// Holds what is found in sentences to the marks of a careful reader.
///
/// The set is a folder of tables: a line is a sentence, its cells divided by tabs, the first line
/// names them: `id`, `kind`, `lang`, `candidate` (`yes` or `no`), `hedges`, `speakers` and `dates`
/// (several words divided by `|`, dates as `WORDS=EDTF`), `published`, `text`.
package struct SentenceTest: Sendable {
  /// What is counted, in the order of the report.
  package enum Mark: String, CaseIterable, Sendable {
    case hedges, speakers, dates
    case values = "dates with value"
    case candidates
  }

  /// How often a mark was expected, found, and both.
  package struct Score: Sendable {
    package var expected = 0
    package var found = 0
    package var right = 0

    /// The share of the found ones that are right; `nil` when none was found.
    package var precision: Double? { found > 0 ? Double(right) / Double(found) : nil }
    /// The share of the expected ones that were found; `nil` when none was expected.
    package var recall: Double? { expected > 0 ? Double(right) / Double(expected) : nil }
    /// The harmonic mean of both; `nil` when nothing was expected or found.
    package var f1: Double? {
      expected + found > 0 ? 2 * Double(right) / Double(expected + found) : nil
    }

    /// Counts what two lists of words have in common, each word as often as both have it.
    mutating func add(expected: [String], found: [String]) {
      self.expected += expected.count
      self.found += found.count
      var left = found
      for words in expected {
        guard let place = left.firstIndex(of: words) else { continue }
        left.remove(at: place)
        right += 1
      }
    }
  }

  /// The kinds of text, in the order of their names.
  package private(set) var kinds: [String] = []
  package private(set) var sentenceCount = 0
  private var scores: [String: [Mark: Score]] = [:]

  /// Reads the tables of a folder, in the order of their names, and every sentence in them.
  ///
  /// - Throws: `unreadableFile`, also when a line is none of such a table.
  package init(_ folder: String) throws(Diagnostic) {
    for name in FileReader.names(in: folder).filter({ $0.hasSuffix(".tsv") }).sorted() {
      let path = folder + "/" + name
      try read(SourceText(name: path, bytes: FileReader.bytes(of: path, shown: path)))
    }
    kinds = scores.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a folder holds tables of sentences.
  package static func isSet(_ folder: String) -> Bool {
    FileReader.names(in: folder).contains { $0.hasSuffix(".tsv") }
  }

  /// The score of a mark, of one kind of text or of all.
  package func score(_ mark: Mark, kind: String? = nil) -> Score {
    var sum = Score()
    for each in kinds where kind == nil || each == kind {
      guard let score = scores[each]?[mark] else { continue }
      sum.expected += score.expected
      sum.found += score.found
      sum.right += score.right
    }
    return sum
  }

  private mutating func read(_ table: SourceText) throws(Diagnostic) {
    var columns: [String] = []
    var offset = 0
    for line in table.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { offset += line.count + 1 }
      guard !line.isEmpty else { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard !columns.isEmpty else {
        columns = cells
        continue
      }
      guard let sentence = MarkedSentence(cells, columns) else {
        throw Diagnostic(
          .unreadableFile, at: Span(offset, offset + line.count),
          "not a line of such a table: \(cells.count) cells for \(columns.count) columns"
        ).located(in: table)
      }
      add(sentence)
    }
  }

  private mutating func add(_ sentence: MarkedSentence) {
    sentenceCount += 1
    let found = FoundMarks(sentence)
    var scores = self.scores[sentence.kind] ?? [:]
    scores[.hedges, default: Score()].add(expected: sentence.hedges, found: found.hedges)
    scores[.speakers, default: Score()].add(expected: sentence.speakers, found: found.speakers)
    scores[.dates, default: Score()].add(
      expected: sentence.dates.map(\.words), found: found.dates.map(\.words))
    scores[.values, default: Score()].add(
      expected: sentence.dates.map { $0.words + "=" + $0.value },
      found: found.dates.map { $0.words + "=" + $0.value })
    scores[.candidates, default: Score()].add(
      expected: sentence.isCandidate ? [""] : [], found: found.isCandidate ? [""] : [])
    self.scores[sentence.kind] = scores
  }
}
