import AssayModel

/// Where the parts of a word index stand in its file.
///
/// Numbers are little endian, as the machines are that this runs on. Each part begins at a multiple
/// of eight bytes.
struct WordIndexLayout {
  /// Counts up whenever what stands in the file changes, and when documents are cut into other
  /// passages, or folded to other
  /// words.
  static let version: UInt64 = 2
  private static let magic: UInt64 = 0x5844_4E49_5953_4157
  static let headerSize = 96

  let tokens: Int
  let words: Int
  let letters: Int
  let passages: Int
  let documents: Int

  var stream: Int { Self.headerSize }
  var postings: Int { after(stream, tokens * 4) }
  var wordStarts: Int { after(postings, tokens * 4) }
  var wordDocuments: Int { after(wordStarts, (words + 1) * 4) }
  var letterEnds: Int { after(wordDocuments, words * 4) }
  var letterBytes: Int { after(letterEnds, (words + 1) * 8) }
  var passageStarts: Int { after(letterBytes, letters) }
  var passageKeys: Int { after(passageStarts, (passages + 1) * 4) }
  var paragraphs: Int { after(passageKeys, passages * 4) }
  var sentences: Int { after(paragraphs, passages * 4) }
  var byteStarts: Int { after(sentences, passages * 4) }
  var documentStarts: Int { after(byteStarts, passages * 4) }
  var sources: Int { after(documentStarts, (documents + 1) * 4) }
  var size: Int { after(sources, documents * 4) }

  private func after(_ start: Int, _ bytes: Int) -> Int { (start + bytes + 7) & ~7 }

  /// The first bytes of the file, as numbers; the last one is made of the others.
  func header(_ identity: WordIndex.Identity) -> [UInt64] {
    var numbers: [UInt64] = [Self.magic, Self.version, identity.first, identity.second]
    numbers += [tokens, words, letters, passages, documents, size].map { UInt64($0) }
    numbers.append(0)
    numbers.append(Self.checksum(numbers))
    return numbers
  }

  /// Reads the header of a file.
  ///
  /// - Returns: `nil` if the file was made of other documents, by another version, or has another
  ///   size than it should have.
  init?(_ header: [UInt64], _ identity: WordIndex.Identity, size: Int) {
    let counts = header.dropFirst(4).prefix(5).map { Int(truncatingIfNeeded: $0) }
    guard header.count * 8 == Self.headerSize, counts.allSatisfy({ 0..<1 << 32 ~= $0 }) else {
      return nil
    }
    (tokens, words, letters) = (counts[0], counts[1], counts[2])
    (passages, documents) = (counts[3], counts[4])
    guard header == self.header(identity), self.size == size else { return nil }
  }

  init(tokens: Int, words: Int, letters: Int, passages: Int, documents: Int) {
    (self.tokens, self.words, self.letters) = (tokens, words, letters)
    (self.passages, self.documents) = (passages, documents)
  }

  static func checksum(_ numbers: [UInt64]) -> UInt64 {
    numbers.withUnsafeBytes { WordHash.of($0.bindMemory(to: UInt8.self)) }
  }
}
