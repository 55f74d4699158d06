import AssayModel
import Glibc

/// The words of all documents by their positions, in a file that is mapped into memory.
///
/// A word is called by its number: its place among all different words, sorted by the bytes of
/// their folded letters. A token is called by its position, from 0 through all documents, which
/// stand in the order of their sources' ids. Passages and documents are counted from 0 in the same
/// order. Whatever the file holds, no accessor reads beyond it.
package final class WordIndex {
  /// What an index was made of: equal as long as the documents are.
  package struct Identity: Hashable, Sendable {
    package let first: UInt64
    package let second: UInt64

    package init(first: UInt64, second: UInt64) { (self.first, self.second) = (first, second) }
  }

  private let base: UnsafeMutableRawPointer
  private let layout: WordIndexLayout
  /// The word at each position.
  private let stream: UnsafePointer<UInt32>
  private let postings: UnsafePointer<UInt32>
  private let wordStarts: UnsafePointer<Int32>
  private let wordDocuments: UnsafePointer<Int32>
  private let letterEnds: UnsafePointer<UInt64>
  private let letters: UnsafePointer<UInt8>
  private let passageStarts: UnsafePointer<Int32>
  private let passageKeys: UnsafePointer<Int32>
  private let paragraphs: UnsafePointer<Int32>
  private let sentences: UnsafePointer<Int32>
  private let byteStarts: UnsafePointer<Int32>
  private let documentStarts: UnsafePointer<Int32>
  private let sources: UnsafePointer<Int32>

  /// Maps the index in an open file; `nil` if it is no whole index of these documents.
  ///
  /// - Parameter isSealed: whether the time of the file has to be the one that
  ///   ``WordIndexFile`` gave it.
  init?(descriptor: Int32, _ identity: Identity, isSealed: Bool) {
    var status = stat()
    var header = [UInt64](repeating: 0, count: WordIndexLayout.headerSize / 8)
    guard fstat(descriptor, &status) == 0,
      header.withUnsafeMutableBytes({ pread(descriptor, $0.baseAddress, $0.count, 0) })
        == WordIndexLayout.headerSize,
      let layout = WordIndexLayout(header, identity, size: Int(status.st_size)),
      !isSealed || status.st_mtim.tv_sec == WordIndexFile.seal(of: header),
      let base = mmap(nil, layout.size, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED
    else { return nil }
    (self.base, self.layout) = (base, layout)
    func part<Number>(_ offset: Int) -> UnsafePointer<Number> {
      UnsafePointer((base + offset).assumingMemoryBound(to: Number.self))
    }
    (stream, postings) = (part(layout.stream), part(layout.postings))
    (wordStarts, wordDocuments) = (part(layout.wordStarts), part(layout.wordDocuments))
    (letterEnds, letters) = (part(layout.letterEnds), part(layout.letterBytes))
    (passageStarts, passageKeys) = (part(layout.passageStarts), part(layout.passageKeys))
    (paragraphs, sentences) = (part(layout.paragraphs), part(layout.sentences))
    (byteStarts, documentStarts) = (part(layout.byteStarts), part(layout.documentStarts))
    sources = part(layout.sources)
    guard isOrdered else { return nil }
  }

  deinit { munmap(base, layout.size) }

  /// Whether the lists that others are found by grow from 0 to their ends.
  private var isOrdered: Bool {
    func grows(_ list: UnsafePointer<Int32>, _ count: Int, to last: Int) -> Bool {
      guard list[0] == 0, Int(list[count]) == last else { return false }
      for place in 0..<count where list[place] > list[place + 1] { return false }
      return true
    }
    guard letterEnds[0] == 0, Int(truncatingIfNeeded: letterEnds[wordCount]) == layout.letters
    else { return false }
    for word in 0..<wordCount where letterEnds[word] > letterEnds[word + 1] { return false }
    return grows(wordStarts, wordCount, to: tokenCount)
      && grows(passageStarts, passageCount, to: tokenCount)
      && grows(documentStarts, documentCount, to: passageCount)
  }
}

extension WordIndex {
  /// How many words the documents have.
  package var tokenCount: Int { layout.tokens }
  /// How many different ones.
  package var wordCount: Int { layout.words }
  package var passageCount: Int { layout.passages }
  package var documentCount: Int { layout.documents }

  /// The number of the word at a position.
  package func word(at position: Int) -> Int {
    precondition(UInt(bitPattern: position) < UInt(bitPattern: tokenCount), "no such position")
    // A damaged file must not lead beyond the lists of words.
    return Int(min(stream[position], UInt32(truncatingIfNeeded: wordCount - 1)))
  }

  /// The letters of a word.
  package func letters(of word: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(letterEnds[word])
    return UnsafeBufferPointer(start: letters + start, count: Int(letterEnds[word + 1]) - start)
  }

  /// A word as a text.
  package func text(of word: Int) -> String { String(decoding: letters(of: word), as: UTF8.self) }

  /// How often a word stands in all documents.
  package func frequency(of word: Int) -> Int { Int(wordStarts[word + 1] - wordStarts[word]) }

  /// How many documents have a word.
  package func documentFrequency(of word: Int) -> Int { Int(wordDocuments[word]) }

  /// Adds the positions of a word to a list, in their order.
  package func appendPositions(of word: Int, to list: inout [Int32]) {
    let last = UInt32(truncatingIfNeeded: max(tokenCount - 1, 0))
    let (start, end) = (Int(wordStarts[word]), Int(wordStarts[word + 1]))
    list.reserveCapacity(list.count + end - start)
    for place in start..<end { list.append(Int32(bitPattern: min(postings[place], last))) }
  }

  /// The positions of a passage.
  package func positions(ofPassage passage: Int) -> Range<Int> {
    Int(passageStarts[passage])..<Int(passageStarts[passage + 1])
  }

  /// The positions of neighbouring passages.
  package func positions(ofPassages passages: Range<Int>) -> Range<Int> {
    Int(passageStarts[passages.lowerBound])..<Int(passageStarts[passages.upperBound])
  }

  /// The passage in which a position stands.
  ///
  /// - Parameter earlier: a passage that does not come after it; the search begins there.
  package func passage(at position: Int, from earlier: Int = 0) -> Int {
    var (low, step) = (earlier, 1)
    while low + step < passageCount, Int(passageStarts[low + step]) <= position {
      low += step
      step *= 2
    }
    var high = min(low + step, passageCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(passageStarts[middle]) <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// The passages of a document.
  package func passages(ofDocument document: Int) -> Range<Int> {
    Int(documentStarts[document])..<Int(documentStarts[document + 1])
  }

  /// The document in which a passage stands.
  package func document(ofPassage passage: Int) -> Int {
    var (low, high) = (0, documentCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(documentStarts[middle]) <= passage { low = middle } else { high = middle }
    }
    return low
  }

  /// The key of a document's source.
  package func source(ofDocument document: Int) -> Int32 { sources[document] }

  /// The passages of a passage's paragraph.
  package func paragraph(ofPassage passage: Int) -> Range<Int> {
    let all = passages(ofDocument: document(ofPassage: passage))
    var (first, end) = (passage, passage + 1)
    while first > all.lowerBound, paragraphs[first - 1] == paragraphs[passage] { first -= 1 }
    while end < all.upperBound, paragraphs[end] == paragraphs[passage] { end += 1 }
    return first..<end
  }

  /// What the index of the corpus calls a passage.
  package func key(ofPassage passage: Int) -> Int32 { passageKeys[passage] }
  /// The paragraph of a passage in its document, from 1.
  package func paragraphNumber(ofPassage passage: Int) -> Int32 { paragraphs[passage] }
  /// The sentence of a passage in its paragraph, from 1.
  package func sentenceNumber(ofPassage passage: Int) -> Int32 { sentences[passage] }
  /// The first byte of a passage in its document.
  package func byteStart(ofPassage passage: Int) -> Int32 { byteStarts[passage] }
}
