import AssayModel
import AssayText

/// One field a line, one record after the other, for rows too wide for a table.
///
/// Missing cells are left out unless something is to be shown for them. Where there is a width,
/// long values go on below their beginning; if the names take more than half, below the name.
struct ListRenderer: RowSink {
  private let output: Output
  private let width: Int?
  private let nulls: [UInt8]
  /// The names of the columns, filled up with spaces to one width and two more.
  private var names: [[UInt8]] = []
  /// Where values begin.
  private var indent = 0
  private var rowCount = 0
  private var value: [UInt8] = []

  init(to output: Output, _ settings: RenderSettings) {
    self.output = output
    width = settings.width
    nulls = Array(VisibleText.of(settings.nulls).utf8)
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    let visible = columns.map { VisibleText.of($0.name) }
    let longest = visible.map { DisplayWidth.of($0) }.max() ?? 0
    indent = longest + 2
    names = visible.map { name in
      Array(name.utf8) + Array(repeating: 0x20, count: indent - DisplayWidth.of(name))
    }
  }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    if rowCount > 0 { try output.write("\n") }
    rowCount += 1
    try output.write("── \(rowCount) ──\n")
    append(row)
    try output.flushIfFull()
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    if rowCount > 0 { try output.write("\n") }
    try output.write(summary.footer + "\n")
    try output.flush()
  }

  private mutating func append(_ row: borrowing RowBuffer) {
    row.forEachCell { cell, bytes in
      value.removeAll(keepingCapacity: true)
      if let bytes {
        VisibleText.append(bytes, to: &value)
      } else if nulls.isEmpty {
        return
      } else {
        value.append(contentsOf: nulls)
      }
      appendField(names[cell])
    }
  }

  /// Appends the lines of `name` and ``value``.
  private func appendField(_ name: [UInt8]) {
    let isBelow = width.map { indent > $0 / 2 } ?? false
    let hanging = isBelow ? 2 : indent
    output.buffer.append(contentsOf: name)
    if isBelow { startLine(after: hanging) }
    value.withUnsafeBufferPointer { value in
      var rest = value[...]
      while let width {
        let line = Self.firstLine(of: UnsafeBufferPointer(rebasing: rest), max(width - hanging, 1))
        guard line < rest.count else { break }
        output.buffer.append(contentsOf: UnsafeBufferPointer(rebasing: rest.prefix(line)))
        rest = rest.dropFirst(line).drop { $0 == 0x20 }
        if rest.isEmpty { break }
        startLine(after: hanging)
      }
      output.buffer.append(contentsOf: UnsafeBufferPointer(rebasing: rest))
    }
    endLine()
  }

  /// How many bytes go on a line of `columns`: up to a space if there is one, else what fits.
  private static func firstLine(of text: UnsafeBufferPointer<UInt8>, _ columns: Int) -> Int {
    let fitting = DisplayWidth.prefix(of: text, fitting: columns).bytes
    if fitting == text.count || text[fitting] == 0x20 { return fitting }
    if let space = text[..<fitting].lastIndex(of: 0x20), space > 0 { return space }
    // A wide character in a column of one still has to go somewhere.
    return fitting > 0 ? fitting : max(DisplayWidth.prefix(of: text, fitting: 2).bytes, 1)
  }

  private func startLine(after spaces: Int) {
    endLine()
    output.buffer.append(0x20, count: spaces)
  }

  private func endLine() {
    while output.buffer.last == 0x20 { output.buffer.removeLast() }
    output.buffer.append(UInt8(ascii: "\n"))
  }
}
