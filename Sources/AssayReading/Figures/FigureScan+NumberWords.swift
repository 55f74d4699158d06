import AssayModel

extension FigureScan {
  /// The number in words at `index`: `twenty-five`, `a hundred and two`, `two and a half`,
  /// `dos mil`, `dozens of`.
  func wordNumber(at index: Int) -> NumberReading? {
    if let vague = vagueNumber(at: index) { return vague }
    guard let match = words.terms.match(in: text, at: index) else { return nil }
    var number = NumberReading(start: index, end: match.edge, value: 0, isDigits: false)
    switch words.termList[match.value] {
    case .multitude(let least):
      (number.value, number.bound, number.scale) = (least, .atLeast, least)
      skipOf(&number)
      return number
    case .number(let value):
      number.isPronoun = words.ones.match(in: text, at: index)?.edge == match.edge
      readOn(&number, from: value)
    case .scale(let scale): readOn(&number, from: scale)
    }
    if isOrdinal(number) { return nil }
    readFractionWords(&number)
    return number
  }

  /// `several hundred`, `a few thousand`, `a hundred`.
  private func vagueNumber(at index: Int) -> NumberReading? {
    let few = words.few.match(in: text, at: index)
    guard let before = few ?? words.one.match(in: text, at: index) else { return nil }
    let place = text.afterSpace(before.edge)
    guard place > before.edge, let match = words.terms.match(in: text, at: place) else {
      return nil
    }
    var number = NumberReading(start: index, end: match.edge, value: 0, isDigits: false)
    switch words.termList[match.value] {
    case .scale(let scale):
      if few != nil {
        number.value = 2 * scale
        (number.bound, number.scale) = (.atLeast, scale)
        skipOf(&number)
      } else {
        readOn(&number, from: scale)
        readFractionWords(&number)
      }
    case .multitude(let least):
      (number.value, number.bound, number.scale) = (least, .atLeast, least)
      skipOf(&number)
    case .number: return nil
    }
    return number
  }

  /// Adds up the words behind the first of a number, whose value is `first`.
  private func readOn(_ number: inout NumberReading, from first: Double) {
    var total = 0.0
    var current = first
    var lastScale = 1.0
    if first >= 1000 {
      (total, current, lastScale) = (first, 0, first)
    }
    while let next = nextTerm(after: number.end, current: current, total: total) {
      switch next.term {
      case .number(let value): current += value
      case .scale(let scale) where scale < 1000: current = (current > 0 ? current : 1) * scale
      case .scale(let scale):
        total =
          scale > lastScale && total > 0
          ? (total + current) * scale : total + (current > 0 ? current : 1) * scale
        (current, lastScale) = (0, scale)
      case .multitude: break
      }
      number.end = next.end
      number.isPronoun = false
    }
    number.value = total + current
    if lastScale > 1 {
      number.scale = lastScale
      if current == 0 { skipOf(&number) }
    }
  }

  /// The next word of a number of which so much has been read; `nil` if it ends here.
  private func nextTerm(
    after end: Int, current: Double, total: Double
  ) -> (term: FigureWords.Term, end: Int)? {
    var place = afterGap(end)
    guard place > end else { return listedTerm(after: end, current: current, total: total) }
    var isJoined = false
    if let join = words.joins.match(in: text, at: place), current + total > 0,
      (current + total).truncatingRemainder(dividingBy: words.joinPlace) == 0
    {
      let behind = text.afterSpace(join.edge)
      if behind > join.edge {
        place = behind
        isJoined = true
      }
    }
    if let match = words.scales.match(in: text, at: place), !isJoined {
      let scale = words.scaleList[match.value]
      let fits = scale >= 1000 ? current > 0 || total > 0 : current < 100
      return fits ? (.scale(scale), match.edge) : nil
    }
    guard let match = words.terms.match(in: text, at: place),
      case .number(let value) = words.termList[match.value], value >= 1
    else { return nil }
    let isFree =
      value < 10
      ? current.truncatingRemainder(dividingBy: 10) == 0
        && (current.truncatingRemainder(dividingBy: 100) >= 20
          || current.truncatingRemainder(dividingBy: 100) == 0)
      : value < 100 ? current.truncatingRemainder(dividingBy: 100) == 0 : current == 0 && total > 0
    guard isFree, current > 0 || total > 0 else { return nil }
    // `two hundred and three hundred` is two numbers.
    let after = afterGap(match.edge)
    if isJoined, current > 0, let scale = words.scales.match(in: text, at: after),
      words.scaleList[scale.value] < 1000
    {
      return nil
    }
    return (.number(value), match.edge)
  }

  /// The word behind a comma: `three million, two hundred and forty`.
  private func listedTerm(
    after end: Int, current: Double, total: Double
  ) -> (term: FigureWords.Term, end: Int)? {
    guard current == 0, total >= 1000, text.at(end) == UInt8(ascii: ",") else { return nil }
    let place = text.afterSpace(end + 1)
    guard place > end + 1, let match = words.terms.match(in: text, at: place),
      case .number(let value) = words.termList[match.value], value >= 1
    else { return nil }
    let after = afterGap(match.edge)
    guard after > match.edge, words.scales.match(in: text, at: after) != nil else { return nil }
    return (.number(value), match.edge)
  }

  /// Whether the number is the place in an order: `twenty-first`, `twenty-fifth`.
  private func isOrdinal(_ number: NumberReading) -> Bool {
    let place = afterGap(number.end)
    guard place > number.end, words.ordinals.match(in: text, at: place) != nil else { return false }
    guard let match = words.fractions.match(in: text, at: place) else {
      return text.at(number.end) == UInt8(ascii: "-")
    }
    return number.value >= 20 && words.fractionList[match.value] > 0
  }

  /// Reads `half` behind `one`, `thirds` behind `two`, `and a half` behind any number.
  private func readFractionWords(_ number: inout NumberReading) {
    let place = afterGap(number.end)
    guard place > number.end else { return }
    if let match = words.fractions.match(in: text, at: place) {
      let denominator = words.fractionList[match.value]
      guard number.value == 1 ? denominator > 0 : denominator < 0, number.scale == 1 else { return }
      number.value /= abs(denominator)
      number.end = match.edge
      number.isPronoun = false
      skipOf(&number)
      return
    }
    guard let join = words.joins.match(in: text, at: place) else { return }
    var behind = text.afterSpace(join.edge)
    if let one = words.one.match(in: text, at: behind) { behind = text.afterSpace(one.edge) }
    guard behind > join.edge, let match = words.fractions.match(in: text, at: behind),
      words.fractionList[match.value] > 0, number.scale == 1
    else { return }
    number.value += 1 / words.fractionList[match.value]
    number.end = match.edge
    number.isPronoun = false
  }
}
