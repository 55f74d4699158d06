import AssayText

/// Reads text as words without case, accents and punctuation, and gives each a number.
///
/// What is a word is what `WordFolding` takes for one. Equal words have equal numbers; two words
/// that differ have the same number once in 2³² pairs.
struct WordReader: Sendable {
  /// What is known of scalars beyond ASCII, filled when they are met.
  private var effects: [UInt32: Effect] = [:]

  private enum Effect: Sendable {
    case separates
    case vanishes
    case letters([UInt8])
    case isWord([UInt8])
  }

  /// Appends the words of `bytes` to `words`; the place of each is counted from the first byte.
  ///
  /// Of more than 2³² − 1 bytes the rest is not read.
  ///
  /// - Complexity: O(bytes).
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, into words: inout WordStore) {
    let end = min(bytes.count, Int(UInt32.max))
    var index = 0
    var word = OpenWord()
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 || byte &- 0x30 < 10 {
          word.take(lower, at: index)
        } else {
          word.close(at: index, into: &words)
        }
        index += 1
        continue
      }
      let (value, length) = bytes.scalar(at: index)
      switch effect(of: value, UnsafeBufferPointer(rebasing: bytes[index..<index + length])) {
      case .separates: word.close(at: index, into: &words)
      case .vanishes: break
      case .letters(let letters):
        for letter in letters { word.take(letter, at: index) }
      case .isWord(let letters):
        word.close(at: index, into: &words)
        for letter in letters { word.take(letter, at: index) }
        word.close(at: index + length, into: &words)
      }
      index += length
    }
    word.close(at: min(index, end), into: &words)
  }

  /// Between two letters every scalar shows what it does to words.
  private mutating func effect(
    of scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Effect {
    if let known = effects[scalar] { return known }
    let letter = UInt8(ascii: "x")
    var folded: [UInt8] = []
    ([letter] + bytes + [letter]).withUnsafeBufferPointer {
      WordFolding.appendWords(of: $0, to: &folded)
    }
    let between = folded.dropFirst().dropLast()
    let space = UInt8(ascii: " ")
    let effect: Effect =
      if between.isEmpty {
        .vanishes
      } else if between.elementsEqual([space]) {
        .separates
      } else if between.first == space {
        .isWord(Array(between.dropFirst().dropLast()))
      } else {
        .letters(Array(between))
      }
    effects[scalar] = effect
    return effect
  }
}

/// A word of which letters may still come; hashed byte by byte in the manner of FNV-1a.
private struct OpenWord {
  private static let seed: UInt64 = 14_695_981_039_346_656_037
  private var hash = OpenWord.seed
  private var start = -1

  @inline(__always)
  mutating func take(_ letter: UInt8, at index: Int) {
    if start < 0 { start = index }
    hash = (hash ^ UInt64(letter)) &* 1_099_511_628_211
  }

  @inline(__always)
  mutating func close(at end: Int, into words: inout WordStore) {
    guard start >= 0 else { return }
    words.append(hash.mixed, from: start, to: end)
    (hash, start) = (Self.seed, -1)
  }
}
