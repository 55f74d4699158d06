import AssayEngine
import AssayText

/// A proposal for a reviewer: where it is, the sentence in its paragraph, what speaks for it, which
/// claims quote it, the claim that it would become.
struct ReviewView {
  let review: SourceReview
  let width: Int
  let isColored: Bool

  /// How much of a long paragraph is shown on either side of the sentence, in bytes.
  private static let reach = 700
  /// What stands for the ends of the sentence while lines are broken; no text for people has them.
  private static let marks: (open: Character, close: Character) = ("\u{E000}", "\u{E001}")

  /// The lines above the claim, each with its end.
  ///
  /// - Parameter place: which one of how many it is.
  func text(of proposal: ProposedClaim, place: (number: Int, count: Int)) -> String {
    let title =
      "\(place.number) of \(place.count)  @\(proposal.source)  paragraph \(proposal.paragraph), "
      + "sentence \(proposal.sentence)"
    var text = "\n" + painted(title, "2") + "\n"
    text += paragraph(around: proposal.start..<proposal.end)
    if !proposal.reasons.isEmpty {
      text += line("because", proposal.reasons.joined(separator: ", "))
    }
    for claim in review.reading.claims {
      guard let quote = claim.quote, quote.overlaps(proposal.start..<proposal.end) else { continue }
      text += line("quoted by", "@\(claim.id): \(claim.says)")
    }
    return text
  }

  private func line(_ name: String, _ words: String) -> String {
    let space = String(repeating: " ", count: 11)
    let lines = FoldedLines.of(VisibleText.of(words), width: max(width - 11, 20))
    return lines.enumerated().map { index, line in
      let lead = index == 0 ? (name + ":" + space).prefix(11) : space[...]
      return painted(String(lead), "2") + line + "\n"
    }.joined()
  }

  /// The paragraph with the words marked, folded.
  private func paragraph(around range: Range<Int>) -> String {
    let bytes = review.reading.bytes
    let whole = review.reading.paragraphs.first { $0.range.overlaps(range) }?.range ?? range
    let start = cut(max(whole.lowerBound, range.lowerBound - Self.reach), from: whole.lowerBound)
    let end = cut(
      min(max(whole.upperBound, range.upperBound), range.upperBound + Self.reach),
      from: whole.upperBound)
    let before = start > whole.lowerBound ? "… " : ""
    let after = end < whole.upperBound ? " …" : ""
    let marked =
      before + words(bytes[start..<range.lowerBound]) + String(Self.marks.open)
      + words(bytes[range]) + String(Self.marks.close)
      + words(bytes[range.upperBound..<max(end, range.upperBound)]) + after
    var isInside = false
    return FoldedLines.of(marked, width: max(width - 4, 20)).map { line in
      let lead = isColored ? "    " : isInside || line.contains(Self.marks.open) ? "  > " : "    "
      return lead + styled(line, isInside: &isInside) + "\n"
    }.joined()
  }

  /// A place that is the beginning of a word, unless it is an end of the paragraph.
  private func cut(_ place: Int, from bound: Int) -> Int {
    guard place != bound else { return place }
    let bytes = review.reading.bytes
    var place = place
    while place < bytes.count, place != bound, bytes[place] != 0x20, bytes[place] != 0x0A {
      place += 1
    }
    return place
  }

  /// Words with single spaces, and one where white space stood at an end.
  private func words(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
      .filter { $0 != Self.marks.open && $0 != Self.marks.close }
    let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let lead = text.first?.isWhitespace == true ? " " : ""
    let trail = text.last?.isWhitespace == true && !joined.isEmpty ? " " : ""
    return VisibleText.of(lead + joined + trail)
  }

  /// A line with its marks made visible: bold letters, or brackets.
  private func styled(_ line: String, isInside: inout Bool) -> String {
    guard isColored else {
      if line.contains(Self.marks.open) { isInside = true }
      if line.contains(Self.marks.close) { isInside = false }
      return String(
        line.map { $0 == Self.marks.open ? "[" : $0 == Self.marks.close ? "]" : $0 })
    }
    var text = isInside ? "\u{1B}[1m" : ""
    for character in line {
      switch character {
      case Self.marks.open:
        isInside = true
        text += "\u{1B}[1m"
      case Self.marks.close:
        isInside = false
        text += "\u{1B}[0m"
      default: text.append(character)
      }
    }
    return text + (isInside ? "\u{1B}[0m" : "")
  }

  private func painted(_ text: String, _ style: String) -> String {
    isColored ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}
