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
    return try finder.matches()
  }
}

extension CopyFinder {
  mutating func add(_ text: String, document: Int32 = 0) {
    Array(text.utf8).withUnsafeBufferPointer { add($0, document: document) }
  }
}
