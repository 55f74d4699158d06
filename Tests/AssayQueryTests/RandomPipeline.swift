import AssayModel

/// A condition, as text and as what it means.
struct RandomCondition {
  let text: String
  let holds: (Table, [Cell]) -> Bool?
}

/// A query made at random, as text and as what it gives.
struct RandomPipeline {
  private(set) var text = "claims"
  private(set) var table: Table
  /// How many rows each `where` could neither keep nor drop, those without any left out.
  private(set) var leftOut: [Int] = []
  private(set) var shown: [String] = ["id"]
  private var generator: SplitMix
  /// What decides ties: the id, or the keys of the groups.
  private var ties = ["id"]
  private var isGrouped: Bool { ties != ["id"] }

  /// The columns that conditions and keys use, with texts of values to compare them with.
  static let literals: [(column: String, values: [(text: String, cell: Cell)])] = [
    ("mode", SampleClaims.modes.enumerated().map { ($1, .word($1, $0)) }),
    ("says", SampleClaims.texts.map { ("\"\($0)\"", .text($0)) }),
    ("scope", SampleClaims.scopes.map { ("\"\($0)\"", .text($0)) }),
    ("subject", SampleClaims.entities.map { ("@\($0)", .reference($0)) }),
    ("source", SampleClaims.sources.map { ("@\($0)", .reference($0)) }),
    ("line", [10, 20, 30, 47].map { (String($0), .number(Double($0))) }),
    ("denied", [("true", .boolean(true)), ("false", .boolean(false))]),
    ("when", SampleClaims.dates.compactMap { text in PartialDate(text).map { (text, .date($0)) } }),
    (
      "published",
      ["1901", "1901-05", "1902"].compactMap { text in
        PartialDate(text).map { (text, .date($0)) }
      }
    ),
    (
      "value",
      SampleClaims.figures.filter { isLiteral($0.text) }.map { ($0.text, .figure($0.figure)) }
    ),
  ]

  /// A figure with a sign before it cannot stand after a sign.
  private static func isLiteral(_ text: String) -> Bool { text.first?.isNumber ?? false }

  init(on table: Table, seed: UInt64) {
    self.table = table
    generator = SplitMix(seed: seed)
    for _ in 0..<Int.random(in: 0...4, using: &generator) { addStage() }
    if chance(0.5) { group() }
    if isGrouped { for _ in 0..<Int.random(in: 0...2, using: &generator) { addGroupedStage() } }
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  private mutating func one<Item>(of items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &generator)]
  }

  // MARK: Stages

  private mutating func addStage() {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0, 1, 2: filter(condition(depth: 2))
    case 3: sort(by: Self.literals.map(\.column))
    case 4: slice("take", Int.random(in: 0...40, using: &generator))
    default: slice("skip", Int.random(in: 0...8, using: &generator))
    }
  }

  private mutating func addGroupedStage() {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0 where shown.contains("n"):
      let least = Int.random(in: 1...4, using: &generator)
      filter(
        RandomCondition(text: "n >= \(least)") { table, row in
          Sign.atLeast.holds(table.cell(row, "n"), .number(Double(least)))
        })
    case 1: slice("take", Int.random(in: 0...6, using: &generator))
    case 2: slice("skip", Int.random(in: 0...2, using: &generator))
    default: sort(by: shown)
    }
  }

  private mutating func filter(_ condition: RandomCondition) {
    text += " | where \(condition.text)"
    let answers = table.rows.map { condition.holds(table, $0) }
    let open = answers.count { $0 == nil }
    if open > 0 { leftOut.append(open) }
    table.rows = zip(table.rows, answers).filter { $1 == true }.map(\.0)
  }

  private mutating func slice(_ word: String, _ count: Int) {
    text += " | \(word) \(count)"
    table.rows = Array(word == "take" ? table.rows.prefix(count) : table.rows.dropFirst(count))
  }

  private mutating func sort(by columns: [String]) {
    var keys: [(column: String, isDescending: Bool)] = []
    for _ in 0..<Int.random(in: 1...2, using: &generator) {
      let column = one(of: columns)
      if !keys.contains(where: { $0.column == column }) { keys.append((column, chance(0.5))) }
    }
    let words = keys.map { ($0.isDescending ? "-" : "") + $0.column }
    text += " | sort \(words.joined(separator: ", "))"
    keys += ties.map { ($0, false) }
    let before = table
    table.rows.sort { one, two in
      for (column, isDescending) in keys {
        let (first, second) = (before.cell(one, column), before.cell(two, column))
        let order = first.order(before: second)
        if order == 0 { continue }
        let isLast = first == .missing || second == .missing
        return isDescending && !isLast ? order > 0 : order < 0
      }
      return false
    }
  }
}

