import AssayModel
import AssayText

extension FormWriter {
  /// Writes the declaration whose tokens are at hand.
  ///
  /// - Returns: whether it is a row of a table: a record on one line with its braces.
  mutating func record() -> Bool {
    let brace = tokens.firstIndex { $0.kind == .openBrace } ?? tokens.count
    let isRow = brace < tokens.count && isOnOneLine
    if !isRow { endTable() }
    let start = output.count
    writeTokens(0..<brace)
    guard brace < tokens.count else { return false }
    if isRow {
      let end = output.count
      output.mark(.first, from: start)
      writeRow(from: brace)
      let width = output.width(from: start)
      if let width, width <= Formatter.widestRecord { return true }
      output.removeAll(from: end)
      endTable()
    }
    writeLines(from: brace, each: isRow)
    return false
  }

  /// Writes neighbours on one line.
  private mutating func writeTokens(_ range: Range<Int>) {
    for index in range {
      if index > range.lowerBound, isSpaced(index) { output.space() }
      write(tokens[index])
    }
  }

  private var isOnOneLine: Bool {
    !tokens.contains { $0.kind == .newline || hasSeveralLines($0) }
  }

  /// Writes ` { a; b }`.
  private mutating func writeRow(from brace: Int) {
    output.append(" {")
    var index = brace + 1
    var isFirst = true
    while let field = nextField(from: &index) {
      output.append(isFirst ? " " : "; ")
      writeTokens(field)
      isFirst = false
    }
    output.append(isFirst ? "}" : " }")
  }

  /// The tokens of the field at or behind `index`, which then is behind it; `nil` before the brace.
  private func nextField(from index: inout Int) -> Range<Int>? {
    while index < tokens.count, tokens[index].kind.endsField {
      if tokens[index].kind == .closeBrace { return nil }
      index += 1
    }
    let start = index
    while index < tokens.count, !tokens[index].kind.endsField { index += 1 }
    return start < index ? start..<index : nil
  }

  /// Writes the fields on lines of their own, their values below each other.
  ///
  /// - Parameter each: whether also those that stood on one line have to part.
  private mutating func writeLines(from brace: Int, each: Bool) {
    output.append(" {")
    let start = output.count
    var index = brace + 1
    var end = tokens[brace].end
    var lineStart = start
    while let field = nextField(from: &index) {
      let next = tokens[field.lowerBound].start
      let mayJoin = lineStart > start && !each && !words(end..<next).holdsNewline
      if !mayJoin || !join(field, to: lineStart) {
        writeGap(end..<next, isFirst: lineStart == start)
        lineStart = output.count - 2
        writeField(field)
      }
      end = tokens[field.upperBound - 1].end
    }
    let close = index < tokens.count ? tokens[index].start : end
    writeComments(end..<close, isFirst: lineStart == start)
    if output.count > start { output.breakLine() }
    output.append("}")
    output.align()
  }

  /// Writes a field on the line of the one before, if there is room; tells whether there is.
  private mutating func join(_ field: Range<Int>, to lineStart: Int) -> Bool {
    let end = output.count
    output.append("; ")
    writeTokens(field)
    if let width = output.width(from: lineStart), width <= Formatter.widestLine { return true }
    output.removeAll(from: end)
    return false
  }

  /// Writes what stands before a field, and begins its line.
  private mutating func writeGap(_ place: Range<Int>, isFirst: Bool) {
    let (newlines, isFirst) = writeComments(place, isFirst: isFirst)
    output.breakLine(afterEmpty: newlines > 1 && !isFirst, indent: 2)
  }

  /// Writes the comments before a field or the brace at the end.
  ///
  /// - Parameter isFirst: whether the place follows the brace at the beginning.
  /// - Returns: how many lines end behind the comments, and whether still nothing but the brace
  ///   stands above.
  @discardableResult
  private mutating func writeComments(
    _ place: Range<Int>, isFirst: Bool
  ) -> (newlines: Int, isFirst: Bool) {
    var isFirst = isFirst
    var gap = Gap(in: input, from: place.lowerBound, to: place.upperBound)
    while let comment = gap.nextComment() {
      if gap.newlines == 0 {
        output.append("  ")
      } else {
        output.breakLine(afterEmpty: gap.newlines > 1 && !isFirst, indent: 2)
        isFirst = false
      }
      write(comment)
    }
    return (gap.newlines, isFirst)
  }

  /// Writes the field that begins a line.
  private mutating func writeField(_ field: Range<Int>) {
    let start = output.count
    var index = field.lowerBound
    write(tokens[index])
    index += 1
    let rest = tokens[index..<field.upperBound]
    if let second = rest.first, second.kind == .word, isPair(tokens[index - 1], second) {
      output.space()
      write(second)
      index += 1
    }
    guard index < field.upperBound else { return }
    let gap = tokens[index - 1].end..<tokens[index].start
    let isSpaces = input[gap].allSatisfy { $0 == UInt8(ascii: " ") }
    output.mark(.first, from: start, gap: isSpaces ? gap.count : nil)
    if rest.count > 1, tokens[index].kind == .word, tokens[index + 1].kind == .text {
      output.space()
      let id = output.count
      write(tokens[index])
      output.mark(.second, from: id)
      index += 1
    }
    for index in index..<field.upperBound {
      if isSpaced(index) { output.space() }
      write(tokens[index])
    }
  }

  /// Whether the words are the two of a field's name, as `part of`.
  private func isPair(_ first: Token, _ second: Token) -> Bool {
    Self.pairs.contains { pair in
      words(first.start..<first.end).elementsEqual(pair.first)
        && words(second.start..<second.end).elementsEqual(pair.second)
    }
  }

  private static let pairs: [(first: [UInt8], second: [UInt8])] = RecordSpec.all.flatMap { spec in
    spec.fields.compactMap { field in
      guard case .references(_, let second?) = field.form else { return nil }
      return (Array(field.name.utf8), Array(second.utf8))
    }
  }
}

extension Token.Kind {
  fileprivate var endsField: Bool {
    self == .newline || self == .semicolon || self == .closeBrace
  }
}
