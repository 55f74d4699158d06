import AssayModel
import Glibc

/// Passages that have some of the terms of a search, the best first.
///
/// BM25: a term that occurs *f* times in a passage of *l* words adds
/// *idf · f (k1 + 1) / (f + k1 (1 − b + b l / L))*, where *L* is the mean length of the passages,
/// and *idf = ln(1 + (N − n + ½) / (n + ½))* for a term that *n* of *N* passages have. No unit; 0 or
/// more. A phrase and a pair count as one term.
/// - SeeAlso: S. Robertson, H. Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*,
///   Foundations and Trends in Information Retrieval 3 (2009), section 3. The 1 within the
///   logarithm keeps the weight of frequent terms above 0.
package struct PassageRanking {
  /// How soon further occurrences of a term stop to add much.
  package static let k1 = 1.2
  /// How far a long passage is held to be worth less: 0 not at all, 1 in full proportion.
  package static let b = 0.75

  /// The passages, by their numbers in the index.
  package private(set) var passages: [Int32] = []
  /// Their scores, rounded to four digits behind the point.
  package private(set) var scores: [Double] = []
  private let terms: [(words: String, passages: [Int32])]

  /// - Parameter scope: the passages that are ranked; weights and lengths are theirs, too.
  package init(
    _ search: WordSearch, in index: WordIndex, _ scope: TextScope, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var sums = [Double](repeating: 0, count: index.passageCount)
    /// How many required terms each passage has; -1 where an excluded one stands.
    var required = [Int16](repeating: 0, count: index.passageCount)
    var touched: [Int32] = []
    var terms: [(words: String, passages: [Int32])] = []
    let count = Double(scope.passageCount)
    let mean = Double(scope.tokenCount(in: index)) / max(count, 1)
    var mustHave: Int16 = 0
    for term in search.terms {
      let matches = try PatternMatcher(term.pattern, in: index, monitor).matches(
        .sentence, in: scope)
      let (places, frequencies) = Self.gathered(matches)
      if term.role == .required { mustHave += 1 }
      if term.role != .excluded { terms.append((term.words, places)) }
      let having = Double(places.count)
      let weight = log(1 + (count - having + 0.5) / (having + 0.5))
      for (place, passage) in places.enumerated() {
        try monitor.check(at: place)
        let number = Int(passage)
        guard term.role != .excluded else {
          required[number] = -1
          continue
        }
        if required[number] >= 0, term.role == .required { required[number] += 1 }
        if sums[number] == 0 { touched.append(passage) }
        let frequency = frequencies[place]
        let length = Double(index.positions(ofPassage: number).count) / mean
        let share =
          frequency * (Self.k1 + 1)
          / (frequency + Self.k1 * (1 - Self.b + Self.b * length))
        sums[number] += weight * share
      }
    }
    self.terms = terms
    var found: [(passage: Int32, score: Double)] = []
    for passage in touched where required[Int(passage)] == mustHave {
      found.append((passage, sums[Int(passage)].rounded(toPlaces: 4)))
    }
    try monitor.check()
    found.sort { $0.score != $1.score ? $0.score > $1.score : $0.passage < $1.passage }
    passages = found.map(\.passage)
    scores = found.map(\.score)
  }

  /// The passages of matches, which come in order, and how many each has.
  private static func gathered(_ matches: WordMatches) -> ([Int32], [Double]) {
    var places: [Int32] = []
    var frequencies: [Double] = []
    for passage in matches.passages {
      if places.last == passage {
        frequencies[frequencies.count - 1] += 1
      } else {
        places.append(passage)
        frequencies.append(1)
      }
    }
    return (places, frequencies)
  }

  /// The terms that a passage has.
  package func terms(ofRow row: Int) throws(Cancelled) -> [String] {
    let passage = passages[row]
    return terms.compactMap { term in
      var (low, high) = (0, term.passages.count)
      while low < high {
        let middle = (low + high) / 2
        if term.passages[middle] < passage { low = middle + 1 } else { high = middle }
      }
      return low < term.passages.count && term.passages[low] == passage ? "`\(term.words)`" : nil
    }
  }
}
