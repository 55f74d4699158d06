import AssayModel
import AssayText

/// A table for reading: columns as wide as their cells, numbers at the right, the count below.
///
/// The first 1 000 rows are held back to find the widths; the others follow with these. Where
/// there is a width the table is fitted into it, see ``TableLayout``.
struct TableRenderer: RowSink {
  private static let heldRows = 1000

  private let output: Output
  private let width: Int?
  private let nulls: [UInt8]
  private let isColored: Bool
  /// Whether a rule stands under the header.
  private let hasRule: Bool
  private var columns: [TableLayout.Column] = []
  /// `nil` as long as rows are held back.
  private var layout: TableLayout?
  private var choice = ColumnChoice.all(0)
  /// The cells of the rows held back, row after row.
  private var held = RowBuffer()
  private var rowCount = 0
  private var line = TableLine()

  init(to output: Output, _ settings: RenderSettings) {
    self.output = output
    width = settings.width.map { max($0, 1) }
    nulls = Array(VisibleText.of(settings.nulls).utf8)
    isColored = settings.isColored
    hasRule = !settings.isPlain
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    self.columns = columns.map { column in
      let name = VisibleText.of(column.name)
      return TableLayout.Column(
        name: Array(name.utf8), nameWidth: DisplayWidth.of(name),
        isRightAligned: column.isRightAligned, isCutAtStart: column.isCutAtStart,
        // An id that is cut names nothing.
        isExact: [.number, .boolean, .date].contains(column.kind) || column.name == "id")
    }
  }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    rowCount += 1
    if let layout {
      try write(row, from: 0, layout)
    } else {
      hold(row)
      if rowCount == Self.heldRows { try release() }
    }
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    if layout == nil, rowCount > 0 { try release() }
    if rowCount > 0, !columns.isEmpty { try output.write("\n") }
    try note(summary.footer)
    if let omitted = choice.note(columns) { try note(omitted) }
    try output.flush()
  }

  /// Writes what stands under a table, broken between words where there is a width.
  private func note(_ words: String) throws(OutputFailure) {
    let lines = width.map { FoldedLines.of(words, width: $0) } ?? [words]
    for line in lines { try output.write(dimmed(line) + "\n") }
  }

  private func dimmed(_ words: String) -> String {
    isColored ? "\(TableStyle.dim)\(words)\(TableStyle.end)" : words
  }

  private mutating func hold(_ row: borrowing RowBuffer) {
    row.forEachCell { cell, bytes in
      let shown: Int
      if let bytes {
        columns[cell].isEmpty = false
        held.append(bytes)
        shown = line.width(of: bytes)
      } else {
        held.appendMissing()
        shown = nulls.withUnsafeBufferPointer { DisplayWidth.of($0) }
      }
      columns[cell].cellWidth = max(columns[cell].cellWidth, shown)
    }
  }

  /// Decides on the widths and writes the header and the rows held back.
  private mutating func release() throws(OutputFailure) {
    choice = width.map { ColumnChoice(columns, fitting: $0) } ?? .all(columns.count)
    let layout = TableLayout(choice.shown.map { columns[$0] }, fitting: width)
    self.layout = layout
    guard !columns.isEmpty else { return }
    if isColored { output.buffer.append(TableStyle.bold) }
    for (cell, place) in zip(choice.shown, layout.places) {
      columns[cell].name.withUnsafeBufferPointer { line.append($0, place, isWhole: false) }
    }
    line.end(fitting: width, to: &output.buffer, closing: isColored)
    if hasRule {
      for place in layout.places { line.appendRule(place) }
      line.end(fitting: width, to: &output.buffer)
    }
    let rows = held
    held = RowBuffer()
    for row in 0..<rowCount { try write(rows, from: row * columns.count, layout) }
  }

  /// Writes a line of the cells from `first` on.
  private mutating func write(
    _ row: borrowing RowBuffer, from first: Int, _ layout: TableLayout
  ) throws(OutputFailure) {
    guard !columns.isEmpty else { return }
    let bytes = row.bytes
    for (cell, place) in zip(choice.shown, layout.places) {
      if row.isMissing(first + cell) {
        if isColored { line.beginDim() }
        nulls.withUnsafeBufferPointer { line.append($0, place, isWhole: !place.isCut) }
        if isColored { line.endDim() }
        continue
      }
      let range = row.range(of: first + cell)
      bytes.withUnsafeBufferPointer { bytes in
        line.append(UnsafeBufferPointer(rebasing: bytes[range]), place, isWhole: !place.isCut)
      }
    }
    line.end(fitting: width, to: &output.buffer)
    try output.flushIfFull()
  }
}

/// The looks of a table on a terminal with colours.
private enum TableStyle {
  static let bold: StaticString = "\u{1B}[1m"
  static let dim: StaticString = "\u{1B}[2m"
  static let end: StaticString = "\u{1B}[0m"
}

