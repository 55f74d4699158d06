import AssayAnalysis
import AssayText
import Testing

/// What the tests of copies are made with.
enum CopiesCases {
  /// A text in which stretches are marked, and where they are when the marks are gone.
  struct MarkedText {
    private(set) var text = ""
    private(set) var spans: [Span] = []

    init(_ marked: String) {
      for character in marked {
        switch character {
        case "«": spans.append(Span(text.utf8.count, text.utf8.count))
        case "»":
          if let open = spans.popLast() { spans.append(Span(open.start, text.utf8.count)) }
        default: text.append(character)
        }
      }
    }
  }

  /// The matches of `units`, each a document of its own if there are no `documents`.
  static func matches(
    of units: [String], _ options: CopyOptions = CopyOptions(), documents: [Int32]? = nil
  ) throws -> [CopyMatch] {
    var finder = CopyFinder(options)
    for (number, unit) in units.enumerated() {
      finder.add(unit, document: documents?[number] ?? Int32(number))
    }
    return try #require(finder.matches())
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
}

extension CopyFinder {
  mutating func add(_ text: String, document: Int32 = 0) {
    Array(text.utf8).withUnsafeBufferPointer { add($0, document: document) }
  }
}
