/// Chooses the fingerprints of a text: robust winnowing.
///
/// Of every `windowShingles` shingles in a row the one with the least number is chosen, so that
/// two texts with a run of `guaranteedWords` words in common have a fingerprint in common.
///
/// - SeeAlso: S. Schleimer, D. Wilkerson, A. Aiken, *Winnowing: Local Algorithms for Document
///   Fingerprinting* (2003), sections 3 and 5.1. `shingleWords` is *k* there, `windowShingles` *w*.
struct Winnowing {
  private let options: CopyOptions
  private var shingles: [UInt32] = []

  init(_ options: CopyOptions) { self.options = options }

  /// Calls `choose` with each fingerprint; none for fewer than `shingleWords` words.
  ///
  /// - Complexity: O(words), as long as the text does not sort its own shingles.
  mutating func choose(from words: UnsafeBufferPointer<UInt32>, _ choose: (UInt32) -> Void) {
    fillShingles(of: words)
    guard words.count >= options.shortUnitWords else {
      shingles.forEach(choose)
      return
    }
    let window = options.windowShingles
    var least = -1
    for end in min(window, shingles.count)...shingles.count {
      let begin = max(0, end - window)
      if least < begin {
        least = begin
        // Of equal ones the last, which stays in the window longest.
        for index in begin..<end where shingles[index] <= shingles[least] { least = index }
      } else if shingles[end - 1] < shingles[least] {
        least = end - 1
      } else {
        continue
      }
      choose(shingles[least])
    }
  }

  private mutating func fillShingles(of words: UnsafeBufferPointer<UInt32>) {
    shingles.removeAll(keepingCapacity: true)
    let length = options.shingleWords
    guard words.count >= length else { return }
    var rolling = RollingHash(of: length)
    for index in 0..<length { rolling.push(words[index]) }
    shingles.append(rolling.value)
    for index in length..<words.count {
      rolling.roll(words[index], dropping: words[index - length])
      shingles.append(rolling.value)
    }
  }
}
