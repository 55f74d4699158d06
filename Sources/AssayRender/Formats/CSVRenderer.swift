import AssayModel
import AssayText

/// A header line and a line for each row, the cells parted by commas (RFC 4180) or by tabs.
///
/// With commas a missing cell is empty and an empty text `""`. With tabs both are empty; a tab, a
/// line end and a backslash in a text are `\t`, `\n`, `\r`, `\\`.
struct CSVRenderer: RowSink {
  /// What parts the cells.
  enum Separator: Sendable { case commas, tabs }

  private let output: Output
  private let separator: Separator
  private let isTerminal: Bool
  /// A cell made visible.
  private var visible: [UInt8] = []

  init(to output: Output, _ separator: Separator, _ settings: RenderSettings) {
    self.output = output
    self.separator = separator
    isTerminal = settings.isTerminal
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    var header = RowBuffer()
    for column in columns { header.append(column.name) }
    try row(header)
  }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    switch separator {
    case .commas: Self.appendCommas(row, &visible, isTerminal, to: &output.buffer)
    case .tabs: Self.appendTabs(row, &visible, isTerminal, to: &output.buffer)
    }
    try output.flushIfFull()
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) { try output.flush() }

  private static func appendCommas(
    _ row: borrowing RowBuffer, _ visible: inout [UInt8], _ isTerminal: Bool,
    to out: inout [UInt8]
  ) {
    row.forEachCell { cell, bytes in
      if cell > 0 { out.append(UInt8(ascii: ",")) }
      guard let bytes else { return }
      withSafe(bytes, &visible, isTerminal) { bytes in
        guard needsQuotes(bytes) else { return out.append(contentsOf: bytes) }
        out.append(UInt8(ascii: "\""))
        out.append(bytes) { $0 == UInt8(ascii: "\"") ? "\"\"" : nil }
        out.append(UInt8(ascii: "\""))
      }
    }
    out.append(UInt8(ascii: "\n"))
  }

  private static func appendTabs(
    _ row: borrowing RowBuffer, _ visible: inout [UInt8], _ isTerminal: Bool,
    to out: inout [UInt8]
  ) {
    row.forEachCell { cell, bytes in
      if cell > 0 { out.append(UInt8(ascii: "\t")) }
      guard let bytes else { return }
      withSafe(bytes, &visible, isTerminal) { bytes in
        out.append(bytes) { byte in
          switch byte {
          case UInt8(ascii: "\t"): "\\t"
          case UInt8(ascii: "\n"): "\\n"
          case UInt8(ascii: "\r"): "\\r"
          case UInt8(ascii: "\\"): "\\\\"
          default: nil
          }
        }
      }
    }
    out.append(UInt8(ascii: "\n"))
  }

  /// Whether a cell has to stand in quotes; an empty text has to, to be told from a missing one.
  private static func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return true
      default: continue
      }
    }
    return bytes.isEmpty
  }

  /// Calls `body` with the cell, for a terminal made visible first.
  @inline(__always)
  private static func withSafe(
    _ bytes: UnsafeBufferPointer<UInt8>, _ visible: inout [UInt8], _ isTerminal: Bool,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if !isTerminal || VisibleText.isPlain(bytes) { return body(bytes) }
    visible.removeAll(keepingCapacity: true)
    VisibleText.append(bytes, to: &visible)
    visible.withUnsafeBufferPointer(body)
  }
}
