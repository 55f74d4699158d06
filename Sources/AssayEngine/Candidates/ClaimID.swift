import AssayText

/// Ids for new claims.
package enum ClaimID {
  private static let small: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "has", "have", "in",
    "is", "it", "its", "of", "on", "or", "that", "the", "there", "to", "was", "were", "which",
    "with",
  ]

  /// The first words of a statement that say something, as in `bridge-cost-more-40-000`.
  package static func proposal(for statement: String) -> String {
    var folded: [UInt8] = []
    var statement = statement
    statement.withUTF8 { WordFolding.appendWords(of: $0, to: &folded) }
    let words = String(decoding: folded, as: UTF8.self).split(separator: " ").map(String.init)
      .filter { !small.contains($0) && $0.utf8.allSatisfy { $0 < 0x80 } }
    let first = words.firstIndex { $0.utf8.first.map { (0x61...0x7A).contains($0) } ?? false }
    guard let first else { return "claim" }
    return words[first...].prefix(4).joined(separator: "-")
  }

  /// The proposal for a statement, with a number behind it if the id is taken; it is taken then.
  package static func unused(for statement: String, among known: inout Set<String>) -> String {
    let stem = proposal(for: statement)
    var proposal = stem
    var number = 2
    while !known.insert(proposal).inserted {
      proposal = "\(stem)-\(number)"
      number += 1
    }
    return proposal
  }
}
