import AssayText

/// What an entity that is to be declared is probably called.
enum EntityName {
  /// The words of a sentence that an id stands for: `world-bank` for “World Bank”, `crs` for
  /// “Congressional Research Service”; else the words of the id.
  static func of(_ id: String, in sentence: String) -> String {
    let words = sentence.split { !$0.isLetter && !$0.isNumber && !"'’.-".contains($0) }.map {
      word in
      String(word.trimmingDots)
    }
    let parts = id.split(separator: "-").map(String.init)
    let folded = words.map {
      WordFolding.words(of: $0).split(separator: " ").joined(separator: "-")
    }
    let wanted = parts.joined(separator: "-")
    // A word may fold to several, as “U.S.” does.
    for length in stride(from: parts.count, through: 1, by: -1) {
      for start in 0..<max(words.count - length + 1, 0)
      where folded[start..<(start + length)].joined(separator: "-") == wanted {
        return words[start..<(start + length)].joined(separator: " ")
      }
    }
    if parts.count == 1, let name = spelledOut(Array(id), words) { return name }
    return parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  /// The capitalized words whose first letters an abbreviation has.
  private static func spelledOut(_ letters: [Character], _ words: [String]) -> String? {
    guard letters.count > 1, letters.count <= words.count else { return nil }
    for start in 0...(words.count - letters.count) {
      let run = words[start..<(start + letters.count)]
      let fits = zip(run, letters).allSatisfy { word, letter in
        word.first.map { $0.isUppercase && String($0).lowercased() == String(letter) } ?? false
      }
      if fits { return run.joined(separator: " ") }
    }
    return nil
  }
}

extension Substring {
  /// Without what ends a sentence, or hangs at a word.
  fileprivate var trimmingDots: Substring {
    var text = self
    while let last = text.last, ".'’-".contains(last) { text.removeLast() }
    return text.drop { ".'’-".contains($0) }
  }
}
