import Glibc

/// How often two things occur together, and each of them at all: the four cells of a contingency
/// table, as the measures of association read them.
///
/// The names are those of S. Evert, *The Statistics of Word Cooccurrences* (2005): *O₁₁* is
/// ``together``, *R₁* and *C₁* are ``first`` and ``second``, *N* is ``total``.
package struct Cooccurrence: Sendable, Hashable {
  /// How often both occur together.
  package let together: Double
  /// How often the first occurs, with or without the second: for a window, the words in it.
  package let first: Double
  /// How often the second occurs, with or without the first.
  package let second: Double
  /// How many chances there were.
  package let total: Double

  /// - Precondition: no number is negative, and none of the four cells is.
  package init(together: Double, first: Double, second: Double, total: Double) {
    (self.together, self.first) = (together, first)
    (self.second, self.total) = (second, total)
  }

  /// How often both would occur together if they had nothing to do with each other; *E₁₁*.
  package var expected: Double { total > 0 ? first * second / total : 0 }

  /// Rychlý's logDice: 14 + log₂ of the Dice coefficient, at most 14; a step of 1 doubles it.
  ///
  /// - Returns: `nil` when they never occur together.
  /// - SeeAlso: P. Rychlý, *A Lexicographer-Friendly Association Score* (2008).
  package var logDice: Double? {
    together > 0 ? 14 + log2(2 * together / (first + second)) : nil
  }

  /// Mutual information in bits: log₂ of how many times more often than expected.
  ///
  /// - Returns: `nil` when they never occur together.
  /// - SeeAlso: K. Church and P. Hanks, *Word Association Norms, Mutual Information, and
  ///   Lexicography* (1990).
  package var mutualInformation: Double? {
    together > 0 && expected > 0 ? log2(together / expected) : nil
  }

  /// The t-score: how far the count lies above the expected one, in standard deviations of the
  /// count.
  ///
  /// - Returns: `nil` when they never occur together.
  /// - SeeAlso: K. Church, W. Gale, P. Hanks and D. Hindle, *Using Statistics in Lexical Analysis*
  ///   (1991).
  package var tScore: Double? {
    together > 0 ? (together - expected) / together.squareRoot() : nil
  }

  /// Dunning's log-likelihood ratio over the four cells, below 0 where the count is lower than
  /// expected; 3.84, 6.63 and 10.83 are passed by chance one time in 20, 100 and 1000.
  ///
  /// - Returns: 0 for a table without chances.
  /// - SeeAlso: T. Dunning, *Accurate Methods for the Statistics of Surprise and Coincidence* (1993).
  package var logLikelihood: Double {
    guard total > 0 else { return 0 }
    let (restOfFirst, restOfSecond) = (first - together, second - together)
    let neither = total - first - second + together
    let cells = [
      (together, expected), (restOfFirst, first - expected), (restOfSecond, second - expected),
      (neither, total - first - second + expected),
    ]
    let sum = cells.reduce(0.0) { sum, cell in
      cell.0 > 0 && cell.1 > 0 ? sum + cell.0 * log(cell.0 / cell.1) : sum
    }
    return together < expected ? -2 * sum : 2 * sum
  }

  /// Hardie's log ratio: log₂ of how many times more frequent the second is with the first than
  /// without it; a step of 1 doubles it.
  ///
  /// Where one of the two counts is 0 it is taken for one half.
  /// - Returns: `nil` when there is nothing with the first, or nothing without it.
  /// - SeeAlso: A. Hardie, *Log Ratio: an informal introduction* (2014).
  package var logRatio: Double? {
    let without = total - first
    guard first > 0, without > 0, second > 0 else { return nil }
    let inside = together > 0 ? together : 0.5
    let outside = second > together ? second - together : 0.5
    return log2((inside / first) / (outside / without))
  }
}
