import AssayModel

/// A corpus of a few dozen claims, as text and as rows.
enum SampleClaims {
  static let modes = ["fact", "estimate", "plan", "opinion", "question"]
  static let texts = ["alpha", "Alpha", "beta", "beta two", "élan", "zeta"]
  static let scopes = ["here", "there"]
  static let entities = ["ada", "bob", "cleo"]
  static let sources = ["herald", "letter", "times"]
  static let published = ["herald": "1901-05", "times": "1902"]
  static let dates = ["1900", "1901", "1901-05", "1901-05-03", "1900..1902", "1902..", "..1900"]
  /// Figures as a query writes them; a fact has `=` before one without a sign.
  static let figures: [(text: String, figure: Quantity)] = [
    ("5 USD", Quantity(5, Unit("USD"))), ("> 5 USD", Quantity(5, Unit("USD"), .moreThan)),
    ("7 USD", Quantity(7, Unit("USD"))), ("<= 9 USD", Quantity(9, Unit("USD"), .atMost)),
    ("~ 6 USD", Quantity(6, Unit("USD"), .about)), ("3 people", Quantity(3, Unit("people"))),
    ("2 t", Quantity(2, Unit("t"))), ("1500 kg", Quantity(1500, Unit("kg"))),
  ]

  static let columns = [
    "id", "mode", "says", "scope", "subject", "source", "line", "denied", "when", "published",
    "value",
  ]

  private static let header = """
    corpus sample {}
    source herald { title "H"; published 1901-05 }
    source letter { title "L" }
    source times { title "T"; published 1902 }
    entity ada: person { name "A" }
    entity bob: person { name "B" }
    entity cleo: person { name "C" }
    predicate p { label "p"; object person }
    predicate money { label "m"; value money }
    predicate mass { label "k"; value mass }
    predicate heads { label "h"; value count }

    """

  /// The corpus file, a claim a line, and the same claims as rows in the order of their ids.
  static func make(count: Int, seed: UInt64) -> (text: String, table: Table) {
    var generator = SplitMix(seed: seed)
    var text = header
    var rows: [[Cell]] = []
    for number in 0..<count {
      let line = 12 + number
      // Ids whose order is not that of the lines.
      let id = "c\(number * 37 % 101 + 100)"
      let (fields, row) = claim(id, line, &generator)
      text += fields + "\n"
      rows.append(row)
    }
    rows.sort { $0[0].order(before: $1[0]) < 0 }
    return (text, Table(columns: columns, rows: rows))
  }

  private static func claim(
    _ id: String, _ line: Int, _ generator: inout SplitMix
  ) -> (String, [Cell]) {
    func maybe<Item>(_ items: [Item], _ share: Double) -> Item? {
      guard Double.random(in: 0..<1, using: &generator) < share else { return nil }
      return items.randomElement(using: &generator)
    }
    let source = maybe(sources, 1) ?? "times"
    let says = maybe(texts, 1) ?? ""
    let (scope, when) = (maybe(scopes, 0.6), maybe(dates, 0.7))
    let mode = maybe(modes, 0.7)
    let subject = maybe(entities, 0.8)
    let figure = maybe(figures, 0.6)
    let isDenied = maybe([true], 0.3) != nil
    var fields = ["says \"\(says)\""]
    if let scope { fields.append("scope \"\(scope)\"") }
    if let when { fields.append("when \(when)") }
    if let mode { fields.append("mode \(mode)") }
    if let subject {
      var fact = "fact \(isDenied ? "not " : "")@\(subject) "
      if let figure {
        let sign = figure.text.first?.isNumber == true ? "= " : ""
        fact += predicate(of: figure.figure) + " " + sign + figure.text
      } else {
        fact += "p @bob"
      }
      fields.append(fact)
    }
    func date(_ text: String?) -> Cell {
      text.flatMap { PartialDate($0) }.map { .date($0) } ?? .missing
    }
    let word = mode ?? "fact"
    let row: [Cell] = [
      .text(id), .word(word, modes.firstIndex(of: word) ?? 0), .text(says),
      scope.map { .text($0) } ?? .missing, subject.map { .reference($0) } ?? .missing,
      .reference(source), .number(Double(line)), .boolean(isDenied && subject != nil), date(when),
      date(published[source]),
      subject == nil ? .missing : figure.map { .figure($0.figure) } ?? .missing,
    ]
    return ("claim \(id) from @\(source) { \(fields.joined(separator: "; ")) }", row)
  }

  private static func predicate(of figure: Quantity) -> String {
    switch figure.unit.dimension {
    case .money: "money"
    case .mass: "mass"
    default: "heads"
    }
  }
}
