import AssayModel
import AssayText

extension FigureScan {
  /// Reads the words of bound before a figure.
  func readBounds(_ whole: inout FigureWhole) {
    for _ in 0..<2 {
      let place = spaceBefore(whole.start)
      let match =
        place < whole.start
        ? words.boundsBefore.match(in: text, before: place, from: floor) : nil
      guard let found = match ?? words.signs.match(in: text, before: place, from: floor),
        let bound = Bound(rawValue: Int64(found.value))
      else { return }
      whole.start = found.edge
      take(bound, &whole)
    }
  }

  /// Reads the words of bound behind a figure: `or more`, `+`, `-odd`.
  func readBoundBehind(_ whole: inout FigureWhole) {
    let isAttached = text.at(whole.end) == UInt8(ascii: "+")
    let place = isAttached ? whole.end : afterGap(whole.end)
    guard isAttached || place > whole.end,
      let found = words.boundsAfter.match(in: text, at: place),
      let bound = Bound(rawValue: Int64(found.value))
    else { return }
    whole.end = found.edge
    whole.nounPlace = found.edge
    take(bound, &whole)
  }

  /// Words that say more than about how many outdo those that do not.
  private func take(_ bound: Bound, _ whole: inout FigureWhole) {
    whole.isBounded = true
    if bound == .about { whole.isApproximate = true }
    if whole.bound == .exactly || bound != .about && bound != .exactly { whole.bound = bound }
  }

  /// Reads the second number of a range: `100 to 300`, `3.5–4.0 TeV`, `8- to 16-meter`.
  mutating func extendToRange(_ whole: inout FigureWhole) {
    guard whole.bound == .exactly, let second = secondPart(of: whole) else { return }
    if let first = whole.unit, let unit = second.part.unit, first.symbol != unit.symbol { return }
    var low = whole.low
    let high = second.part.number.value
    let shared = second.part.number.scale
    // `10 to 15 million` is millions; `500 to 2 million` is not.
    if whole.first.scale == 1, shared >= 1000, abs(low) < abs(high / shared) { low *= shared }
    let unit = second.part.unit ?? whole.unit
    if second.isBare, unit == nil {
      let areYears = whole.first.isBareYear && second.part.number.isBareYear
      if low > high || areYears { return }
    }
    if let opener = second.opener { whole.start = min(whole.start, opener) }
    (whole.low, whole.high) = (min(low, high), max(low, high))
    whole.isRange = low != high
    whole.unit = second.part.unit ?? whole.unit
    whole.numberEnd = second.part.number.end
    whole.end = second.part.end
    whole.nounPlace = second.part.number.unitPlace ?? second.part.end
  }

  /// The second number of a range.
  private struct SecondPart {
    let part: FigurePart
    /// Where the word before the first number begins: `between`.
    let opener: Int?
    /// Whether a bare hyphen joins them.
    let isBare: Bool
  }

  /// A number behind the one at hand that is joined to it.
  private mutating func secondPart(
    of whole: FigureWhole
  ) -> SecondPart? {
    let end = whole.end
    let dash = text.dash(at: end)
    if dash > 0, !isApart(end + dash), let part = digitPart(at: end + dash), part.number.isDigits {
      return SecondPart(part: part, opener: nil, isBare: true)
    }
    var gap = afterGap(end)
    if text.at(end) == UInt8(ascii: "-"), text.at(end + 1) == 0x20 { gap = end + 2 }
    guard gap > end else { return nil }
    let spaced = text.dash(at: gap)
    if spaced == 3, text.whiteSpace(at: gap + 3) > 0, whole.first.isDigits {
      let place = text.afterSpace(gap + 3)
      if !isApart(place), let part = digitPart(at: place) {
        return SecondPart(part: part, opener: nil, isBare: true)
      }
    }
    let before = spaceBefore(whole.start)
    for range in words.ranges {
      let opener = range.opener?.match(in: text, before: before, from: floor)
      guard range.opener == nil || opener != nil,
        let joint = range.joint.match(in: text, at: gap)
      else { continue }
      let place = text.afterSpace(joint.edge)
      guard place > joint.edge, !isApart(place), let part = part(at: place) else { continue }
      return SecondPart(part: part, opener: opener?.edge, isBare: false)
    }
    return nil
  }

  /// A number with digits, its sign and currency, at `index`.
  private func digitPart(at index: Int) -> FigurePart? {
    let byte = text.at(index)
    guard byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "$") else { return nil }
    return part(at: index)
  }

  /// Reads how far the number may be off: `± 5`, `+/- 1e-5 km/s2`.
  mutating func extendToTolerance(_ whole: inout FigureWhole) {
    let gap = text.afterSpace(whole.end)
    guard !whole.isRange, let match = words.tolerances.match(in: text, at: gap) else { return }
    let place = text.afterSpace(match.edge)
    guard text.at(place).isDigit || place > match.edge, let part = part(at: place) else { return }
    if let first = whole.unit, let unit = part.unit, first.symbol != unit.symbol {
      guard unit.symbol == "%" else { return }
      let slack = abs(whole.low) * part.number.value / 100
      (whole.low, whole.high) = (whole.low - slack, whole.high + slack)
    } else {
      let slack = abs(part.number.value)
      (whole.low, whole.high) = (whole.low - slack, whole.high + slack)
      whole.unit = part.unit ?? whole.unit
    }
    whole.isRange = whole.low != whole.high
    whole.isApproximate = true
    whole.numberEnd = part.number.end
    whole.end = part.end
    whole.nounPlace = part.end
  }
}
