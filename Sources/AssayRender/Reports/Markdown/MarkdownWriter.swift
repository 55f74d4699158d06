import AssayModel
import AssayText

/// Markdown as it is written, block by block with a blank line between.
struct MarkdownWriter {
  private(set) var bytes: [UInt8] = []
  private var escaped = MarkdownText()
  private var hasBlocks = false
  let report: Report
  private let numbers: [String: Int]
  /// What stands before the number of a footnote; none of the author's own begins so.
  private let label: String

  init(_ report: Report) {
    self.report = report
    numbers = report.noteNumbers
    label = Self.label(of: report)
  }

  /// Gives what has been written and forgets it.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func append(_ part: ReportPart) {
    switch part {
    case .prose(let prose): append(prose: prose)
    case .statement(let program): append(fenced: program, language: "assay")
    case .table(let table): append(table)
    case .chart(let chart): append(chart)
    case .text(let text): append(fenced: text, language: "text")
    case .remark(let remark):
      beginBlock()
      sentence(remark)
      markup("\n")
    }
  }

  /// The lines that say what the report was made of.
  mutating func appendOrigin() {
    guard !report.origin.isEmpty else { return }
    beginBlock()
    markup("---\n\n")
    for line in report.origin {
      markup("- ")
      sentence(line)
      markup("\n")
    }
  }

  /// Parts a block from the one before it.
  mutating func beginBlock() {
    if hasBlocks { markup("\n") }
    hasBlocks = true
  }

  mutating func markup(_ words: StaticString) { bytes.append(words) }

  /// Appends text of which nothing is read as Markdown in the middle of a line.
  mutating func text(_ text: String) { escaped.append(text, lineEnd: " ", to: &bytes) }

  /// Appends text at the beginning of a line or of a block, where more is read as Markdown.
  mutating func leadingText(_ words: String) {
    let words = VisibleText.of(words.split(whereSeparator: \.isNewline).joined(separator: " "))
    let trimmed = words.drop { $0 == " " }
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
    let sign = trimmed.dropFirst(digits.count).first
    if !digits.isEmpty, sign == "." || sign == ")" {
      text(String(digits))
      markup("\\")
      text(String(trimmed.dropFirst(digits.count)))
    } else {
      if let first = trimmed.first, "#>-+=:".contains(first) { markup("\\") }
      text(String(trimmed))
    }
  }

  /// Appends the address of a link between `<` and `>`; what is not plain ASCII as `%C3`.
  mutating func address(_ address: String) {
    for byte in address.utf8 {
      if byte > 0x20, byte < 0x7F, !"<>\\".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes.append(contentsOf: (digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)").utf8)
      }
    }
  }

  /// Appends a cell of a table.
  mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>) {
    escaped.append(bytes, to: &self.bytes)
  }

  /// Appends a sentence of ours, in which every second piece between backticks is code.
  mutating func sentence(_ sentence: String) {
    for (index, words) in VisibleText.of(sentence).codeSpans.enumerated() {
      if index % 2 == 1 {
        bytes.append(contentsOf: "`\(words)`".utf8)
      } else {
        text(String(words))
      }
    }
  }

  /// Appends `[^1][^2]`, as far as there are such notes.
  mutating func append(references: [Int]) {
    for number in references where number > 0 && number <= report.notes.count {
      bytes.append(contentsOf: "[^\(label)\(number)]".utf8)
    }
  }

  /// Prose as it was written, but for the citations in it.
  private mutating func append(prose: String) {
    let cited = CitedProse(prose)
    var done = cited.source.prefix { $0 == UInt8(ascii: "\n") }.count
    let end = cited.source.lastIndex { $0 != UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0
    guard done < end else { return }
    beginBlock()
    for index in ReportProse.citations(of: cited) {
      let citation = cited.citations[index]
      let known = citation.references.compactMap { numbers[$0.id] }
      guard !known.isEmpty else { continue }
      bytes.append(contentsOf: cited.source[done..<citation.range.lowerBound])
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      append(references: known)
      for reference in citation.references where numbers[reference.id] == nil {
        bytes.append(contentsOf: "[@\(reference.id)]".utf8)
      }
      done = citation.range.upperBound
      // At the beginning of a line, a colon behind it would make a footnote of the line.
      if done < cited.source.count, cited.source[done] == UInt8(ascii: ":") { markup("\\") }
    }
    bytes.append(contentsOf: cited.source[done..<end])
    markup("\n")
  }

  /// A block of code whose fence is longer than any in it.
  private mutating func append(fenced text: String, language: StaticString) {
    beginBlock()
    var longest = 2
    for line in text.split(whereSeparator: \.isNewline) {
      longest = max(longest, line.drop { $0 == " " }.prefix { $0 == "`" }.count)
    }
    let fence = String(repeating: "`", count: longest + 1)
    bytes.append(contentsOf: fence.utf8)
    markup(language)
    markup("\n")
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      bytes.append(contentsOf: VisibleText.of(String(line)).utf8)
      markup("\n")
    }
    bytes.append(contentsOf: fence.utf8)
    markup("\n")
  }

  private static func label(of report: Report) -> String {
    let hasOwn = report.parts.contains { part in
      guard case .prose(let prose) = part else { return false }
      return prose.split(separator: "[^").dropFirst().contains { $0.first?.isNumber == true }
    }
    return hasOwn ? "claim-" : ""
  }
}
