import AssayModel
import AssayReading

/// Candidates as columns; what is text is read again when it is asked for.
struct CandidateColumns {
  /// How many sentences were read.
  var sentenceCount = 0
  private(set) var passages: [Int32] = []
  private(set) var sources: [Int32] = []
  private(set) var paragraphs: [Int32] = []
  private(set) var sentences: [Int32] = []
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []
  private(set) var scores: [Int32] = []
  /// Places in ``ClosedList/mode``.
  private(set) var modes: [UInt8] = []
  private(set) var areTaken: [Bool] = []
  /// A bit for each kind of cue.
  private var reasons: [UInt16] = []

  var count: Int { passages.count }

  mutating func add(
    _ candidate: ClaimCandidate, passage: Int32, source: Int32, paragraph: Int32, sentence: Int32,
    range: Range<Int>, isTaken: Bool
  ) {
    passages.append(passage)
    sources.append(source)
    paragraphs.append(paragraph)
    sentences.append(sentence)
    starts.append(Int32(clamping: range.lowerBound))
    ends.append(Int32(clamping: range.upperBound))
    scores.append(Int32(clamping: candidate.score))
    modes.append(UInt8(ClosedList.mode.words.firstIndex(of: candidate.mode) ?? 0))
    areTaken.append(isTaken)
    reasons.append(candidate.cues.reduce(0) { $0 | 1 << UInt16($1.order) })
  }

  /// The reasons of a row: `figure; speaker; plan`.
  func reasons(_ row: Int) -> String {
    Cue.Kind.allCases.enumerated().filter { reasons[row] & 1 << UInt16($0.offset) != 0 }
      .map(\.element.rawValue).joined(separator: "; ")
  }
}
