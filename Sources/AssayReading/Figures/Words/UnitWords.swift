import AssayModel

/// The words and symbols of units in one language, ready to be found.
struct UnitWords: Sendable {
  /// Words, capitals forgiven; each means its place in ``list``.
  let words: WordTrie
  /// Symbols, exactly as written; each means its place in ``list``.
  let symbols: WordTrie
  /// Currencies that stand before a number, found behind a place and before one.
  let money: WordTrie
  let moneyBefore: WordTrie
  let list: [NamedUnit]
  /// What a mark directly behind the digits multiplies by, and what it does in sums of money.
  let scaleMarks: WordTrie
  let moneyMarks: WordTrie
  let scaleFactors: [Double]
  let moneyFactors: [Double]
  let squares: WordTrie
  let per: WordTrie
  let weak: Set<String>
  let clock: Set<String>
  let lone: Set<String>

  init(_ language: LanguageFile, _ common: LanguageFile) {
    var list: [NamedUnit] = []
    var places: [String: Int] = [:]
    let known = Set(Unit.known)
    let lengths = Set(language.words("lengths").map(String.init))
    func place(_ symbol: String, isMoney: Bool = false) -> Int {
      if let place = places[symbol] { return place }
      places[symbol] = list.count
      list.append(
        NamedUnit(
          symbol: symbol, known: known.contains(symbol) ? Unit(symbol) : nil,
          isLength: lengths.contains(symbol), isMoney: isMoney))
      return list.count - 1
    }
    let signs = common.phrases("currencies").map { ($0.phrase, place($0.meaning, isMoney: true)) }
    let codes = Unit.known.filter { if case .money = Unit($0).dimension { true } else { false } }
      .map { ($0, place($0, isMoney: true)) }
    var symbols = common.phrases("symbols").map { ($0.phrase, place($0.meaning)) }
    for (base, symbol) in common.phrases("prefixed-symbols") {
      symbols.append((base, place(symbol)))
      for (mark, prefix) in common.phrases("prefixes") {
        symbols.append((mark + base, place(prefix + symbol)))
      }
    }
    var words = language.phrases("currency-words").map {
      ($0.phrase, place($0.meaning, isMoney: true))
    }
    words += language.phrases("units").map { ($0.phrase, place($0.meaning)) }
    for (word, symbol) in language.phrases("prefixed-units") {
      words.append((word, place(symbol)))
      for (mark, prefix) in language.phrases("prefix-words") {
        words.append((mark + word, place(prefix + symbol)))
      }
    }
    self.list = list
    self.words = WordTrie(words)
    self.symbols = WordTrie(symbols + signs + codes, isFolding: false)
    money = WordTrie(signs + codes, isFolding: false)
    moneyBefore = WordTrie(signs + codes, .backward, isFolding: false)
    let scaleEntries = common.phrases("scale-marks")
    let moneyEntries = scaleEntries + common.phrases("money-marks")
    scaleFactors = scaleEntries.map { Double($0.meaning) ?? 1 }
    moneyFactors = moneyEntries.map { Double($0.meaning) ?? 1 }
    scaleMarks = WordTrie(scaleEntries.enumerated().map { ($1.phrase, $0) }, isFolding: false)
    moneyMarks = WordTrie(moneyEntries.enumerated().map { ($1.phrase, $0) }, isFolding: false)
    squares = language.numbers("squares")
    per = language.trie("per")
    weak = Set(common.words("weak-symbols").map(String.init))
    clock = Set(common.words("clock-symbols").map(String.init))
    lone = Set(common.words("lone-symbols").map(String.init))
  }
}
