import AssayModel
import AssayQuery
import AssayReading
import AssayText

extension AnalysisRunner {
  /// The rows of `candidates`.
  func candidates() throws -> Table {
    var reader = try CandidateReader(workspace)
    let columns = try reader.candidates(of: input)
    try monitor.check()
    let sentences = CandidateSentences(reader, columns)
    return Table(
      rowCount: columns.count,
      cells: [
        .keys(columns.sources), .counts(columns.paragraphs), .counts(columns.sentences),
        .texts(columns.reasons), .texts(sentences.figures), .texts(sentences.dates),
        .texts(sentences.speaker), .texts(sentences.hedge),
        .words(columns.modes, ClosedList.mode.words), .counts(columns.scores),
        .booleans(columns.areTaken), .texts(sentences.text), .counts(columns.starts),
        .counts(columns.ends),
      ],
      emptyReason: columns.sentenceCount == 0
        ? "there is no document to read"
        : "none of \(columns.sentenceCount) sentences looks like a claim",
      grounds: { Table.Grounds(rule: sentences.rule($0)) })
  }
}

/// The sentences of candidates, read again for the cells that show their words.
///
/// The last one is kept, since the cells of a row are asked for one after the other.
private final class CandidateSentences {
  private var reader: CandidateReader
  private let columns: CandidateColumns
  private var last: (row: Int, bytes: [UInt8], reading: SentenceReading)?

  init(_ reader: CandidateReader, _ columns: CandidateColumns) {
    (self.reader, self.columns) = (reader, columns)
  }

  private func sentence(_ row: Int) -> (bytes: [UInt8], reading: SentenceReading)? {
    if let last, last.row == row { return (last.bytes, last.reading) }
    guard let found = reader.sentence(columns.passages[row]) else { return nil }
    last = (row, found.bytes, found.reading)
    return found
  }

  func text(_ row: Int) -> String? {
    sentence(row).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  func figures(_ row: Int) -> String? {
    list(row) { bytes, reading in
      reading.figures.map { $0.quantity?.description ?? words(of: $0.span, in: bytes) }
    }
  }

  func dates(_ row: Int) -> String? {
    list(row) { bytes, reading in
      reading.dates.map { $0.date?.description ?? words(of: $0.span, in: bytes) }
    }
  }

  func speaker(_ row: Int) -> String? { words(of: .speaker, row) }

  func hedge(_ row: Int) -> String? { words(of: .hedge, row) }

  private func list(_ row: Int, _ items: ([UInt8], SentenceReading) -> [String]) -> String? {
    guard let (bytes, reading) = sentence(row) else { return nil }
    let list = items(bytes, reading)
    return list.isEmpty ? nil : list.joined(separator: "; ")
  }

  /// The words of the first cue of a kind.
  private func words(of kind: Cue.Kind, _ row: Int) -> String? {
    guard let (bytes, reading) = sentence(row), let cue = reading.candidate.first(kind) else {
      return nil
    }
    return words(of: cue.words, in: bytes)
  }

  private func words(of span: Span, in bytes: [UInt8]) -> String {
    let range = (span.start..<max(span.start, span.end)).clamped(to: bytes.indices)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Each cue with its words.
  func rule(_ row: Int) -> String {
    guard let (bytes, reading) = sentence(row) else { return "" }
    let cues = reading.candidate.cues.map { cue in
      "\(cue.kind.rawValue) “\(words(of: cue.words, in: bytes))”"
    }
    return "its cues make \(reading.candidate.score) points, of which a candidate needs "
      + "\(CandidateRule.least): \(cues.joined(separator: ", "))."
  }
}
