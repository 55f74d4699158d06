import AssayText

/// What an entity that is to be declared is probably called.
enum EntityName {
  /// The words of a sentence that an id stands for: `world-bank` for “World Bank”, `crs` for
  /// “Congressional Research Service”; else the words of the id.
  static func of(_ id: String, in sentence: String) -> String {
    let words = sentence.split { !$0.isLetter && !$0.isNumber && !Self.marks.contains($0) }.map {
      $0.drop(while: Self.marks.contains)
    }
    let parts = id.split(separator: "-").map(String.init)
    let folded = words.map {
      WordFolding.words(of: String($0)).split(separator: " ").joined(separator: "-")
    }
    let wanted = parts.joined(separator: "-")
    // A word may fold to several, as “U.S.” does.
    for length in stride(from: parts.count, through: 1, by: -1) {
      for start in 0..<max(words.count - length + 1, 0)
      where folded[start..<(start + length)].joined(separator: "-") == wanted {
        return name(of: words[start..<(start + length)])
      }
    }
    if parts.count == 1, let name = spelledOut(Array(id), words) { return name }
    return parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  /// The capitalized words whose first letters an abbreviation has.
  private static func spelledOut(_ letters: [Character], _ words: [Substring]) -> String? {
    guard letters.count > 1, letters.count <= words.count else { return nil }
    for start in 0...(words.count - letters.count) {
      let run = words[start..<(start + letters.count)]
      let fits = zip(run, letters).allSatisfy { word, letter in
        word.first.map { $0.isUppercase && String($0).lowercased() == String(letter) } ?? false
      }
      if fits { return name(of: run) }
    }
    return nil
  }

  /// The words without what ends a sentence, or hangs at the last one; an abbreviation keeps its
  /// full stop, as in “U.S. Army” and in “U.S.”.
  private static func name(of run: ArraySlice<Substring>) -> String {
    let words = run.joined(separator: " ")
    var name = words
    while let mark = name.last, marks.contains(mark) { name.removeLast() }
    guard words.dropFirst(name.count).first == ".", let last = name.split(separator: " ").last,
      isAbbreviation(last)
    else { return name }
    return name + "."
  }

  /// Whether dots stand within the word, between one letter or two: “U.S.”, “Ph.D.”.
  private static func isAbbreviation(_ word: Substring) -> Bool {
    let parts = word.split(separator: ".")
    return parts.count > 1 && parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isLetter) }
  }

  /// What may stand within a word that is a name, and hang at it.
  private static let marks = "'’.-"
}
