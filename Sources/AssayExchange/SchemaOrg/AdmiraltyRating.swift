/// The Admiralty grades of credibility as ratings of schema.org.
///
/// The grades 1 (best) to 5 are the values 5 to 1 of a scale whose best is 5; 6, which says that
/// nothing can be said, has words and no value.
enum AdmiraltyRating {
  /// The words of the grades 1 to 6 (STANAG 2511).
  private static let words = [
    "Confirmed by other sources", "Probably true", "Possibly true", "Doubtful", "Improbable",
    "Truth cannot be judged",
  ]

  static func words(_ grade: Int) -> String? {
    (1...6).contains(grade) ? words[grade - 1] : nil
  }

  /// The value on a scale from 1 to 5.
  static func value(_ grade: Int) -> Int? { (1...5).contains(grade) ? 6 - grade : nil }

  /// The grade that has these words.
  static func grade(_ text: String) -> Int? {
    words.firstIndex { $0.lowercased() == text.lowercased() }.map { $0 + 1 }
  }
}
