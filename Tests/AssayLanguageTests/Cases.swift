import AssayLanguage
import AssayText

extension Grammar {
  /// A grammar of some size; the real one is made of the lists of stages, functions and commands.
  static let sample = Grammar(
    stages: [
      "where": .expression, "select": .columns, "derive": .assignments,
      "summarize": .assignmentsByKeys, "count": .optionalKeys, "sort": .sortKeys,
      "take": .expression, "skip": .expression, "distinct": .optionalColumns,
      "about": .references, "from": .references, "by": .references, "within": .references,
      "on": .references, "during": .expression, "as": .columns, "save": .expression,
      "conflicts": .arguments, "words": .argumentsByKeys,
    ],
    queryFunctions: ["count", "value", "empty"],
    commands: ["help", "describe", "check", "set", "quit"],
    relations: ["sources", "entities", "claims", "passages"])
}

/// A text with its faults marked: `claims | «wher» x`.
struct MarkedText {
  /// The text without the marks.
  let text: String
  /// What stood between marks, as `start..<end` in bytes.
  let spans: [Span]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var spans: [Span] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": starts.append(bytes.count)
      case "»": if let start = starts.popLast() { spans.append(Span(start, bytes.count)) }
      default: bytes += Array(String(Character(scalar)).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.spans = spans.sorted { $0.start < $1.start }
  }
}

/// What a program is read to: its statements, or every fault it has.
func read(_ text: String) -> Result<[Statement], Diagnostics> { read(Array(text.utf8)) }

func read(_ bytes: [UInt8]) -> Result<[Statement], Diagnostics> {
  Result { () throws(Diagnostics) in
    var parser = try Parser(SourceText(name: "test", bytes: bytes), grammar: .sample)
    return try parser.program()
  }
}

/// The faults of a program, in their order.
func faults(of text: String) -> [Diagnostic] {
  if case .failure(let faults) = read(text) { return faults.all }
  return []
}

/// The one statement of a program.
func statement(_ text: String) throws -> Statement? {
  let all = try read(text).get()
  return all.count == 1 ? all[0] : nil
}

/// A small generator of numbers that a seed repeats.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
