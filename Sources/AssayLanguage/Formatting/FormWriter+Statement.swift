import AssayText

extension FormWriter {
  /// Writes the statement whose tokens are at hand, on one line where it stood on one and fits.
  ///
  /// - Returns: whether it stands on one line.
  mutating func statement() -> Bool {
    let start = output.count
    if !hasSeveralLines {
      writeLine()
      let width = output.width(from: start) ?? 0
      if width <= Formatter.widestLine || !canBreak { return true }
      output.removeAll(from: start)
    }
    writeLines()
    return false
  }

  /// Whether there is a `|` that may begin a line.
  private var canBreak: Bool {
    if isCommand { return false }
    var depth = 0
    for (index, token) in tokens.enumerated() {
      if index > 0, depth == 0, token.kind == .pipe { return true }
      depth += token.depthChange
    }
    return false
  }

  /// Whether the statement was written over several lines.
  private var hasSeveralLines: Bool {
    for (index, token) in tokens.enumerated() {
      if hasSeveralLines(token) { return true }
      if index > 0, words(tokens[index - 1].end..<token.start).holdsNewline { return true }
    }
    return false
  }

  private mutating func writeLine() {
    for index in tokens.indices {
      if index > 0, isSpaced(index) { output.space() }
      write(tokens[index])
    }
  }

  /// Writes each stage on a line of its own; further lines stay where somebody began them.
  private mutating func writeLines() {
    var depth = 0
    for (index, token) in tokens.enumerated() {
      let isOuter = depth == 0 && token.kind == .pipe && !isCommand
      if token.depthChange < 0 { depth = max(0, depth - 1) }
      if isOuter {
        writeStageBreak(before: index)
      } else if index > 0, !isBehindOuterPipe(index, depth) {
        let indent = token.depthChange < 0 ? 2 * depth : 2 * max(1, depth)
        let isBroken = writeGap(tokens[index - 1].end..<token.start, indent: indent)
        if !isBroken, isSpaced(index) { output.space() }
      }
      write(token)
      if token.depthChange > 0 { depth += 1 }
    }
  }

  /// Whether the token stands right behind a `|` that begins a line, which has its comments above.
  private mutating func isBehindOuterPipe(_ index: Int, _ depth: Int) -> Bool {
    guard depth == 0, tokens[index - 1].kind == .pipe, !isCommand else { return false }
    output.space()
    return true
  }

  /// Writes the comments before and behind the `|` at `index`, and begins its line.
  private mutating func writeStageBreak(before index: Int) {
    let pipe = tokens[index]
    let isFirst = index == 0
    var isBroken = isFirst
    if !isFirst { isBroken = writeComments(tokens[index - 1].end..<pipe.start) }
    if index + 1 < tokens.count {
      writeComments(pipe.end..<tokens[index + 1].start, isBroken: isBroken, isFirst: isFirst)
    }
    if !isFirst { output.breakLine() }
  }

  /// Writes comments of a query at its margin, the first on the line at hand where it stood there.
  ///
  /// - Parameters:
  ///   - isBroken: whether the line at hand can take none any more.
  ///   - isFirst: whether there is no line at hand, so that each comment ends its own.
  /// - Returns: whether the line at hand can take none any more.
  @discardableResult
  private mutating func writeComments(
    _ place: Range<Int>, isBroken: Bool = false, isFirst: Bool = false
  ) -> Bool {
    var isBroken = isBroken
    var gap = Gap(in: input, from: place.lowerBound, to: place.upperBound)
    while let comment = gap.nextComment() {
      if gap.newlines == 0, !isBroken {
        output.append("  ")
      } else if !isFirst {
        output.breakLine()
      }
      write(comment)
      if isFirst { output.breakLine() }
      isBroken = true
    }
    return isBroken || gap.newlines > 0
  }

  /// Writes the comments between two tokens, and a new line if there was one.
  ///
  /// - Returns: whether a line was begun.
  private mutating func writeGap(_ place: Range<Int>, indent: Int) -> Bool {
    // Most tokens stand a space apart.
    guard place.count > 0, words(place).holdsNewline else { return false }
    var gap = Gap(in: input, from: place.lowerBound, to: place.upperBound)
    while let comment = gap.nextComment() {
      if gap.newlines == 0 { output.append("  ") } else { output.breakLine(indent: indent) }
      write(comment)
    }
    output.breakLine(indent: indent)
    return true
  }
}
