import AssayModel
import Glibc

/// Makes a word index: takes passages one after the other and writes their words.
///
/// What grows with the text goes to the file at once: words are numbered as they are met, and in
/// the end the numbers are replaced in the mapped file and the positions sorted into their places.
/// In memory are the different words and twenty bytes a passage.
package struct WordIndexBuilder: ~Copyable {
  /// How many words are written at a time.
  private static let chunk = 1 << 16

  private let draft: WordIndexFile.Draft
  private var isFinished = false
  private let identity: WordIndex.Identity
  private var table = WordTable()
  private var scanner = WordScanner()
  private var buffer: [Int32] = []
  private var written = 0
  private var passageStarts: [Int32] = []
  private var passageKeys: [Int32] = []
  private var paragraphs: [Int32] = []
  private var sentences: [Int32] = []
  private var byteStarts: [Int32] = []
  private var documentStarts: [Int32] = []
  private var sources: [Int32] = []

  /// Begins an index.
  ///
  /// - Parameter path: where the finished file goes; `nil` keeps the index in memory.
  package static func begin(
    _ path: String?, _ identity: WordIndex.Identity
  ) throws(WordIndexFailure) -> WordIndexBuilder {
    guard let draft = WordIndexFile.Draft(path) else { throw .unwritable(Self.reason) }
    return WordIndexBuilder(draft, identity)
  }

  private init(_ draft: WordIndexFile.Draft, _ identity: WordIndex.Identity) {
    (self.draft, self.identity) = (draft, identity)
    buffer.reserveCapacity(Self.chunk)
  }

  deinit {
    close(draft.descriptor)
    if !isFinished { draft.abandon() }
  }

  private static var reason: String { String(cString: strerror(errno)) }

  private var tokenCount: Int { written + buffer.count }

  /// Begins a document; documents come in the order of their sources' ids.
  package mutating func beginDocument(source: Int32) {
    documentStarts.append(Int32(truncatingIfNeeded: passageStarts.count))
    sources.append(source)
  }

  /// Adds a passage of the document at hand.
  ///
  /// - Parameters:
  ///   - key: what the index of the corpus calls it.
  ///   - start: its first byte in the document.
  package mutating func addPassage(
    _ text: UnsafeBufferPointer<UInt8>, key: Int32, paragraph: Int32, sentence: Int32, start: Int32
  ) throws(WordIndexFailure) {
    guard tokenCount + text.count < Int(Int32.max) else { throw .tooLarge }
    passageStarts.append(Int32(truncatingIfNeeded: tokenCount))
    passageKeys.append(key)
    paragraphs.append(paragraph)
    sentences.append(sentence)
    byteStarts.append(start)
    scanner.begin(text)
    while scanner.next() {
      buffer.append(table.number(of: scanner.word))
      if buffer.count == Self.chunk { try flush() }
    }
  }

  private mutating func flush() throws(WordIndexFailure) {
    var done = 0
    let isWritten = buffer.withUnsafeBytes { bytes in
      while done < bytes.count {
        let count = write(draft.descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
    guard isWritten else { throw .unwritable(Self.reason) }
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the index and opens it.
  ///
  /// - Throws: `WordIndexFailure`, or `Cancelled` if the monitor says so.
  package consuming func finish(_ monitor: WorkMonitor) throws -> WordIndex {
    try flush()
    let layout = WordIndexLayout(
      tokens: written, words: table.count, letters: table.letterCount,
      passages: passageKeys.count, documents: sources.count)
    passageStarts.append(Int32(truncatingIfNeeded: written))
    documentStarts.append(Int32(truncatingIfNeeded: passageKeys.count))
    let header = layout.header(identity)
    try complete(layout, header, monitor)
    draft.finish(header)
    isFinished = true
    guard let index = WordIndex(descriptor: draft.descriptor, identity, isSealed: false) else {
      throw WordIndexFailure.unwritable("it changed while it was made")
    }
    return index
  }

  /// Writes everything but the stream, through memory.
  private mutating func complete(
    _ layout: WordIndexLayout, _ header: [UInt64], _ monitor: WorkMonitor
  ) throws {
    // A disk that is full must be met here, not while memory is written to.
    let code = posix_fallocate(draft.descriptor, 0, off_t(layout.size))
    let isRoomy = code == 0 || code == EOPNOTSUPP || code == EINVAL
    if !isRoomy { errno = code }
    guard isRoomy, ftruncate(draft.descriptor, off_t(layout.size)) == 0,
      let base = mmap(nil, layout.size, PROT_READ | PROT_WRITE, MAP_SHARED, draft.descriptor, 0),
      base != MAP_FAILED
    else { throw WordIndexFailure.unwritable(Self.reason) }
    defer { munmap(base, layout.size) }
    let order = table.order()
    writeLexicon(order, layout, base)
    try writePostings(order, layout, base, monitor)
    put(passageStarts, layout.passageStarts, base)
    put(passageKeys, layout.passageKeys, base)
    put(paragraphs, layout.paragraphs, base)
    put(sentences, layout.sentences, base)
    put(byteStarts, layout.byteStarts, base)
    put(documentStarts, layout.documentStarts, base)
    put(sources, layout.sources, base)
    put(header, 0, base)
  }

  private func put<Number>(_ list: [Number], _ offset: Int, _ base: UnsafeMutableRawPointer) {
    list.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      (base + offset).copyMemory(from: start, byteCount: bytes.count)
    }
  }

  /// The words in their order.
  private func writeLexicon(
    _ order: [Int32], _ layout: WordIndexLayout, _ base: UnsafeMutableRawPointer
  ) {
    let ends = (base + layout.letterEnds).assumingMemoryBound(to: UInt64.self)
    let letters = (base + layout.letterBytes).assumingMemoryBound(to: UInt8.self)
    var used = 0
    ends[0] = 0
    for (place, number) in order.enumerated() {
      let word = table.word(Int(number))
      if let start = word.baseAddress { (letters + used).update(from: start, count: word.count) }
      used += word.count
      ends[place + 1] = UInt64(used)
    }
  }

  /// The final number of each word in the stream, and the positions of each word: a counting sort.
  private func writePostings(
    _ order: [Int32], _ layout: WordIndexLayout, _ base: UnsafeMutableRawPointer,
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let stream = (base + layout.stream).assumingMemoryBound(to: Int32.self)
    let postings = (base + layout.postings).assumingMemoryBound(to: Int32.self)
    let starts = (base + layout.wordStarts).assumingMemoryBound(to: Int32.self)
    let documents = (base + layout.wordDocuments).assumingMemoryBound(to: Int32.self)
    var places = [Int32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() {
      places[Int(number)] = Int32(truncatingIfNeeded: place)
    }
    starts.update(repeating: 0, count: order.count + 1)
    documents.update(repeating: 0, count: order.count)
    for position in 0..<layout.tokens {
      try monitor.check(at: position)
      let word = places[Int(stream[position])]
      stream[position] = word
      starts[Int(word) + 1] += 1
    }
    for word in 0..<order.count { starts[word + 1] += starts[word] }
    var next = Array(UnsafeBufferPointer(start: starts, count: order.count))
    var latest = [Int32](repeating: -1, count: order.count)
    for document in sources.indices {
      let from = passageStarts[Int(documentStarts[document])]
      let to = passageStarts[Int(documentStarts[document + 1])]
      for position in Int(from)..<Int(to) {
        try monitor.check(at: position)
        let word = Int(stream[position])
        postings[Int(next[word])] = Int32(truncatingIfNeeded: position)
        next[word] += 1
        if latest[word] != document {
          latest[word] = Int32(truncatingIfNeeded: document)
          documents[word] += 1
        }
      }
    }
  }
}
