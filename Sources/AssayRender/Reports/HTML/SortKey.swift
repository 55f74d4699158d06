import AssayModel

extension HTMLWriter {
  /// Appends the attribute by which a cell sorts where its words do not sort right; numbers and
  /// texts have none.
  ///
  /// It is one number or two, the second for what is equal in the first: of a date its first and
  /// its last day, of a figure its number in the base unit and on which side of it the bound lies.
  mutating func sortKey(_ kind: CellKind, _ words: UnsafeBufferPointer<UInt8>) {
    switch kind {
    case .date:
      guard let date = PartialDate(words) else { return }
      markup(" data-sort=\"")
      number(Int(date.first))
      if date.last != date.first {
        markup(" ")
        number(Int(date.last))
      }
      markup("\"")
    case .figure:
      guard let figure = Quantity(words: String(decoding: words, as: UTF8.self)) else { return }
      let number = figure.number * figure.unit.factor
      guard number.isFinite else { return }
      markup(" data-sort=\"")
      text(Numeral.words(number))
      markup(figure.bound.sortKey)
      markup("\"")
    case .text, .number, .boolean, .reference: break
    }
  }
}

extension Bound {
  /// Where figures with this bound stand among those with the same number.
  fileprivate var sortKey: StaticString {
    switch self {
    case .lessThan: " -2"
    case .atMost: " -1"
    case .exactly, .about, .between: ""
    case .atLeast: " 1"
    case .moreThan: " 2"
    }
  }
}
