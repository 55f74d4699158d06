extension LanguageFile {
  /// The entries of a section whose lines are `meaning: phrase, phrase, …`, a phrase each with its
  /// meaning; a line without a colon is phrases that mean nothing more.
  func phrases(_ section: String) -> [(phrase: String, meaning: String)] {
    entries(section).flatMap { entry in
      let mark = entry.firstRange(of: ":")
      let meaning = mark.map { String(entry[..<$0.lowerBound]) } ?? ""
      let phrases = mark.map { entry[$0.upperBound...] } ?? entry[...]
      return phrases.split(separator: ",").map { (String($0.trimmingSpaces), meaning) }
    }
  }

  /// A trie of the phrases of a section; each means its place in the section.
  func trie(_ sections: String..., direction: WordTrie.Direction = .onward) -> WordTrie {
    let phrases = sections.flatMap { self.phrases($0) }
    return WordTrie(phrases.enumerated().map { ($1.phrase, $0) }, direction)
  }

  /// A trie of the phrases of a section whose meanings are whole numbers.
  func numbers(_ section: String, direction: WordTrie.Direction = .onward) -> WordTrie {
    WordTrie(phrases(section).map { ($0.phrase, Int($0.meaning) ?? 0) }, direction)
  }

  /// What holds for every language: units, currencies, marks.
  static let common = LanguageFile(tag: "", PackageResources.units_txt)
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
