/// Text reduced to what a search compares: words without case, accents and punctuation.
///
/// A word is a run of letters and digits; every Chinese character and kana is a word of its own.
/// Accents of Latin, Greek and Cyrillic letters vanish, as do the points of Hebrew, the harakat of
/// Arabic, soft hyphens and joiners. The marks of other scripts, which are vowels and conjuncts of
/// Devanagari, Thai or Tamil, belong to their word. All else, broken UTF-8 too, separates words.
package enum WordFolding {
  /// Appends the words of `bytes` to `out`, lower-cased and without accents, with one space between
  /// words and none at either end.
  package static func appendWords(of bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WordWriter.capacity) { room in
      guard let start = room.baseAddress else { return }
      var writer = WordWriter(start)
      var index = 0
      while index < bytes.count {
        index = writer.writeASCII(of: bytes, from: index)
        if index < bytes.count, bytes[index] >= 0x80 {
          let (value, length) = bytes.scalar(at: index)
          FoldingIndex.shared.write(value, to: &writer)
          index += length
        }
        if writer.isNearlyFull { writer.empty(into: &out) }
      }
      writer.empty(into: &out)
    }
  }

  /// What `scalar` does to words; of one that joins a word or is one, `take` gets the bytes of
  /// its letters, lower-cased and without accents.
  package static func fold(_ scalar: UInt32, take: (UInt8) -> Void) -> Effect {
    FoldingIndex.shared.fold(scalar, take: take)
  }

  /// The words of `text`.
  package static func words(of text: String) -> String {
    var text = text
    var out: [UInt8] = []
    text.withUTF8 { appendWords(of: $0, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// What a scalar does to the words around it.
  package enum Effect: Sendable {
    case separates, joins, vanishes, standsAlone
  }

  /// More bytes than the folding of any scalar has.
  package static let longestFolding = 64

  /// Writes what a scalar beyond ASCII is folded to, if it belongs to a word, and says what it does
  /// there.
  ///
  /// - Parameter out: room for ``longestFolding`` bytes.
  package static func fold(
    _ scalar: UInt32, to out: UnsafeMutablePointer<UInt8>
  ) -> (effect: Effect, count: Int) {
    var count = 0
    let effect = fold(scalar) { letter in
      out[count] = letter
      count += 1
    }
    return (effect, count)
  }
}

/// Collects words in a small room and knows whether a space is due.
private struct WordWriter {
  static let capacity = 1024
  /// More than the folding of any scalar.
  static let reserve = 64

  private let start: UnsafeMutablePointer<UInt8>
  private var count = 0
  /// 1 where a space has to stand before the next letter. 0 in a word and before the first one.
  private var gap = 0
  private var hasWord = 0

  init(_ start: UnsafeMutablePointer<UInt8>) { self.start = start }

  var isNearlyFull: Bool { count > Self.capacity - Self.reserve }

  /// Writes the ASCII words from `index` on; stops at other bytes and when there is no more room.
  mutating func writeASCII(of bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    var (index, count, gap, hasWord) = (index, count, gap, hasWord)
    let end = min(bytes.count, index + (Self.capacity - Self.reserve - count) / 2 + 1)
    while index < end {
      let byte = bytes[index]
      if byte >= 0x80 { break }
      let lower = byte | 0x20
      let isWord = (lower &- 0x61 < 26 ? 1 : 0) | (byte &- 0x30 < 10 ? 1 : 0)
      // Both are written each time; what is not wanted is written over. No branch to mispredict.
      start[count] = 0x20
      count &+= gap & isWord
      start[count] = lower
      count &+= isWord
      hasWord |= isWord
      gap = hasWord & ~isWord
      index &+= 1
    }
    (self.count, self.gap, self.hasWord) = (count, gap, hasWord)
    return index
  }

  mutating func write(_ letters: UnsafeBufferPointer<UInt8>) {
    if gap == 1 { put(0x20) }
    for letter in letters { put(letter) }
    (gap, hasWord) = (0, 1)
  }

  mutating func write(_ scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    if gap == 1 { put(0x20) }
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { put(unit) }
    (gap, hasWord) = (0, 1)
  }

  mutating func separate() { gap = hasWord }

  mutating func empty(into out: inout [UInt8]) {
    out.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    count = 0
  }

  private mutating func put(_ byte: UInt8) {
    start[count] = byte
    count += 1
  }
}

/// ``FoldingTable`` made ready for look-ups, when the first letter beyond ASCII is met.
private struct FoldingIndex: Sendable {
  static let shared = FoldingIndex()

  /// The scalars that have a folding, in order.
  private var keys: [UInt32] = []
  /// Where the folding of `keys[i]` ends in `letters`; it begins where the one before ends.
  private var ends: [UInt32] = [0]
  private var letters: [UInt8] = []
  /// For scalars below U+0600: the class, and 4 times the place in `keys` counted from 1.
  private var direct: [UInt16] = []

  private init() {
    var key: UInt32?
    let table = FoldingTable.foldings
    let text = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    var index = 0
    while index < text.count {
      let (value, length) = text.scalar(at: index)
      if value <= 0x20 {
        if key != nil { ends.append(UInt32(letters.count)) }
        key = nil
      } else if key == nil {
        key = value
        keys.append(value)
      } else {
        letters.append(contentsOf: text[index..<index + length])
      }
      index += length
    }
    ends.append(UInt32(letters.count))
    direct = (0..<0x600).map { (scalar: UInt32) in
      let place = place(of: scalar).map { $0 + 1 } ?? 0
      return UInt16(place) << 2 | UInt16(FoldingTable.runs.run(of: scalar, bits: 2))
    }
  }

  func write(_ scalar: UInt32, to writer: inout WordWriter) {
    if scalar < direct.count {
      let entry = Int(direct[Int(scalar)])
      let place = entry < 4 ? nil : entry / 4 - 1
      write(scalar, kind: UInt32(entry & 3), place: place, to: &writer)
    } else if scalar &- 0x4E00 <= 0x51FF {
      write(scalar, kind: 3, place: nil, to: &writer)
    } else {
      let kind = FoldingTable.runs.run(of: scalar, bits: 2)
      write(scalar, kind: kind, place: place(of: scalar), to: &writer)
    }
  }

  private func write(_ scalar: UInt32, kind: UInt32, place: Int?, to writer: inout WordWriter) {
    if let place {
      letters.withUnsafeBufferPointer { letters in
        let folding = letters[Int(ends[place])..<Int(ends[place + 1])]
        writer.write(UnsafeBufferPointer(rebasing: folding))
      }
    } else if kind == 1 {
      writer.write(scalar)
    } else if kind == 3 {
      writer.separate()
      writer.write(scalar)
      writer.separate()
    } else if kind == 0 {
      writer.separate()
    }
  }

  func fold(_ scalar: UInt32, take: (UInt8) -> Void) -> WordFolding.Effect {
    let kind: UInt32
    let place: Int?
    if scalar < direct.count {
      let entry = Int(direct[Int(scalar)])
      (kind, place) = (UInt32(entry & 3), entry < 4 ? nil : entry / 4 - 1)
    } else {
      kind = FoldingTable.runs.run(of: scalar, bits: 2)
      place = kind == 3 ? nil : self.place(of: scalar)
    }
    if let place {
      for letter in letters[Int(ends[place])..<Int(ends[place + 1])] { take(letter) }
      return .joins
    }
    guard kind & 1 == 1, let value = Unicode.Scalar(scalar) else {
      return kind == 2 ? .vanishes : .separates
    }
    for unit in UTF8.encode(value) ?? UTF8.encodedReplacementCharacter { take(unit) }
    return kind == 3 ? .standsAlone : .joins
  }

  /// Where `scalar` stands in `keys`, if it has a folding.
  private func place(of scalar: UInt32) -> Int? {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == scalar ? low : nil
  }
}
