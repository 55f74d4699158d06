/// A search backwards through the history, one letter at a time, as Ctrl-R begins it.
struct HistorySearch {
  /// What an entry has to contain.
  private(set) var sought = ""
  /// The entry that is shown, and where in it the sought text begins, in scalars.
  private(set) var match: (entry: Int, offset: Int)?
  private(set) var hasFailed = false
  /// What stood in the line before.
  let original: Original
  /// The key that ``EditorKey/search`` stands for while this search lasts.
  private var typed: UInt32 = 0

  /// A text, the cursor in it, and which entry it was.
  typealias Original = (text: String, cursor: Int, recalled: Int)

  init(replacing original: Original) { self.original = original }

  /// What stands in place of the prompt.
  var prompt: String { "\(hasFailed ? "not found" : "search") `\(sought)`: " }

  /// What a key does to the search.
  enum Step {
    /// Another entry may be shown.
    case moved
    /// The line is as before the search.
    case givenUp
    /// What is shown is taken.
    case taken
    /// What is shown is taken, and the key then does what it always does.
    case takenBefore(UInt32)
  }

  /// Keeps the typed key for ``step(in:)`` and gives the one that libedit has to see.
  mutating func intercept(_ key: UInt32) -> UInt32 {
    typed = key
    return EditorKey.search.rawValue
  }

  /// Does what the key says that was kept.
  mutating func step(in entries: [String]) -> Step {
    switch typed {
    case 0x12, EditorKey.search.rawValue:
      look(in: entries, below: match?.entry ?? entries.count)
    case 0x08, 0x7F:
      if !sought.isEmpty { sought.removeLast() }
      look(in: entries, below: entries.count)
    case 0x07: return .givenUp
    case 0x1B: return .taken
    case 0x20..<0x7F, 0xA0...:
      guard let scalar = Unicode.Scalar(typed) else { return .moved }
      sought.unicodeScalars.append(scalar)
      look(in: entries, below: (match?.entry ?? entries.count - 1) + 1)
    default: return .takenBefore(typed)
    }
    return .moved
  }

  /// Finds the latest entry before `bound`, and keeps the old match if there is none.
  private mutating func look(in entries: [String], below bound: Int) {
    hasFailed = false
    guard !sought.isEmpty else { return match = nil }
    for entry in entries[..<bound].indices.reversed() {
      if let found = entries[entry].firstRange(of: sought) {
        let before = entries[entry].unicodeScalars[..<found.lowerBound]
        return match = (entry, before.count)
      }
    }
    hasFailed = true
  }
}
