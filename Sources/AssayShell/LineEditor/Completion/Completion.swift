/// What Tab can put in place of the word before the cursor.
package struct Completion: Hashable, Sendable {
  /// Where the word begins, a byte offset in the text; it ends at the cursor.
  package var replacedFrom: Int
  /// What may stand there, in the order of listing.
  package var candidates: [Candidate]

  /// The completion of the word that begins at the byte `replacedFrom`.
  package init(replacedFrom: Int, candidates: [Candidate]) {
    self.replacedFrom = replacedFrom
    self.candidates = candidates
  }

  /// Nothing to offer.
  package static var none: Completion { Completion(replacedFrom: 0, candidates: []) }

  /// What can be written without a choice: the only candidate, or what all begin with.
  var sureText: String {
    guard let first = candidates.first else { return "" }
    if candidates.count == 1 { return first.addsSpace ? first.text + " " : first.text }
    return candidates.dropFirst().reduce(first.text) { shared, next in
      String(zip(shared, next.text).prefix { $0 == $1 }.map(\.0))
    }
  }
}

/// One thing that Tab can write.
package struct Candidate: Hashable, Sendable {
  /// What is written.
  package var text: String
  /// What it is, in a few words for the list; may be empty.
  package var summary: String
  /// Whether a space follows when there is no other candidate.
  package var addsSpace: Bool

  /// The candidate `text`.
  package init(_ text: String, summary: String = "", addsSpace: Bool = true) {
    self.text = text
    self.summary = summary
    self.addsSpace = addsSpace
  }
}
