import AssayModel

extension Printer {
  /// A value as it is written in an expression.
  static func words(of literal: Literal) -> String {
    switch literal {
    case .number(let number, let digits): digits.isEmpty ? scaled(number) : digits
    case .figure(let figure): words(of: figure)
    case .date(let date): date.description
    case .text(let words): quoted(words)
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .range(let from, let to):
      from.digits.isEmpty || to.digits.isEmpty
        ? range(from.number, to.number, 1, mayLackScale: false) : from.digits + ".." + to.digits
    }
  }

  /// What a fact says beside its object, its sign included.
  static func words(of value: FactValue) -> String {
    switch value {
    case .text(let words): "= " + quoted(words)
    case .date(let date): "= " + date.description
    case .figure(let figure):
      (figure.bound == .exactly || figure.bound == .between ? "= " : "")
        + words(of: figure, isFact: true)
    }
  }

  /// A figure that reads back as exactly this one, in as few digits as that takes.
  ///
  /// - Parameter isFact: whether four bare digits would be read as a year.
  static func words(of figure: Quantity, isFact: Bool = false) -> String {
    let unit = figure.unit
    let symbol = unit.symbol.isEmpty ? "" : unit.symbol == "%" ? "%" : " " + unit.symbol
    let hasNoSign = figure.bound == .exactly || figure.bound == .between
    let mayBeYear = isFact && hasNoSign && unit.symbol.isEmpty
    guard figure.bound == .between else {
      let sign = figure.number < 0 ? "-" : ""
      let words = number(abs(figure.number), mayLackScale: true) {
        Quantity(figure.number < 0 ? -$0 : $0, unit, figure.bound) == figure
      }
      return figure.bound.sign + sign + (mayBeYear ? unlikeYear(words) : words) + symbol
    }
    let words = range(figure.low, figure.high, unit.factor, mayLackScale: true)
    guard mayBeYear, PartialDate(words) != nil else { return words + symbol }
    return words.split(separator: ".").map { unlikeYear(String($0)) }.joined(separator: "..")
  }

  /// Four digits with a mark that keeps them from being a year.
  private static func unlikeYear(_ words: String) -> String {
    guard words.utf8.count == 4, words.utf8.allSatisfy(\.isDigit) else { return words }
    return words.prefix(1) + "_" + words.dropFirst()
  }

  /// A number that was written with a scale, so that it is no year and no bare count.
  private static func scaled(_ value: Double) -> String {
    number(value, mayLackScale: false) { $0 == value }
  }

  /// The shortest range that reads back as these amounts of `unit`; both ends share a scale.
  private static func range(
    _ low: Double, _ high: Double, _ unit: Double, mayLackScale: Bool
  ) -> String {
    for scale in scales(for: low / unit, mayLack: mayLackScale) {
      guard let from = shortest(low / unit, scale, where: { $0 * unit == low }),
        let to = shortest(high / unit, scale, where: { $0 * unit == high })
      else { continue }
      return from + ".." + to + scale.word
    }
    return Numeral.words(low / unit) + ".." + Numeral.words(high / unit)
  }

  /// The shortest way to write `value`, with the scale that suits it, that reads back.
  ///
  /// - Parameter mayLackScale: whether it may go without a scale.
  private static func number(
    _ value: Double, mayLackScale: Bool, readsBack: (Double) -> Bool
  ) -> String {
    for scale in scales(for: value, mayLack: mayLackScale) {
      guard let digits = shortest(value, scale, where: readsBack) else { continue }
      return digits + scale.word
    }
    return Numeral.words(value)
  }

  /// A scale that may follow a number of at most `limit` bytes.
  private struct Scale {
    let word: String
    let factor: Double
    let limit: Int
  }

  /// The scales to try for a number: `84 million`, but `84321567` and not `84.321567 million`.
  private static func scales(for value: Double, mayLack isOptional: Bool) -> [Scale] {
    func scales(from least: Double, limit: Int) -> [Scale] {
      Numeral.scales.reversed().filter { $0.factor >= least }
        .map { Scale(word: " " + $0.word, factor: $0.factor, limit: limit) }
    }
    let suitable = scales(from: 1e6, limit: 7).filter { $0.factor <= value }
    let bare = isOptional ? [Scale(word: "", factor: 1, limit: 30)] : []
    return suitable + bare + scales(from: 1e3, limit: 30).reversed()
  }

  /// The fewest digits that, times the scale, read back; `nil` if no 17 do.
  private static func shortest(
    _ value: Double, _ scale: Scale, where readsBack: (Double) -> Bool
  ) -> String? {
    let share = value / scale.factor
    // Division may miss the number that was multiplied by a step.
    for candidate in [share, share.nextUp, share.nextDown] {
      for digits in 1...17 {
        let words = Numeral.decimal(candidate, digits: digits)
        guard words.utf8.count <= scale.limit else { break }
        if let number = Double(words), readsBack(number * scale.factor) { return words }
      }
    }
    return nil
  }
}
