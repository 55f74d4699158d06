import AssayModel
import AssayReading
import AssayText

/// Which dates of a sentence are those of its statement.
extension ClaimProposer {
  /// The first date as `said` if it stands behind the verb of speech, and as `when` the first that
  /// dates the statement.
  func dates(
    of reading: SentenceReading, in kept: Range<Int>
  ) -> [(name: String, value: FieldValue)] {
    var (said, when): (PartialDate?, PartialDate?)
    for found in reading.dates {
      guard let date = found.date else { continue }
      if isSaid(found, reading.candidate) {
        said = said ?? date
      } else if when == nil, kept.contains(found.span.start), dates(found, reading) {
        when = date
      }
    }
    if reading.candidate.mode == "plan", let date = when, let published, date.last < published.first
    {
      when = nil
    }
    return [("when", when), ("said", said)].compactMap { name, date in
      date.map { (name, .date($0)) }
    }
  }

  /// Whether a date stands directly behind the words for a speaker and their verb.
  func isSaid(_ found: FoundDate, _ candidate: ClaimCandidate) -> Bool {
    candidate.cues.contains { cue in
      guard let speaker = cue.speaker else { return false }
      let end = cue.span.joined(with: speaker).end
      return found.span.start >= end && found.span.start <= end + 4
    }
  }

  /// Whether a date is that of the statement, rather than of a noun in it (`the accord of 1952`,
  /// `the 1952 accord`), of a name (`Vision 2030`) or of what is older (`dating back to 1952`).
  private func dates(_ found: FoundDate, _ reading: SentenceReading) -> Bool {
    if isWithinSpeaker(found.span, reading.candidate) { return false }
    let passage = reading.candidate.passage
    let own = words(in: found.span.start..<found.span.end).map(\.lowercased)
    let before = words(in: passage.start..<found.span.start)
    let all = before.suffix(4).map(\.lowercased) + own
    let isDating = ProposalWords.datingPhrases.contains { phrase in
      let words = phrase.split(separator: " ").map(String.init)
      return (0...min(own.count, all.count)).contains { left in
        all.dropLast(left).suffix(words.count).elementsEqual(words)
      }
    }
    if isDating { return false }
    if let first = own.first, let last = before.last {
      let isPeriod = own.contains { ProposalWords.periodLinks.contains($0) }
      let isLinked = ProposalWords.dateLinks.contains(first) && !isPeriod
      if isLinked || ProposalWords.dateLinks.contains(last.lowercased) { return false }
    }
    if isBehindEvent(before) { return false }
    return !isPartOfName(found, before, own)
  }

  /// Whether `since the` and up to four words of a noun stand before a date.
  private func isBehindEvent(_ before: [Word]) -> Bool {
    let last = before.suffix(7)
    guard let end = last.last else { return false }
    return ProposalWords.eventBounds.contains { phrase in
      let words = phrase.split(separator: " ").map(String.init)
      return last.indices.contains { index in
        guard index + words.count < last.endIndex,
          zip(words, last[index...]).allSatisfy({ $0 == $1.lowercased })
        else { return false }
        // A comma ends what is tied.
        return !bytes[last[index].span.start..<end.span.end].contains(UInt8(ascii: ","))
      }
    }
  }

  /// Whether a bare year belongs to the words beside it.
  private func isPartOfName(_ found: FoundDate, _ before: [Word], _ own: [String]) -> Bool {
    guard own.count == 1, own[0].utf8.allSatisfy(\.isDigit) else { return false }
    if let last = before.last, last.span.end + 1 == found.span.start, isCapital(last),
      !(before.count == 1 && ProposalWords.openers.contains(last.lowercased))
    {
      return true
    }
    // `the 1952 accord`: no word of time leads to the year, and what it describes follows.
    return !before.isEmpty && word(behind: found.span.end) != nil
  }
}
