import AssayText

/// Text to words, one at a time, as `WordFolding` has them.
struct NameWordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var index: Int
  /// Whether a full stop now is one of an initial or of a short title: `J.`, `St.`, `Gen.`.
  private var isStopSoft = false

  /// - Parameter range: within `bytes`; its ends are ends of words.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    (index, end) = (range.lowerBound, range.upperBound)
  }

  /// Puts the next word into `word`; `false` at the end.
  @inline(__always)
  mutating func next(_ word: inout NameWord) -> Bool {
    word.isCut = skipSeparators()
    guard index < end else { return false }
    word.start = index
    word.hash = readWord()
    word.end = index
    let length = index - word.start
    isStopSoft = length == 1 || length <= 3 && bytes[word.start + 1].isSmall
    return true
  }

  /// Goes on to the next letter, and says whether what lies before it cuts.
  @inline(__always)
  private mutating func skipSeparators() -> Bool {
    var (index, isCut, lines) = (index, false, 0)
    while index < end {
      let byte = bytes[index]
      if byte.isWordByte { break }
      if byte >= 0x80 {
        let (value, length) = bytes.scalar(at: index)
        switch WordFolding.fold(value, take: { _ in }) {
        case .joins, .standsAlone:
          self.index = index
          return isCut || lines > 1
        case .separates: isCut = isCut || !value.isSoft
        case .vanishes: break
        }
        index += length
        continue
      }
      if byte == UInt8(ascii: "\n") { lines += 1 }
      isCut = isCut || byte == UInt8(ascii: ".") && !isStopSoft || byte.isHard
      index += 1
    }
    self.index = min(index, end)
    return isCut || lines > 1
  }

  /// The number of the word at hand; stands behind it then.
  @inline(__always)
  private mutating func readWord() -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    var index = index
    while index < end {
      let byte = bytes[index]
      if byte.isWordByte {
        hash = (hash ^ UInt64(byte | 0x20)) &* 1_099_511_628_211
      } else if byte < 0x80 {
        break
      } else {
        self.index = index
        let (after, goesOn) = readScalar(&hash)
        index = after
        guard goesOn else { break }
        continue
      }
      index += 1
    }
    self.index = min(index, end)
    return hash
  }

  /// Takes a scalar beyond ASCII into the word if it belongs there.
  private func readScalar(_ hash: inout UInt64) -> (after: Int, goesOn: Bool) {
    let (value, length) = bytes.scalar(at: index)
    var folded = hash
    let effect = WordFolding.fold(value) {
      folded = (folded ^ UInt64($0)) &* 1_099_511_628_211
    }
    switch effect {
    case .separates: return (index, false)
    case .vanishes: return (index + length, true)
    case .joins:
      hash = folded
      return (index + length, true)
    case .standsAlone:
      // A character that is a word of its own ends the word before it.
      guard hash == 14_695_981_039_346_656_037 else { return (index, false) }
      hash = folded
      return (index + length, false)
    }
  }
}

extension UInt8 {
  /// Whether the byte is a letter or digit of ASCII.
  @inline(__always)
  var isWordByte: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }

  /// Whether the byte, one of ASCII, parts sentences or their members: all but white space,
  /// control characters and `& ' * + - . / > @ _`.
  @inline(__always)
  fileprivate var isHard: Bool {
    let soft: UInt64 = 0x4000_ECC0_0000_0000 | 0x1_FFFF_FFFF
    if self < 64 { return soft >> UInt64(self) & 1 == 0 }
    return self != UInt8(ascii: "@") && self != UInt8(ascii: "_") && self != UInt8(ascii: "`")
  }
}

extension UInt32 {
  /// Whether the scalar may stand in a name: a space, an apostrophe, a hyphen, a middle dot.
  fileprivate var isSoft: Bool {
    switch self {
    case 0xA0, 0xB7, 0x2000...0x200A, 0x2010...0x2013, 0x2018, 0x2019, 0x202F, 0x3000, 0x30FB:
      true
    default: false
    }
  }
}
