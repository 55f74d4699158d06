import AssayModel
import AssayReading
import AssayText

/// A text by paragraphs and sentences, for holding it against another.
struct CaptureText {
  let bytes: [UInt8]
  private let passages: [Passage]
  /// The bytes of each paragraph.
  let paragraphs: [Span]

  init(_ bytes: [UInt8], isMarkdown: Bool, _ monitor: WorkMonitor) throws(Cancelled) {
    self.bytes = bytes
    passages = try Segmenter.passages(of: bytes, isMarkdown: isMarkdown, monitor)
    var paragraphs: [Span] = []
    for passage in passages {
      if passage.paragraph > paragraphs.count {
        paragraphs.append(Span(passage.start, passage.end))
      } else if !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].end = passage.end
      }
    }
    self.paragraphs = paragraphs
  }

  /// The paragraph and the sentence that hold a byte, or the last ones before it.
  func place(of byte: Int) -> CaptureComparison.Place {
    var (low, high) = (0, passages.count)
    while low < high {
      let middle = (low + high) / 2
      if passages[middle].start <= byte { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return CaptureComparison.Place(paragraph: 1, sentence: 1) }
    let passage = passages[low - 1]
    return CaptureComparison.Place(paragraph: passage.paragraph, sentence: passage.sentence)
  }

  /// The paragraphs as lines, white space made single, for a difference of lines.
  var lines: [UInt8] {
    var lines: [UInt8] = []
    for paragraph in paragraphs {
      var isAfterSpace = true
      for byte in bytes[paragraph.start..<paragraph.end] {
        let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
        if !isSpace { lines.append(byte) } else if !isAfterSpace { lines.append(0x20) }
        isAfterSpace = isSpace
      }
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }
}

/// Two texts laid beside each other, paragraph by paragraph.
struct CaptureAlignment {
  private let changes: [LineDiff.Change]
  /// How many paragraphs are as they were, came and went.
  let counts: (same: Int, added: Int, removed: Int)

  init(_ old: CaptureText, _ new: CaptureText) {
    changes = LineDiff(old.lines, new.lines).changes
    let removed = changes.reduce(0) { $0 + $1.old.count }
    let added = changes.reduce(0) { $0 + $1.new.count }
    counts = (old.paragraphs.count - removed, added, removed)
  }

  /// Whether a paragraph of the new text is where one of the old text was: the same one, or one of
  /// those that stand between the same neighbours. Both are counted from 1.
  func isSamePlace(_ old: Int, _ new: Int) -> Bool {
    let (old, new) = (old - 1, new - 1)
    var shift = 0
    for change in changes {
      if change.old.contains(old) { return change.new.contains(new) }
      guard change.old.lowerBound <= old else { break }
      shift = change.new.upperBound - change.old.upperBound
    }
    return old + shift == new
  }
}
