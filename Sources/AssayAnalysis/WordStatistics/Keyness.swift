import Glibc

/// How much more frequent a word is in one text than in another.
package struct Keyness: Sendable, Hashable {
  /// The word's counts in the two texts.
  package let count: Double, otherCount: Double
  /// The sizes of the two texts, in words.
  package let size: Double, otherSize: Double

  package init(count: Double, size: Double, otherCount: Double, otherSize: Double) {
    (self.count, self.size) = (count, size)
    (self.otherCount, self.otherSize) = (otherCount, otherSize)
  }

  /// The log-likelihood of corpus comparison, over the two cells of the word; below 0 where the word
  /// is rarer in the first text.
  ///
  /// - Returns: 0 when either text has no words.
  /// - SeeAlso: P. Rayson and R. Garside, *Comparing Corpora using Frequency Profiling* (2000).
  package var logLikelihood: Double {
    guard size > 0, otherSize > 0 else { return 0 }
    let share = (count + otherCount) / (size + otherSize)
    func part(_ count: Double, _ size: Double) -> Double {
      count > 0 ? count * log(count / (size * share)) : 0
    }
    let sum = 2 * (part(count, size) + part(otherCount, otherSize))
    return count / size < otherCount / otherSize ? -sum : sum
  }

  /// The effect size: log₂ of the ratio of the relative frequencies; a step of 1 doubles it.
  ///
  /// A count of 0 is taken for one half.
  /// - Returns: `nil` when either text has no words, or the word is in neither.
  /// - SeeAlso: A. Hardie, *Log Ratio: an informal introduction* (2014).
  package var logRatio: Double? {
    guard size > 0, otherSize > 0, count + otherCount > 0 else { return nil }
    return log2((max(count, 0.5) / size) / (max(otherCount, 0.5) / otherSize))
  }
}
