import AssayLanguage
import AssayModel
import AssayText

/// Records at random, with every form of field that the specs have.
struct RandomRecord {
  var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  static let texts = [
    "", "a b", "\"\\\n\t\r\u{1}", "é😀", "{}|#; a, b", "= 84", "  padded ", "a\r\nb", "\u{2028}",
    "<b>&amp;</b>", "it's \"quoted\"", "\u{FEFF}", "~ 5; 6", "null", "\u{7F}\u{85}",
  ]
  static let words = ["a", "b-2", "año", "x_1", "US", "claim", "not", "via", "from"]
  static let dates = [
    "2012", "2012-10", "2012-10-07", "198X", "2012~", "2015..", "..1990-02-03", "2012..2014-02",
    "2012-05?",
  ]
  static let values = [
    "= 84 million USD", ">= 50 people", "= 2_012", "= 3..5 t", "~ 9000 t", "< 5%", "= -3",
    "= 0.1 lb", "= 2012", "= 2012-10..2014", "= \"a; # \\\" b\"", "> 3.7 mi", "= 1.5 thousand",
  ]

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &generator)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func list(_ sign: String, _ items: [String]) -> String {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in sign + pick(items) }
      .joined(separator: ", ")
  }

  private mutating func quoted() -> String { Printer.quoted(pick(Self.texts)) }

  /// A declaration with this number in its id.
  mutating func text(_ kind: RecordKind, _ number: Int) -> String {
    let id = "\(pick(["r", "é-x", "A_b"]))\(number)"
    var text = kind.word + " " + id
    switch kind {
    case .entity: text += ": " + pick(ClosedList.entityKind.words)
    case .question: text += " " + quoted()
    case .claim: text += " from @" + pick(Self.words)
    case .link: text += " @a \(pick(ClosedList.linkRelation.words)) @\(pick(Self.words))"
    case .judgement: text += " on \(pick(["claim", "source"])) @\(pick(Self.words))"
    case .source, .predicate, .document: break
    }
    let fields = RecordSpec.of(kind)?.fields ?? []
    var lines = fields.flatMap { field -> [String] in
      let count =
        field.repeats
        ? Int.random(in: 0...3, using: &generator) : field.isRequired || chance(40) ? 1 : 0
      return (0..<count).map { _ in field.name + " " + words(field.form) }
    }
    if kind == .claim, chance(40) { lines += ["purpose @a", "growth \(pick(Self.values))"] }
    if chance(30) { lines.reverse() }
    return text + " {\n" + lines.map { "  " + $0 + "\n" }.joined() + "}\n"
  }

  private mutating func words(_ form: FieldForm) -> String {
    switch form {
    case .text: return quoted()
    case .texts: return (0..<3).map { _ in quoted() }.joined(separator: ", ")
    case .tags: return list("", Self.words)
    case .date: return pick(Self.dates)
    case .word(let list): return pick(list.words)
    case .words(let list): return self.list("", list.words)
    case .flag: return ""
    case .grade(let range): return String(Int.random(in: range, using: &generator))
    case .reference(.predicate): return pick(Self.words)
    case .reference: return "@" + pick(Self.words)
    case .references(_, let second): return (second.map { $0 + " " } ?? "") + list("@", Self.words)
    case .chain: return "@a" + (chance(50) ? " via " + list("@", Self.words) : "")
    case .fact:
      return (chance(30) ? "not " : "") + "@a b-2" + (chance(50) ? " @año" : "")
        + (chance(60) ? " " + pick(Self.values) : "")
    case .answer: return "@b-2 " + pick(["yes", "no"])
    case .option: return pick(Self.words) + " " + quoted()
    case .derivation: return "from @a " + pick(ClosedList.derivation.words)
    }
  }

  /// Records of the kinds, read as the corpus reads them.
  mutating func records(_ kinds: [RecordKind], count: Int) -> [Record] {
    var text = ""
    for number in 0..<count { text += self.text(kinds[number % kinds.count], number) }
    return Records.read(text)
  }
}

/// Corpus text as records.
enum Records {
  static func read(_ text: String) -> [Record] {
    var parser = RecordParser(SourceText(name: "", text))
    var records: [Record] = []
    while let item = parser.next() { if case .record(let record) = item { records.append(record) } }
    precondition(parser.faults.isEmpty, parser.faults.map(\.message).joined(separator: "\n"))
    return records
  }
}
