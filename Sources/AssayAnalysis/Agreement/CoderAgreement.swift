/// Agreement of readers about units that they coded, beyond what chance gives.
///
/// A code is a small number from 0 on; which words the numbers stand for does not matter, since all
/// measures here are nominal.
package struct CoderAgreement: Sendable {
  /// `codes[r][u]` is what reader `r` says of unit `u`, `nil` where the reader coded nothing.
  /// Shape: readers × units, rows of one length.
  private let codes: [[Int?]]

  package init(_ codes: [[Int?]]) { self.codes = codes }

  /// The units that two readers at least have coded.
  package var unitCount: Int {
    units.count { unit in codes.count { $0[unit] != nil } > 1 }
  }

  private var units: Range<Int> { 0..<(codes.map(\.count).min() ?? 0) }

  /// The share of pairs of codes of one unit that are equal, 0 to 1; of two readers, the share of
  /// the units that both coded in the same way.
  ///
  /// - Returns: `nil` when no unit has two codes.
  package var observed: Double? {
    var (pairs, equal) = (0.0, 0.0)
    for unit in units {
      let said = codes.compactMap { $0[unit] }
      for first in said.indices {
        for second in said.indices where second > first {
          pairs += 1
          if said[first] == said[second] { equal += 1 }
        }
      }
    }
    return pairs > 0 ? equal / pairs : nil
  }

  /// Cohen's κ of the first two readers: 1 for full agreement, about 0 for chance, below 0 for less.
  ///
  /// Units that only one of them coded are left out.
  /// - Returns: `nil` when no unit is coded by both, or when both gave one and the same code
  ///   throughout, so that chance alone gives full agreement.
  /// - Complexity: O(units + codes).
  /// - SeeAlso: J. Cohen, *A Coefficient of Agreement for Nominal Scales* (1960).
  package var kappa: Double? {
    guard codes.count > 1 else { return nil }
    var (total, equal) = (0.0, 0.0)
    var first: [Int: Double] = [:]
    var second: [Int: Double] = [:]
    for unit in units {
      guard let one = codes[0][unit], let other = codes[1][unit] else { continue }
      total += 1
      if one == other { equal += 1 }
      first[one, default: 0] += 1
      second[other, default: 0] += 1
    }
    guard total > 0 else { return nil }
    // Products of whole numbers: the order in which they are added does not matter.
    let chance = first.reduce(0.0) { $0 + $1.value * (second[$1.key] ?? 0) } / (total * total)
    return chance < 1 ? (equal / total - chance) / (1 - chance) : nil
  }

  /// Krippendorff's α for nominal codes, of any number of readers, with or without gaps.
  ///
  /// - Returns: 1 for full agreement, about 0 for chance, below 0 for less; `nil` when no two codes
  ///   can be paired, or only one code was ever given.
  /// - Complexity: O(readers × units).
  /// - SeeAlso: K. Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011), part C.
  ///   `counts[c]` is *n_c* there, `total` *n*, and `matches` the sum of *o_cc*.
  package var alpha: Double? {
    var counts: [Int: Double] = [:]
    var matches = 0.0
    for unit in units {
      var said: [Int: Double] = [:]
      for reader in codes { if let code = reader[unit] { said[code, default: 0] += 1 } }
      let readers = said.values.reduce(0, +)
      guard readers > 1 else { continue }  // a lone code pairs with nothing
      counts.merge(said, uniquingKeysWith: +)
      matches += said.values.reduce(0) { $0 + $1 * ($1 - 1) } / (readers - 1)
    }
    let total = counts.values.reduce(0, +)
    let unlikePairs = total * total - counts.values.reduce(0) { $0 + $1 * $1 }
    return unlikePairs > 0 ? 1 - (total - 1) * (total - matches) / unlikePairs : nil
  }
}
