/// What counts as wording that two texts share.
///
/// Values out of range are brought into it, so that every set of options can be used.
package struct CopyOptions: Hashable, Sendable {
  /// Words in a shingle, the piece of text by which copies find each other; 2...64.
  package let shingleWords: Int
  /// Shingles in a row of which at least one becomes a fingerprint; 1...64.
  ///
  /// More make the search quicker and ``guaranteedWords`` longer.
  package let windowShingles: Int
  /// Words in the shortest run that counts as shared; 1...1024.
  package let runWords: Int
  /// Words two units have to share in all; 1 or more.
  package let sharedWords: Int
  /// Share of the words of one of the two units that have to stand in shared runs; 0...1.
  package let containment: Double
  /// How many units may have the same wording until it is taken for a formula; 2...65 536.
  ///
  /// A unit is compared with at most so many others by each of its fingerprints, the nearest
  /// before it; and of more units than this with all words alike, only one represents them.
  package let commonness: Int

  package init(
    shingleWords: Int = 5, windowShingles: Int = 4, runWords: Int = 5, sharedWords: Int = 6,
    containment: Double = 0.5, commonness: Int = 16
  ) {
    self.shingleWords = min(max(shingleWords, 2), 64)
    self.windowShingles = min(max(windowShingles, 1), 64)
    self.runWords = min(max(runWords, 1), 1024)
    self.sharedWords = max(sharedWords, 1)
    self.containment = containment >= 0 ? min(containment, 1) : 0  // 0 for what is no number, too
    self.commonness = min(max(commonness, 2), 65_536)
  }

  /// Words in a run that is always noticed when two units share it.
  ///
  /// The guarantee threshold *t* = *w* + *k* − 1 of winnowing; 8 unless the options say otherwise.
  /// Between two units of fewer than ``shortUnitWords`` words, ``shingleWords`` in a row are enough.
  package var guaranteedWords: Int { windowShingles + shingleWords - 1 }

  /// Words from which on a unit is winnowed; of a shorter one every shingle is a fingerprint.
  package var shortUnitWords: Int { 4 * guaranteedWords }

  /// Fingerprints that two units have in common, at least, if their shared words stand in runs of
  /// ``guaranteedWords`` or more and make ``containment`` of `wordCount`.
  ///
  /// A run of *n* words holds (*n* − *k* + 1) / *w* whole windows that do not overlap, each with a
  /// fingerprint; the fewest per word are one in 2*w* + *k* − 2.
  func fingerprintsNeeded(ofWords wordCount: Int) -> Int {
    let widest = Double(2 * windowShingles + shingleWords - 2)
    return max(1, Int(containment * Double(wordCount) / widest))
  }
}
