import AssayModel
import AssayReading
import AssayText

/// Why nothing was found in a text.
struct TextReasons {
  private let index: WordIndex
  private let scope: TextScope

  init(_ reader: TextReader, _ scope: TextScope) { (index, self.scope) = (reader.index, scope) }

  /// Why there is no match of a pattern.
  func reason(_ pattern: WordPattern, _ reach: WordPattern.Reach) -> String {
    if let reason = reasonWithoutPattern ?? missing(pattern.elements) { return reason }
    let passages = scope.passageCount
    let without = passages == 1 ? "the sentence lacks it" : "none of \(passages) sentences has it"
    let isRun = pattern.elements.count > 1
    switch reach {
    case .sentence where isRun: return without + "; `across` lets a match go beyond its sentence"
    case .paragraph where isRun: return "no paragraph has it"
    case .sentence, .paragraph, .document: return without
    }
  }

  /// Why there is nothing at all.
  var reasonWithoutPattern: String? {
    if index.documentCount == 0 { return "the corpus has no documents" }
    return scope.tokenCount(in: index) == 0 ? "there is no text to read" : nil
  }

  /// The first word that no document has, with the one that is spelt most like it.
  func missing(_ elements: [WordPattern.Element]) -> String? {
    for element in elements {
      switch element {
      case .gap: continue
      case .oneOf(let runs):
        let reasons = runs.map { missing($0) }
        if let reason = reasons[0], reasons.allSatisfy({ $0 != nil }) { return reason }
      case .word(let form):
        guard WordSet(form, in: index).words.isEmpty else { continue }
        guard form.isExact else { return "no word of the documents fits `\(form.words)`" }
        return "no document has the word `\(form.words)`" + closest(to: form.words)
      }
    }
    return nil
  }

  private func closest(to word: String) -> String {
    let length = word.utf8.count
    // What is longer or shorter by more than a third cannot be near; most words are not looked at.
    // Short words are so many that one of them is near to anything.
    let near = (0..<index.wordCount).lazy
      .filter {
        let count = index.letters(of: $0).count
        return abs(count - length) <= max(1, (length + 1) / 3) && (count > 3 || count == length)
      }
      .map { index.text(of: $0) }
    return Spelling.closest(to: word, among: near).map {
      "; the closest is `\($0)`"
    } ?? ""
  }
}
