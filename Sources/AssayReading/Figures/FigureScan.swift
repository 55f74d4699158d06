import AssayModel
import AssayText

/// One pass over a stretch of text in search of figures.
struct FigureScan {
  let text: ByteReading
  let words: FigureWords
  /// Where the stretch begins.
  let start: Int
  /// Where no figure may stand, in order.
  let apart: [Span]
  /// The first of ``apart`` that ends behind the place at hand.
  var nextApart = 0
  /// The end of the last figure; words before it are not looked at.
  var floor: Int
  var figures: [FoundFigure] = []

  init(text: ByteReading, words: FigureWords, start: Int, apart: [Span]) {
    (self.text, self.words, self.start, self.apart) = (text, words, start, apart)
    floor = start
  }

  mutating func run() {
    var index = start
    while index < text.end {
      let byte = text.bytes[index]
      if byte.isDigit || byte == 0xC2 || byte == 0xE2 {
        guard byte.isDigit || text.vulgarFraction(at: index) != nil else {
          index += 1
          continue
        }
        index = max(index + 1, afterDigits(at: index))
      } else if byte.isLetter || byte >= 0xC3 {
        let second = text.at(index + 1)
        if words.beginnings[Int(byte) << 8 | Int(second)],
          let match = words.terms.match(in: text, at: index)
        {
          index = afterWords(match, at: index)
        } else {
          index += 1
        }
        while index < text.end, text.bytes[index].isLetter || text.bytes[index] >= 0xC3 {
          index += text.bytes[index] >= 0xC3 ? 2 : 1
        }
      } else {
        index += 1
      }
    }
    shareUnits()
  }

  /// Whether no figure may stand at `index`.
  mutating func isApart(_ index: Int) -> Bool {
    while nextApart < apart.count, apart[nextApart].end <= index { nextApart += 1 }
    return nextApart < apart.count && apart[nextApart].start <= index
  }

  /// Takes the figure that begins with digits at `index`, if it is one; gives where to go on.
  private mutating func afterDigits(at index: Int) -> Int {
    if isApart(index) { return apart[nextApart].end }
    if let name = words.notFigures.match(in: text, at: index) { return name.edge }
    if let telephone = telephoneEnd(at: index) { return telephone }
    if isItem(index) || isWithinCode(index) || isLabelled(index) { return afterCode(index) }
    let beginning = beginning(before: index)
    guard let part = part(at: beginning) else { return afterCode(index) }
    return finish(part)
  }

  /// Takes the figure that begins with a number word at `index`; gives where to go on.
  private mutating func afterWords(_ match: WordTrie.Match, at index: Int) -> Int {
    let next = max(match.edge, index + 1)
    if isApart(index) || isLabelled(index) { return next }
    if text.before(index) == UInt8(ascii: "-"), text.isLetter(before: index - 1) { return next }
    var beginning = index
    if case .scale = words.termList[match.value] {
      let before =
        words.fewBefore.match(in: text, before: spaceBefore(index), from: floor)
        ?? words.oneBefore.match(in: text, before: spaceBefore(index), from: floor)
      if let before, before.edge < index { beginning = before.edge }
    }
    guard let part = part(at: beginning) else { return next }
    return max(next, finish(part))
  }

  /// Makes a figure of its first number, and looks for what else belongs to it.
  private mutating func finish(_ part: FigurePart) -> Int {
    var whole = FigureWhole(part)
    extendToRange(&whole)
    extendToTolerance(&whole)
    readBoundBehind(&whole)
    readNoun(&whole)
    readBoundBehind(&whole)
    readNoun(&whole)
    readBounds(&whole)
    guard !whole.isNothing, let figure = whole.figure(in: text) else {
      return max(part.number.end, part.end)
    }
    if isPronoun(whole) || isYear(whole) { return part.end }
    figures.append(figure)
    floor = whole.end
    return whole.end
  }

  private func readNoun(_ whole: inout FigureWhole) {
    guard whole.unit == nil, let noun = countedNoun(at: whole.nounPlace, isOne: whole.low == 1)
    else { return }
    whole.unit = noun
    whole.end = max(whole.end, noun.end)
  }

  /// The place before white space, or one hyphen, that ends at `index`.
  func spaceBefore(_ index: Int) -> Int {
    var index = index
    while index > floor, text.whiteSpace(before: index) > 0 {
      index -= text.whiteSpace(before: index)
    }
    return index
  }

  /// Gives the unit of a figure to a bare number that is joined to it: `45 and 50 mg`.
  private mutating func shareUnits() {
    for index in figures.indices.dropLast() {
      let (first, second) = (figures[index], figures[index + 1])
      guard first.unit.isEmpty, !second.unit.isEmpty, second.numberSpan.start >= first.span.end
      else { continue }
      let gap = text.afterSpace(first.span.end)
      guard let join = words.joins.match(in: text, at: gap),
        text.afterSpace(join.edge) == second.span.start
      else { continue }
      figures[index] = first.withUnit(of: second)
    }
  }
}
