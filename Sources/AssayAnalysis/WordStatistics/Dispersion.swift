import Glibc

/// How evenly a word is spread over the parts of a text.
package struct Dispersion: Sendable {
  /// How often the word stands in each part, and how many words the part has; as long as each other.
  private let counts: [Int], sizes: [Int]

  /// - Precondition: as many sizes as counts; a part without words is left out of account.
  package init(counts: [Int], sizes: [Int]) {
    let parts = zip(counts, sizes).filter { $0.1 > 0 }
    (self.counts, self.sizes) = (parts.map(\.0), parts.map(\.1))
  }

  /// How many parts have the word.
  package var range: Int { counts.count { $0 > 0 } }

  /// Gries's deviation of proportions: 0 is spread as evenly as the sizes allow, towards 1 all in a
  /// small part.
  ///
  /// - Returns: `nil` when the word occurs nowhere.
  /// - SeeAlso: S. Th. Gries, *Dispersions and adjusted frequencies in corpora* (2008).
  package var deviationOfProportions: Double? {
    let (all, words) = (Double(counts.reduce(0, +)), Double(sizes.reduce(0, +)))
    guard all > 0 else { return nil }
    return zip(counts, sizes).reduce(0.0) { sum, part in
      sum + abs(Double(part.0) / all - Double(part.1) / words)
    } / 2
  }

  /// The same divided by the most that these sizes allow, so that 1 is always reached by a word
  /// that stands in the smallest part alone.
  ///
  /// - Returns: `nil` when the word occurs nowhere, or there is but one part.
  /// - SeeAlso: J. Lijffijt and S. Th. Gries, *Correction to "Dispersions and adjusted frequencies
  ///   in corpora"* (2012).
  package var normalizedDeviation: Double? {
    guard let deviation = deviationOfProportions, sizes.count > 1, let least = sizes.min() else {
      return nil
    }
    return deviation / (1 - Double(least) / Double(sizes.reduce(0, +)))
  }

  /// Juilland's *D*, on the relative frequencies of the parts: 1 is even, 0 all in one part.
  ///
  /// - Returns: `nil` when the word occurs nowhere, or there is but one part.
  /// - SeeAlso: A. Juilland, D. Brodin and C. Davidovitch, *Frequency Dictionary of French Words*
  ///   (1970), with the relative frequencies of Gries (2008).
  package var juilland: Double? {
    let shares = zip(counts, sizes).map { Double($0) / Double($1) }
    let mean = shares.reduce(0, +) / Double(max(shares.count, 1))
    guard mean > 0, shares.count > 1 else { return nil }
    let variance = shares.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / Double(shares.count)
    return 1 - variance.squareRoot() / mean / Double(shares.count - 1).squareRoot()
  }
}
