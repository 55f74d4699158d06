/// What Tab can put in place of the word before the cursor.
package struct Completion: Hashable, Sendable {
  /// Where the word begins, a byte offset in the text; it ends at the cursor.
  package var replacedFrom: Int
  /// What may stand there, in the order of listing.
  package var candidates: [Candidate]
  /// What can be written without losing a candidate, where that is not what all begin with.
  package var shared: String?

  /// The completion of the word that begins at the byte `replacedFrom`.
  package init(replacedFrom: Int, candidates: [Candidate], shared: String? = nil) {
    (self.replacedFrom, self.candidates, self.shared) = (replacedFrom, candidates, shared)
  }

  /// Nothing to offer.
  package static var none: Completion { Completion(replacedFrom: 0, candidates: []) }

  /// What can be written without a choice: the only candidate, or what all have in common.
  var sureText: String {
    guard let first = candidates.first else { return "" }
    if candidates.count == 1 { return first.text + first.ending }
    if let shared { return shared }
    let common = candidates.dropFirst().reduce(first.text) { shared, next in
      String(zip(shared, next.text).prefix { $0 == $1 }.map(\.0))
    }
    // Half of an escape is none.
    let backslashes = common.reversed().prefix { $0 == "\\" }.count
    return backslashes.isMultiple(of: 2) ? common : String(common.dropLast())
  }

  /// Whether ``sureText`` goes on from the word that is typed, but for case and accents.
  func goesOn(from word: String) -> Bool {
    candidates.count == 1 || FoldedText.of(sureText).hasPrefix(FoldedText.of(word))
  }
}

/// One thing that Tab can write.
package struct Candidate: Hashable, Sendable {
  /// What is written.
  package var text: String
  /// What it is, in a few words for the list; may be empty.
  package var summary: String
  /// What follows when there is no other candidate: a space, the end of a text, or nothing.
  package var ending: String
  /// What the list shows of it.
  package var label: String

  /// The candidate `text`.
  package init(_ text: String, summary: String = "", addsSpace: Bool = true) {
    (self.text, self.summary, label) = (text, summary, text)
    ending = addsSpace ? " " : ""
  }

  /// A candidate that is shown by another name.
  init(_ text: String, ending: String, label: String) {
    (self.text, self.ending, self.label, summary) = (text, ending, label, "")
  }
}
