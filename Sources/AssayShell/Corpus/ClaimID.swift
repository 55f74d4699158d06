import AssayText

/// Ids for new claims.
enum ClaimID {
  private static let small: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "has", "have", "in",
    "is", "it", "its", "of", "on", "or", "that", "the", "there", "to", "was", "were", "which",
    "with",
  ]

  /// The first words of a statement that say something, as in `bridge-cost-more-40-000`.
  static func proposal(for statement: String) -> String {
    var folded: [UInt8] = []
    var statement = statement
    statement.withUTF8 { WordFolding.appendWords(of: $0, to: &folded) }
    let words = String(decoding: folded, as: UTF8.self).split(separator: " ").map(String.init)
      .filter { !small.contains($0) && $0.utf8.allSatisfy { $0 < 0x80 } }
    let first = words.firstIndex { $0.utf8.first.map { (0x61...0x7A).contains($0) } ?? false }
    guard let first else { return "claim" }
    return words[first...].prefix(4).joined(separator: "-")
  }
}
