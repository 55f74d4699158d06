/// Which blocks of a page look like running text, by their lengths and how much of them leads
/// elsewhere, each seen beside its neighbours.
///
/// - SeeAlso: C. Kohlschütter, P. Fankhauser, W. Nejdl, *Boilerplate Detection using Shallow Text
///   Features* (WSDM 2010), algorithm 2 with numbers of words; the thresholds are those of the
///   decision tree there.
enum BlockClassifier {
  /// For each block, whether it is content.
  static func classify(_ blocks: [PageBlock]) -> [Bool] {
    blocks.indices.map { index in
      let (words, links) = (blocks[index].words, blocks[index].linkDensity)
      let before = index > 0 ? blocks[index - 1] : nil
      let nextWords = index + 1 < blocks.count ? blocks[index + 1].words : 0
      guard links <= 0.333333 else { return false }
      guard before?.linkDensity ?? 0 <= 0.555556 else { return words > 40 || nextWords > 17 }
      if words > 16 { return true }
      return nextWords > 15 || before?.words ?? 0 > 4
    }
  }
}
