import AssayModel
import AssayText

/// What a renderer has to know about the place it writes to.
package struct RenderSettings: Hashable, Sendable {
  /// The columns of the terminal; `nil` when nothing is to be fitted.
  package var width: Int?
  /// Whether a terminal reads the output, so that no control character may pass.
  package var isTerminal: Bool
  /// Shown for a missing cell in tables, lists and Markdown.
  package var nulls: String

  /// Whether charts are drawn with ASCII alone.
  package var isASCII: Bool
  /// Whether nothing is drawn: no rules, one fact a line.
  package var isPlain: Bool
  /// Whether tables are coloured.
  package var isColored: Bool

  /// By default nothing is fitted, made safe or shown for what is missing.
  package init(
    width: Int? = nil, isTerminal: Bool = false, nulls: String = "", isASCII: Bool = false,
    isPlain: Bool = false, isColored: Bool = false
  ) {
    self.isPlain = isPlain
    self.isColored = isColored
    self.isASCII = isASCII
    self.width = width
    self.isTerminal = isTerminal
    self.nulls = nulls
  }
}

extension OutputFormat {
  /// What writes rows in this format to `output`.
  package func renderer(to output: Output, _ settings: RenderSettings) -> any RowSink {
    switch self {
    case .table: TableRenderer(to: output, settings)
    case .list where settings.isPlain: PlainListRenderer(to: output, settings)
    case .list: ListRenderer(to: output, settings)
    case .csv: CSVRenderer(to: output, .commas, settings)
    case .tsv: CSVRenderer(to: output, .tabs, settings)
    case .json: JSONRenderer(to: output, isArray: true)
    case .jsonl: JSONRenderer(to: output, isArray: false)
    case .markdown: MarkdownRenderer(to: output, settings)
    case .html: HTMLRenderer(to: output)
    case .footnotes: FootnoteRenderer(to: output, settings)
    }
  }
}

extension ResultSummary {
  /// The words under a result: ``3 rows; 4 left out: `value` is missing``.
  var footer: String {
    var words = "\(rowCount) \(rowCount == 1 ? Self.singular(of: noun) : noun)"
    if rowCount == 0 { words = "no \(noun)" + (emptyReason.map { ": \($0)" } ?? "") }
    for note in notes { words += "; \(note)" }
    for each in leftOut { words += "; \(each.rowCount) left out: \(each.reason)" }
    return VisibleText.of(words)
  }

  /// One of what `noun` says in the plural.
  static func singular(of noun: String) -> String {
    let endings = [
      ("theses", "thesis"), ("alyses", "alysis"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"),
      ("shes", "sh"), ("xes", "x"), ("people", "person"), ("s", ""),
    ]
    for (plural, singular) in endings where noun.hasSuffix(plural) {
      return noun.dropLast(plural.count) + singular
    }
    return noun
  }
}

extension String {
  /// The text split at its backticks: every second piece is code. One piece if they do not pair.
  var codeSpans: [Substring] {
    let pieces = split(separator: "`", omittingEmptySubsequences: false)
    return pieces.count % 2 == 1 ? pieces : [self[...]]
  }
}

extension Column {
  /// Whether the cells stand at the right, so that their digits are below one another.
  var isRightAligned: Bool { kind == .number || kind == .figure || isCutAtStart }

  /// Whether the ends of the cells are what matters.
  var isCutAtStart: Bool { alignment == .end }
}

extension RowBuffer {
  /// Calls `body` with each cell's place and bytes, `nil` for a missing one.
  @inline(__always)
  borrowing func forEachCell(_ body: (Int, UnsafeBufferPointer<UInt8>?) -> Void) {
    let bytes = bytes
    let count = count
    bytes.withUnsafeBufferPointer { bytes in
      for cell in 0..<count {
        let isMissing = isMissing(cell)
        body(cell, isMissing ? nil : UnsafeBufferPointer(rebasing: bytes[range(of: cell)]))
      }
    }
  }
}

extension [UInt8] {
  /// Appends `text` with every byte replaced for which `escape` has something.
  @inline(__always)
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, escaping escape: (UInt8) -> StaticString?
  ) {
    var start = 0
    for index in text.indices {
      guard let replacement = escape(text[index]) else { continue }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      append(replacement)
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Calls `body` with each line of `text`, made visible in this array, and its place. A line may
  /// end as Windows ends it.
  @inline(__always)
  mutating func forEachLine(
    of text: UnsafeBufferPointer<UInt8>, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      removeAll(keepingCapacity: true)
      let isEnded = index < lines.count - 1 && line.last == UInt8(ascii: "\r")
      VisibleText.append(
        UnsafeBufferPointer(rebasing: isEnded ? line.dropLast() : line), to: &self)
      withUnsafeBufferPointer { body(index, $0) }
    }
  }

  /// Appends the UTF-8 of `text`.
  mutating func append(_ text: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends `count` times `byte`.
  mutating func append(_ byte: UInt8, count: Int) {
    append(contentsOf: repeatElement(byte, count: count))
  }
}
