import AssayText

/// A Markdown text with sessions in it: prose, and blocks of statements with what they write.
///
/// A block `assay CORPUS` is a session in a shell of its own; words behind the corpus are options
/// of `assay`. A block `assay` whose lines begin with `> ` goes on in the shell before it. Blocks
/// `corpus PATH` and `document PATH` are files of a corpus that the sessions of the same section
/// call `.`; those before the first section (`##`) are in all of them.
package struct SessionText: Sendable {
  /// The path of the file.
  package let name: String
  package let bytes: [UInt8]
  package let items: [Item]

  /// A part of the text.
  package enum Item: Sendable {
    case heading(level: Int, words: String, line: Int)
    /// Lines without a heading or a block among them; never blank at either end.
    case prose(String, line: Int)
    case session(SessionBlock)
    /// A file for the corpus `.`.
    case file(path: String, FencedText.Block)
    /// Any other block.
    case block(FencedText.Block)
  }

  /// Line ends of two bytes become ones of one, and a byte order mark goes.
  ///
  /// - Throws: `badSession` at a block that is none.
  package init(_ text: SourceText) throws(Diagnostics) {
    (name, bytes) = (text.name, Self.plain(text.bytes))
    var items: [Item] = []
    var faults: [Diagnostic] = []
    var place = 0
    for block in FencedText.blocks(of: bytes) {
      Self.read(bytes, place..<block.whole.lowerBound, into: &items)
      place = block.whole.upperBound
      do throws(Diagnostic) {
        items.append(try Self.item(block, in: bytes))
      } catch {
        faults.append(error)
      }
    }
    Self.read(bytes, place..<bytes.count, into: &items)
    guard faults.isEmpty else {
      throw Diagnostics(faults).located(in: SourceText(name: name, bytes: bytes))
    }
    self.items = items
  }

  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let (start, carriageReturn) = (bytes.starts(with: mark) ? mark.count : 0, UInt8(ascii: "\r"))
    guard start > 0 || bytes.contains(carriageReturn) else { return bytes }
    return bytes.indices[start...].compactMap { place in
      let isEnd = bytes[place] == carriageReturn && bytes.dropFirst(place + 1).first == 0x0A
      return isEnd ? nil : bytes[place]
    }
  }

  /// The words of a block between its fences.
  package func words(of block: FencedText.Block) -> String {
    String(decoding: bytes[block.body], as: UTF8.self)
  }

  /// Where a line of the text stands, from 1 and without its end.
  package func span(ofLine line: Int) -> Span {
    let newline = UInt8(ascii: "\n")
    var start = 0
    for _ in 1..<max(line, 1) {
      start = min((bytes[start...].firstIndex(of: newline) ?? bytes.count) + 1, bytes.count)
    }
    return Span(start, bytes[start...].firstIndex(of: newline) ?? bytes.count)
  }

  private static func item(
    _ block: FencedText.Block, in bytes: [UInt8]
  ) throws(Diagnostic) -> Item {
    switch block.info.first {
    case "corpus" where block.info.count == 2, "document" where block.info.count == 2:
      return .file(path: block.info[1], block)
    case "assay":
      let lines = bytes[block.body]
      guard block.info.count > 1 || lines.starts(with: Array("> ".utf8)) else { fallthrough }
      return .session(try SessionBlock(block, in: bytes))
    default: return .block(block)
    }
  }

  /// Reads headings and prose between blocks.
  private static func read(_ bytes: [UInt8], _ range: Range<Int>, into items: inout [Item]) {
    var line = bytes[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
    var prose: (lines: [String], line: Int) = ([], line)
    func end(_ items: inout [Item]) {
      while prose.lines.last?.allSatisfy(\.isWhitespace) == true { prose.lines.removeLast() }
      if !prose.lines.isEmpty {
        items.append(.prose(prose.lines.joined(separator: "\n"), line: prose.line))
      }
      prose = ([], 0)
    }
    for bytes in bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let words = String(decoding: bytes, as: UTF8.self)
      let marks = words.prefix { $0 == "#" }
      if (1...6).contains(marks.count), words.dropFirst(marks.count).first == " " {
        end(&items)
        let rest = words.dropFirst(marks.count + 1)
        items.append(.heading(level: marks.count, words: String(rest), line: line))
      } else if !prose.lines.isEmpty || !words.allSatisfy(\.isWhitespace) {
        if prose.lines.isEmpty { prose.line = line }
        prose.lines.append(words)
      }
      line += 1
    }
    end(&items)
  }
}
