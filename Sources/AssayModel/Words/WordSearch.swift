import AssayText

/// What `search` looks for: words, phrases and pairs, each wanted, required or excluded.
package struct WordSearch: Hashable, Sendable {
  package let terms: [Term]

  /// One thing that is looked for.
  package struct Term: Hashable, Sendable {
    package let pattern: WordPattern
    package let role: Role
    /// As it is written, without its sign.
    package let words: String
  }

  /// What a passage that has a term, or lacks it, is worth.
  package enum Role: Hashable, Sendable {
    case wanted, required, excluded
  }

  /// Reads a search.
  package init(reading text: String) throws(WordPatternFault) {
    var parser = WordSearchParser(text)
    terms = try parser.terms()
  }
}

/// Reads searches.
///
///     search = { ["+" | "-"] item [ "near" ["/" N] item ] }
///     item   = pattern without blanks outside of parentheses | "'" pattern "'"
private struct WordSearchParser {
  private static let (usualDistance, longestDistance) = (5, 100)

  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func terms() throws(WordPatternFault) -> [WordSearch.Term] {
    var terms: [WordSearch.Term] = []
    while skipBlanks() { terms.append(try term()) }
    guard terms.contains(where: { $0.role != .excluded }) else {
      throw WordPatternFault(
        terms.isEmpty ? "there is no word to look for" : "all words are excluded",
        at: Span(0, bytes.count),
        hint: terms.isEmpty ? nil : "name a word that is wanted, too")
    }
    return terms
  }

  /// Goes to the next item; `false` at the end.
  private mutating func skipBlanks() -> Bool {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index < bytes.count
  }

  private mutating func term() throws(WordPatternFault) -> WordSearch.Term {
    let start = index
    var role = WordSearch.Role.wanted
    if bytes[index] == UInt8(ascii: "+") { role = .required }
    if bytes[index] == UInt8(ascii: "-") { role = .excluded }
    if role != .wanted {
      index += 1
      guard index < bytes.count, bytes[index] > 0x20 else {
        throw WordPatternFault(
          "`\(role == .required ? "+" : "-")` stands before a word", at: Span(start, index),
          hint: "write it without a blank: `+word`, `-word`")
      }
    }
    let from = index
    // Alone, `near` is a word like any other.
    if let parts = nearHere, parts.count > 1 {
      throw WordPatternFault(
        "`near/…` stands between two words or phrases", at: Span(from, endOfChunk),
        hint: "write `a near/5 b`")
    }
    let first = try item()
    guard let (distance, span) = try near() else {
      return WordSearch.Term(
        pattern: WordPattern(first), role: role, words: words(from, index))
    }
    guard skipBlanks() else {
      throw WordPatternFault("a word has to follow `near`", at: span, hint: "write `a near/5 b`")
    }
    guard nearHere == nil else {
      throw WordPatternFault(
        "`near` joins two words or phrases", at: Span(index, endOfChunk),
        hint: "write `a near/5 b`; the word itself is `'near'`")
    }
    let second = try item()
    let end = index
    if let (_, span) = try near() {
      throw WordPatternFault(
        "`near` joins two words or phrases", at: span,
        hint: "look for the pairs one by one: `a near b b near c`")
    }
    let gap = WordPattern.Element.gap(least: 0, most: distance - 1)
    let pair = WordPattern.Element.oneOf([first + [gap] + second, second + [gap] + first])
    return WordSearch.Term(pattern: WordPattern([pair]), role: role, words: words(from, end))
  }

  private func words(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Where what stands here ends: at a blank.
  private var endOfChunk: Int { bytes[index...].firstIndex { $0 <= 0x20 } ?? bytes.count }

  /// `near` and what follows its `/`, if that is what stands here.
  private var nearHere: [Substring]? {
    let parts = words(index, endOfChunk).split(separator: "/", omittingEmptySubsequences: false)
    return parts[0].lowercased() == "near" ? parts : nil
  }

  /// The distance of `near` or `near/5`, if that is what comes next.
  private mutating func near() throws(WordPatternFault) -> (distance: Int, Span)? {
    let before = index
    guard skipBlanks() else {
      index = before
      return nil
    }
    let (start, end) = (index, endOfChunk)
    guard before > 0, let parts = nearHere else {
      index = before
      return nil
    }
    index = end
    let span = Span(start, end)
    if parts.count == 1 { return (Self.usualDistance, span) }
    guard parts.count == 2, let distance = Int(parts[1]), 1...Self.longestDistance ~= distance
    else {
      throw WordPatternFault(
        "the distance is 1 to \(Self.longestDistance) words", at: span, hint: "write `near/5`")
    }
    return (distance, span)
  }

  /// A phrase between quotation marks, or what stands up to the next blank.
  private mutating func item() throws(WordPatternFault) -> [WordPattern.Element] {
    let mark = bytes[index]
    if mark == UInt8(ascii: "'") || mark == UInt8(ascii: "\"") {
      let start = index
      guard let close = closingMark(mark, from: index + 1) else {
        throw WordPatternFault("the phrase is not closed", at: Span(start, bytes.count))
      }
      index = close + 1
      return try pattern(start + 1, close)
    }
    let start = index
    var depth = 0
    while index < bytes.count, bytes[index] > 0x20 || depth > 0 {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      index += 1
    }
    return try pattern(start, index)
  }

  /// Where a phrase ends: an apostrophe within a word is none.
  private func closingMark(_ mark: UInt8, from start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      if bytes[place] == mark, place + 1 == bytes.count || bytes[place + 1] <= 0x20 {
        return place
      }
      place += 1
    }
    return nil
  }

  private func pattern(
    _ start: Int, _ end: Int
  ) throws(WordPatternFault) -> [WordPattern.Element] {
    do throws(WordPatternFault) {
      return try WordPattern(reading: words(start, end)).elements
    } catch {
      let span = Span(start + error.span.start, max(start + error.span.end, start + 1))
      throw WordPatternFault(error.message, at: span, hint: error.hint)
    }
  }
}
