import AssayLanguage
import AssayModel
import AssayText

/// Trees at random, such as a parser could have made, and some that none would.
struct RandomTree {
  var generator: SplitMix
  private static let place = Span(0, 0)

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &generator)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func name() -> Name {
    Name(
      pick(["a", "b", "mode", "own-voice", "año", "x_1", "count", "take", "where"]), at: Self.place)
  }

  mutating func expression(_ depth: Int) -> Expression {
    if depth <= 0 || chance(15) { return leaf() }
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: return .unary(.not, expression(depth - 1), Self.place)
    case 1: return .unary(.minus, expression(depth - 1), Self.place)
    case 2:
      let members = (0..<Int.random(in: 0...3, using: &generator)).map { _ in expression(depth - 2)
      }
      return .membership(expression(depth - 1), members, Self.place)
    case 3: return .presence(expression(depth - 1), isPresent: chance(50), Self.place)
    case 4:
      let name = Name(pick(["lower", "year", "sum"]), at: Self.place)
      let count = Int.random(in: 0...2, using: &generator)
      return .call(name, (0..<count).map { _ in expression(depth - 2) }, Self.place)
    case 5:
      let name = Name(pick(["count", "value", "empty"]), at: Self.place)
      return .call(name, [.query(query(depth - 1))], Self.place)
    default:
      return .binary(
        pick(BinaryOperator.allCases), expression(depth - 1), expression(depth - 1))
    }
  }

  private mutating func leaf() -> Expression {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: .reference(Name("peru", at: Self.place))
    case 1: .variable(Name("year", at: Self.place))
    case 2, 3: .literal(literal(), Self.place)
    default: .path((0..<Int.random(in: 1...3, using: &generator)).map { _ in name() })
    }
  }

  private mutating func number() -> Double {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: Double(Int.random(in: 0...9999, using: &generator))
    case 1: Double(Int.random(in: 0...99_999_999, using: &generator)) / 1000
    case 2: Double(Int.random(in: 0...999, using: &generator)) * 1e6
    default: Double.random(in: 0...1e7, using: &generator)
    }
  }

  private mutating func literal() -> Literal {
    let unit = Unit(pick(["USD", "t", "lb", "berths", "%", "mi", "h", "gal"]))
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return .boolean(chance(50))
    case 1: return .text(pick(["", "a b", "\"\\\n\t\r\u{1}", "é😀", "{}|#;"]))
    case 2:
      let digits = pick(["0", "2012", "3_500", "4.50", "007"])
      return .number(Double(digits.filter { $0 != "_" }) ?? 0, digits: digits)
    case 3: return .number(number() * 1e3, digits: "")
    case 4:
      return PartialDate(
        pick([
          "2012-10", "198X", "2012~", "2015..", "..1990-02-03", "2012-XX", "2012-10-XX?", "2012?~",
          "2012-24", "2012-XX..2014-21~",
        ])
      )
      .map { .date($0) } ?? .boolean(true)
    case 5:
      let (from, to) = (
        Literal.Bare(number: 5, digits: "5"), Literal.Bare(number: 12, digits: "12")
      )
      return .range(from: from, to: to)
    case 6:
      let low = number()
      return Quantity(from: low, to: low + number() + 1, unit).map { .figure($0) } ?? .boolean(true)
    default: return .figure(Quantity(number(), unit, pick(Bound.allCases)))
    }
  }

  mutating func query(_ depth: Int) -> Query {
    let source: Query.Source
    switch depth > 0 ? Int.random(in: 0..<6, using: &generator) : 5 {
    case 0: source = .it(Self.place)
    case 1: source = .query(query(depth - 1))
    case 2: source = .call(Name("near", at: Self.place), [expression(depth - 1)])
    default: source = .name(Name("claims", at: Self.place))
    }
    let stages = (0..<Int.random(in: 0...3, using: &generator)).map { _ in stage(depth) }
    return Query(source: source, stages: stages, span: Self.place)
  }

  private mutating func stage(_ depth: Int) -> StageCall {
    let (name, form) = pick(Grammar.sample.stages.sorted { $0.key < $1.key })
    var items: [StageItem] = []
    var keys: [StageItem] = []
    switch form {
    case .expression: items = [StageItem(expression(depth))]
    case .columns, .references, .assignments: items = [item(depth), item(depth)]
    case .optionalColumns: if chance(50) { items = [item(depth)] }
    case .assignmentsByKeys:
      if chance(80) { items = [item(depth)] }
      if chance(50) || items.isEmpty { keys = [item(depth), item(1)] }
    case .optionalKeys: if chance(50) { keys = [item(depth)] }
    case .sortKeys:
      items = [StageItem(expression(depth), isDescending: chance(50)), StageItem(expression(1))]
    case .arguments:
      if chance(70) { items.append(StageItem(.path([self.name()]))) }
      if chance(50) { items.append(StageItem(.reference(self.name()))) }
    case .argumentsByKeys:
      if chance(50) { items.append(StageItem(.path([self.name()]))) }
      if chance(50) { items.append(StageItem(.literal(.number(5, digits: "5"), Self.place))) }
      if chance(50) { items.append(StageItem(.path([Name("within", at: Self.place)]))) }
      if chance(50) { keys = [item(depth), item(1)] }
    }
    return StageCall(
      name: Name(name, at: Self.place), form: form, items: items, keys: keys, span: Self.place)
  }

  private mutating func item(_ depth: Int) -> StageItem {
    StageItem(expression(depth), alias: chance(40) ? name() : nil)
  }
}
