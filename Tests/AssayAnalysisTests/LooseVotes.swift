import AssayAnalysis
import AssayModel

/// Votes before they are put in order, so that a test can change them.
struct LooseVotes {
  var source: [Int32] = []
  var value: [Int32] = []
  var itemOfValue: [Int32] = []
  var sourceCount = 0
  var itemCount = 0
  var number: [Double] = []
  var alike: [AlikeValues] = []

  var ordered: Votes? {
    undisturbed { () throws(Cancelled) in
      try Votes(
        source: source, value: value, itemOfValue: itemOfValue, sourceCount: sourceCount,
        itemCount: itemCount, number: number, alike: alike)
    }
  }

  /// Votes of any shape: none, one source, silent sources, values and items that nobody names,
  /// several values of one source for one item, figures that are no numbers.
  init(seed: UInt64) {
    var draw = SplitMix(seed: seed)
    sourceCount = Int.random(in: 1...12, using: &draw)
    itemCount = Int.random(in: 1...10, using: &draw)
    let values = Int.random(in: 1...30, using: &draw)
    itemOfValue = (0..<values).map { _ in Int32.random(in: 0..<Int32(itemCount), using: &draw) }
    for _ in 0..<Int.random(in: 0...80, using: &draw) {
      source.append(Int32.random(in: 0..<Int32(sourceCount), using: &draw))
      value.append(Int32.random(in: 0..<Int32(values), using: &draw))
    }
    if Bool.random(using: &draw) {
      let tiny = Double.leastNonzeroMagnitude
      let odd: [Double] = [.nan, .infinity, -1.7e308, 1.7e308, 0, tiny, 1, 2, 3, 1e9]
      number = (0..<values).map { _ in odd.randomElement(using: &draw) ?? 0 }
    }
    for first in 0..<values {
      for second in 0..<first where itemOfValue[first] == itemOfValue[second] {
        guard Int.random(in: 0..<4, using: &draw) == 0 else { continue }
        let weight = Double.random(in: 0...1, using: &draw)
        alike.append(AlikeValues(Int32(first), Int32(second), weight: weight))
      }
    }
  }

  /// One item a row, one source a column: the number of the value it gives, -1 for silence.
  init(rows: [[Int]]) {
    (sourceCount, itemCount) = (rows.first?.count ?? 0, rows.count)
    for (item, row) in rows.enumerated() {
      let first = itemOfValue.count
      for _ in 0...max(row.max() ?? 0, 0) { itemOfValue.append(Int32(item)) }
      for (speaker, choice) in row.enumerated() where choice >= 0 {
        source.append(Int32(speaker))
        value.append(Int32(first + choice))
      }
    }
  }
}
