import AssayReading
import AssayText

/// The texts of passages, read again for the rows that are shown, and where their words stand.
final class PassageWords {
  /// A passage's text and the places of its words in it.
  struct Read {
    let text: [UInt8]
    let words: [Span]
  }

  /// How many passages are kept.
  private static let most = 64

  private let workspace: Workspace
  private let index: WordIndex
  private var kept: [Int: Read] = [:]

  init(_ workspace: Workspace, _ index: WordIndex) {
    (self.workspace, self.index) = (workspace, index)
  }

  /// A passage, by its number in the word index.
  func read(_ passage: Int) -> Read {
    if let known = kept[passage] { return known }
    if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
    let read = Self.words(of: text(passage))
    kept[passage] = read
    return read
  }

  private func text(_ passage: Int) -> [UInt8] {
    let sql = "SELECT text FROM passages WHERE key = ?"
    guard let statement = try? workspace.connection.cached(sql) else { return [] }
    defer { statement.reset() }
    statement.bind(Int64(index.key(ofPassage: passage)), at: 1)
    guard (try? statement.step()) == true else { return [] }
    return Array(statement.bytes(0))
  }

  private static func words(of text: [UInt8]) -> Read {
    var words: [Span] = []
    text.withUnsafeBufferPointer { bytes in
      var scanner = WordScanner()
      scanner.begin(bytes)
      while scanner.next() { words.append(Span(scanner.start, scanner.end)) }
    }
    return Read(text: text, words: words)
  }

  /// A place in the text: a passage and a byte of it.
  struct Place {
    let passage: Int
    let byte: Int
  }

  /// The text between two places, in one line.
  func text(from start: Place, to end: Place) -> String {
    var line: [UInt8] = []
    for passage in start.passage...max(start.passage, end.passage) {
      let text = read(passage).text
      let from = passage == start.passage ? min(start.byte, text.count) : 0
      let to = passage == end.passage ? min(end.byte, text.count) : text.count
      if passage > start.passage { line.append(0x20) }
      if from < to { line += text[from..<to] }
    }
    return Self.inOneLine(line)
  }

  /// Blanks and line ends as single blanks, none at either end.
  static func inOneLine(_ text: [UInt8]) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(text.count)
    for byte in text {
      if byte == 0x20 || 0x09...0x0D ~= byte {
        if let last = line.last, last != 0x20 { line.append(0x20) }
      } else {
        line.append(byte)
      }
    }
    if line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
