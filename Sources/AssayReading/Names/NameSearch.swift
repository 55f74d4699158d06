import AssayText

/// One search through a stretch of text.
///
/// The words that lie ahead of the place at hand are kept in a ring, so that each is read once
/// however many names begin before it.
struct NameSearch {
  /// How many words the ring holds; more than the longest name has.
  static let capacity = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private let words: UnsafeMutablePointer<NameWord>
  private let reader: NameTree.Reader
  private var scanner: NameWordScanner
  private var head = 0
  private var count = 0

  /// - Parameter words: room for ``capacity`` words.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    words: UnsafeMutablePointer<NameWord>, _ reader: NameTree.Reader
  ) {
    (self.bytes, self.range, self.words, self.reader) = (bytes, range, words, reader)
    scanner = NameWordScanner(bytes, range)
  }

  /// The next place at which a name stands, and who bears it.
  mutating func next() -> (span: Span, entities: [Int32])? {
    while fill(1) {
      if let step = reader.step(0, words[head].hash), let found = longest(from: step) {
        let end = reader.ends[found.end]
        var span = Span(words[head].start, word(found.length - 1).end)
        if end.tail != 0, span.end < range.upperBound, bytes[span.end] == end.tail { span.end += 1 }
        drop(found.length)
        return (span, found.entities ?? end.free)
      }
      drop(1)
    }
    return nil
  }

  /// Reads on until there are so many words; `false` if the text ends before.
  @inline(__always)
  private mutating func fill(_ wanted: Int) -> Bool {
    while count < wanted {
      guard scanner.next(&words[(head + count) & (Self.capacity - 1)]) else { return false }
      count += 1
    }
    return true
  }

  @inline(__always)
  private mutating func drop(_ length: Int) {
    head = (head + length) & (Self.capacity - 1)
    count -= length
  }

  @inline(__always)
  private func word(_ number: Int) -> NameWord { words[(head + number) & (Self.capacity - 1)] }

  /// A name in the text.
  private struct Found {
    /// In words.
    let length: Int
    /// The place in the tree's ends.
    let end: Int
    /// Who bears it, if some spellings have to be looked at; else all whose name it is.
    let entities: [Int32]?
  }

  /// The longest name that begins with the word at hand, which is the first step.
  private mutating func longest(from first: NameTree.Step) -> Found? {
    var best: Found?
    var step = first
    var length = 1
    while true {
      if let end = step.end, let found = match(end, length) { best = found }
      guard step.goesOn, fill(length + 1) else { return best }
      let word = word(length)
      guard let next = reader.step(step.node, word.hash), !word.isCut || next.allowsCut else {
        return best
      }
      step = next
      length += 1
    }
  }

  /// The names that end here, if any of them stands in the text as it has to.
  private func match(_ end: Int, _ length: Int) -> Found? {
    guard !isGlued(words[head].start, word(length - 1).end) else { return nil }
    guard reader.ends[end].isStrict else { return Found(length: length, end: end, entities: nil) }
    var entities = reader.ends[end].free
    for (spelling, entity) in reader.ends[end].strict
    where spelling.matches(bytes, count: length, word) {
      entities.append(entity)
    }
    guard !entities.isEmpty else { return nil }
    if entities.count > 1 { entities = Set(entities).sorted() }
    return Found(length: length, end: end, entities: entities)
  }

  /// Whether the words are part of an address, a file's name or an account's: `peru.com`, `@peru`.
  private func isGlued(_ start: Int, _ end: Int) -> Bool {
    func byte(_ index: Int) -> UInt8 { range.contains(index) ? bytes[index] : 0 }
    let isSmall = bytes[start].isSmall
    switch byte(start - 1) {
    case UInt8(ascii: "@"): return true
    case UInt8(ascii: "_"): if byte(start - 2).isWordByte { return true }
    case UInt8(ascii: "."), UInt8(ascii: "/"):
      if isSmall, byte(start - 2).isWordByte { return true }
    default: break
    }
    switch byte(end) {
    case UInt8(ascii: "@"), UInt8(ascii: "_"): return byte(end + 1).isWordByte
    case UInt8(ascii: "."): return byte(end + 1).isSmall
    default: return false
    }
  }
}