/// One line of a table, built cell by cell; spaces are written only before something visible.
private struct TableLine {
  private var bytes: [UInt8] = []
  private var width = 0
  private var dueSpaces = 0
  private var isFirst = true
  private var cell: [UInt8] = []
  /// Where dim cells begin and end in ``bytes``; colours are put in last, as they have no width.
  private var dims: [(start: Int, end: Int)] = []

  /// The columns that `text` takes when shown.
  mutating func width(of text: UnsafeBufferPointer<UInt8>) -> Int {
    if VisibleText.isPlain(text) { return DisplayWidth.of(text) }
    cell.removeAll(keepingCapacity: true)
    VisibleText.append(text, to: &cell)
    return cell.withUnsafeBufferPointer { DisplayWidth.of($0) }
  }

  /// Appends a cell; one that is not to stay whole is cut to its place.
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, _ place: TableLayout.Place, isWhole: Bool
  ) {
    cell.removeAll(keepingCapacity: true)
    VisibleText.append(text, to: &cell)
    var shown = cell.withUnsafeBufferPointer { DisplayWidth.of($0) }
    if shown > place.width, !isWhole {
      shown = place.isCutAtStart ? cell.cutStart(to: place.width) : cell.cut(to: place.width)
    }
    let padding = max(place.width - shown, 0)
    startCell()
    if place.isRightAligned { dueSpaces += padding }
    if shown > 0 { appendVisible(cell, shown) }
    if !place.isRightAligned { dueSpaces += padding }
  }

  mutating func appendRule(_ place: TableLayout.Place) {
    startCell()
    let rule = repeatElement("─".utf8, count: place.width).joined()
    appendVisible(Array(rule), place.width)
  }

  /// What is appended from here on is dim.
  mutating func beginDim() { dims.append((bytes.count, bytes.count)) }

  mutating func endDim() {
    if !dims.isEmpty { dims[dims.count - 1].end = bytes.count }
  }

  /// Moves the line, cut at `limit`, to `out`; `closing` ends a colour that was begun before it.
  mutating func end(fitting limit: Int?, to out: inout [UInt8], closing: Bool = false) {
    if let limit, width > limit { _ = bytes.cut(to: limit) }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    var start = 0
    for dim in dims where dim.start < min(dim.end, bytes.count) {
      out.append(contentsOf: bytes[start..<dim.start])
      out.append(TableStyle.dim)
      start = min(dim.end, bytes.count)
      out.append(contentsOf: bytes[dim.start..<start])
      out.append(TableStyle.end)
    }
    dims.removeAll(keepingCapacity: true)
    out.append(contentsOf: bytes[start...])
    if closing { out.append(TableStyle.end) }
    out.append(UInt8(ascii: "\n"))
    bytes.removeAll(keepingCapacity: true)
    (width, dueSpaces, isFirst) = (0, 0, true)
  }

  private mutating func startCell() {
    if !isFirst { dueSpaces += TableLayout.gutter }
    isFirst = false
  }

  private mutating func appendVisible(_ text: [UInt8], _ shown: Int) {
    bytes.append(UInt8(ascii: " "), count: dueSpaces)
    bytes.append(contentsOf: text)
    width += dueSpaces + shown
    dueSpaces = 0
  }
}

extension [UInt8] {
  /// Cuts the beginning of a text that is wider than `columns`, with `…` for it; gives the width it
  /// has then.
  fileprivate mutating func cutStart(to columns: Int) -> Int {
    var start = 0
    var width = columns + 1
    // A letter is taken away with the marks behind it, which have no width of their own.
    while width > columns - 1, start < count {
      start += 1
      while start < count, self[start] & 0xC0 == 0x80 { start += 1 }
      width = self[start...].withUnsafeBufferPointer { DisplayWidth.of($0) }
    }
    while start < count, self[start] == UInt8(ascii: " ") {
      start += 1
      width -= 1
    }
    replaceSubrange(..<start, with: "…".utf8)
    return width + 1
  }

  /// Cuts a text that is wider than `columns`, with `…` for the rest; gives the width it has then.
  fileprivate mutating func cut(to columns: Int) -> Int {
    var kept = withUnsafeBufferPointer { DisplayWidth.prefix(of: $0, fitting: columns - 1) }
    while self[..<kept.bytes].last == UInt8(ascii: " ") {
      kept.bytes -= 1
      kept.width -= 1
    }
    if self[..<kept.bytes].suffix(3).elementsEqual("…".utf8) {  // that of a cell before
      kept.bytes -= 3
      kept.width -= 1
    }
    removeSubrange(kept.bytes...)
    append("…")
    return kept.width + 1
  }
}
