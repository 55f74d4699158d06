import AssayModel
import AssayText

/// `field: value`, one a line, the number of the row before its fields; for a reader who hears the
/// lines one after the other.
///
/// Missing cells are left out unless something is to be shown for them. Nothing is aligned or
/// broken into lines.
struct PlainListRenderer: RowSink {
  private let output: Output
  private let nulls: [UInt8]
  private var names: [[UInt8]] = []
  private var rowCount = 0
  private var value: [UInt8] = []

  init(to output: Output, _ settings: RenderSettings) {
    self.output = output
    nulls = Array(VisibleText.of(settings.nulls).utf8)
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    names = columns.map { Array("\(VisibleText.of($0.name)): ".utf8) }
  }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    rowCount += 1
    try output.write("row: \(rowCount)\n")
    row.forEachCell { cell, bytes in
      value.removeAll(keepingCapacity: true)
      if let bytes {
        VisibleText.append(bytes, to: &value)
      } else if nulls.isEmpty {
        return
      } else {
        value.append(contentsOf: nulls)
      }
      output.buffer.append(contentsOf: names[cell])
      output.buffer.append(contentsOf: value)
      while output.buffer.last == 0x20 { output.buffer.removeLast() }
      output.buffer.append(UInt8(ascii: "\n"))
    }
    try output.flushIfFull()
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    try output.write(summary.footer + "\n")
    try output.flush()
  }
}