extension RandomPipeline {
  private mutating func condition(depth: Int) -> RandomCondition {
    switch depth > 0 ? Int.random(in: 0..<6, using: &generator) : 5 {
    case 0:
      let inner = condition(depth: depth - 1)
      return RandomCondition(text: "not (\(inner.text))") { Logic.not(inner.holds($0, $1)) }
    case 1:
      let (one, two) = (condition(depth: depth - 1), condition(depth: depth - 1))
      return RandomCondition(text: "(\(one.text) and \(two.text))") {
        Logic.and(one.holds($0, $1), two.holds($0, $1))
      }
    case 2:
      let (one, two) = (condition(depth: depth - 1), condition(depth: depth - 1))
      return RandomCondition(text: "(\(one.text) or \(two.text))") {
        Logic.or(one.holds($0, $1), two.holds($0, $1))
      }
    case 3: return presence()
    case 4: return membership()
    default: return comparison()
    }
  }

  private mutating func presence() -> RandomCondition {
    let column = one(of: Self.literals).column
    let isPresent = chance(0.5)
    return RandomCondition(text: "\(column) is \(isPresent ? "present" : "missing")") {
      ($0.cell($1, column) != .missing) == isPresent
    }
  }

  private mutating func membership() -> RandomCondition {
    let (column, values) = one(of: Self.literals)
    let members = (0..<Int.random(in: 1...3, using: &generator)).map { _ in one(of: values) }
    let isNegated = chance(0.3)
    let list = members.map(\.text).joined(separator: ", ")
    return RandomCondition(text: "\(column) \(isNegated ? "not " : "")in (\(list))") { table, row in
      let cell = table.cell(row, column)
      let found = members.reduce(false as Bool?) { Logic.or($0, Sign.equal.holds(cell, $1.cell)) }
      return isNegated ? Logic.not(found) : found
    }
  }

  private mutating func comparison() -> RandomCondition {
    let (column, values) = one(of: Self.literals)
    let value = one(of: values)
    var sign = one(of: Sign.allCases)
    switch value.cell {
    case .reference, .boolean: if sign != .different { sign = .equal }
    case .text, .number, .word: if sign == .overlaps { sign = .less }
    default: break
    }
    return RandomCondition(text: "\(column) \(sign.rawValue) \(value.text)") {
      sign.holds($0.cell($1, column), value.cell)
    }
  }

  // MARK: Groups

  private mutating func group() {
    var keys: [String] = []
    for _ in 0..<Int.random(in: 1...2, using: &generator) {
      let column = one(of: Self.literals).column
      if !keys.contains(column) { keys.append(column) }
    }
    let names = keys.joined(separator: ", ")
    let groups = grouped(by: keys)
    ties = keys
    switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      text += " | distinct \(names)"
      table = Table(columns: keys, rows: groups.map(\.key))
    case 1:
      text += " | count by \(names) | derive n = count | select \(names), n"
      let counted = groups.enumerated().sorted {
        ($1.element.rows.count, $0.offset) < ($0.element.rows.count, $1.offset)
      }
      table = Table(
        columns: keys + ["n"],
        rows: counted.map { $0.element.key + [.number(Double($0.element.rows.count))] })
    default: summarize(keys, groups)
    }
    shown = table.columns
  }

  private mutating func summarize(_ keys: [String], _ groups: [(key: [Cell], rows: [[Cell]])]) {
    let (counted, least) = (one(of: Self.literals).column, one(of: ["line", "scope", "says"]))
    let asked = condition(depth: 1)
    text +=
      " | summarize n = count(), d = count-distinct(\(counted)), lo = min(\(least)),"
      + " hi = max(\(least)), s = sum(line), l = list(mode), sh = share(\(asked.text))"
      + " by \(keys.joined(separator: ", "))"
    table = Table(
      columns: keys + ["n", "d", "lo", "hi", "s", "l", "sh"],
      rows: groups.map { key, rows in
        func cells(_ column: String) -> [Cell] {
          rows.map { table.cell($0, column) }.filter { $0 != .missing }
        }
        let range = cells(least).sorted { $0.order(before: $1) < 0 }
        let lines = cells("line").reduce(0) {
          if case .number(let number) = $1 { $0 + number } else { $0 }
        }
        let modes = Set(cells("mode").map { String($0.json.dropFirst().dropLast()) })
        return key + [
          .number(Double(rows.count)), .number(Double(Set(cells(counted)).count)),
          range.first ?? .missing, range.last ?? .missing, .number(lines),
          .text(modes.sorted().joined(separator: "; ")),
          .number(Double(rows.count { asked.holds(table, $0) == true }) / Double(rows.count)),
        ]
      })
  }

  /// The groups of the rows, in the order of their keys.
  private func grouped(by keys: [String]) -> [(key: [Cell], rows: [[Cell]])] {
    let groups = Dictionary(grouping: table.rows) { row in keys.map { table.cell(row, $0) } }
    return groups.map { (key: $0.key, rows: $0.value) }.sorted { one, two in
      let orders = zip(one.key, two.key).lazy.map { $0.order(before: $1) }
      return orders.first { $0 != 0 } ?? 0 < 0
    }
  }
}
