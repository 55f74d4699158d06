import AssayCorpus

/// Words that somebody wants to quote from a sentence.
extension DocumentReading {
  /// The first place of a text in the document; `nil` if the document does not hold it.
  package func place(of text: String) -> Range<Int>? {
    let words = Array(text.utf8)
    guard !words.isEmpty, let start = try? QuoteFinder(bytes).places(of: [words]).first?.first
    else { return nil }
    return start..<(start + words.count)
  }

  /// Of words that the document holds several times and a sentence once: the shortest words around
  /// them, within the sentence, that the document holds once.
  ///
  /// - Parameter sentence: its bytes in the document.
  /// - Returns: `nil` when the sentence does not hold the words just once, or the document repeats
  ///   the whole of it.
  /// - Complexity: O(bytes of the document + places of the words × length of the sentence).
  package func uniqueWords(around text: String, in sentence: Range<Int>) -> String? {
    let words = Array(text.utf8)
    let places = allPlaces(of: words)
    let own = places.filter {
      sentence.lowerBound <= $0 && $0 + words.count <= sentence.upperBound
    }
    guard own.count == 1, let place = own.first else { return nil }
    let end = place + words.count
    // How far the words around each other place are those around this one.
    let others = places.filter { $0 != place }.map { other in
      (
        before: sharedBefore(place, other, least: sentence.lowerBound),
        after: sharedAfter(end, other + words.count, most: sentence.upperBound)
      )
    }
    let starts = [place] + wordStarts(sentence.lowerBound..<place).reversed()
    let ends = [end] + wordEnds(end..<sentence.upperBound)
    var best: Range<Int>?
    for start in starts {
      let rivals = others.filter { $0.before >= place - start }
      let needed = rivals.map(\.after).max().map { $0 + 1 } ?? 0
      guard let stop = ends.first(where: { $0 - end >= needed }) else { continue }
      if best.map({ stop - start < $0.count }) ?? true { best = start..<stop }
    }
    return best.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private func allPlaces(of words: [UInt8]) -> [Int] {
    guard let first = words.first, words.count <= bytes.count else { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      var places: [Int] = []
      for start in 0...(bytes.count - words.count) where bytes[start] == first {
        if bytes[start..<(start + words.count)].elementsEqual(words) { places.append(start) }
      }
      return places
    }
  }

  private func sharedBefore(_ place: Int, _ other: Int, least: Int) -> Int {
    var count = 0
    while place - count > least, other - count > 0,
      bytes[place - count - 1] == bytes[other - count - 1]
    { count += 1 }
    return count
  }

  private func sharedAfter(_ place: Int, _ other: Int, most: Int) -> Int {
    var count = 0
    while place + count < most, other + count < bytes.count,
      bytes[place + count] == bytes[other + count]
    { count += 1 }
    return count
  }

  private func isSpace(_ place: Int) -> Bool { bytes[place] <= 0x20 }

  /// Where words begin.
  private func wordStarts(_ range: Range<Int>) -> [Int] {
    range.filter { !isSpace($0) && ($0 == range.lowerBound || isSpace($0 - 1)) }
  }

  /// Where words end, the ends excluded.
  private func wordEnds(_ range: Range<Int>) -> [Int] {
    range.filter { !isSpace($0) && ($0 + 1 == range.upperBound || isSpace($0 + 1)) }.map { $0 + 1 }
  }
}
