import AssayModel
import AssayText

/// Rows with commas (RFC 4180), semicolons or tabs between their cells; the first row has the names.
struct CSVReader {
  let name: String
  let mapping: FieldMapping

  private struct Cell {
    let text: [UInt8]
    let origin: Span
    let isVerbatim: Bool
  }

  /// - Throws: for the first row that is not whole or has no text; nothing is then read.
  func read(_ decoded: DecodedText, _ monitor: WorkMonitor) throws(Diagnostic) -> [IntakeDocument] {
    let separator = Self.separator(decoded.bytes)
    var (place, line) = (0, 1)
    let head = try row(decoded.bytes, &place, &line, separator)
    let names = head.map { String(decoding: $0.text, as: UTF8.self) }
    let columns = mapping.columns(names)
    guard columns[.text] != nil else {
      let field =
        mapping.name(for: .text).map { "named `\($0)`" }
        ?? "named `text`, `body` or `content`"
      throw .brokenRows(name, line: 1, "no column is \(field)")
    }
    var documents: [IntakeDocument] = []
    while place < decoded.bytes.count {
      do throws(Cancelled) { try monitor.check() } catch { throw .stopped(error) }
      let start = line
      let cells = try row(decoded.bytes, &place, &line, separator)
      if cells.count == 1, cells[0].text.isEmpty { continue }
      guard cells.count == names.count else {
        throw .brokenRows(
          name, line: start,
          "it has \(cells.count) cells, and the first row has \(names.count)")
      }
      let values = columns.mapValues {
        RowDocument.Value(
          text: cells[$0].text, origin: cells[$0].origin, isVerbatim: cells[$0].isVerbatim)
      }
      guard let document = RowDocument.make(values, form: .csv, through: decoded.origins) else {
        throw .brokenRows(name, line: start, "its text is empty")
      }
      documents.append(document)
    }
    guard !documents.isEmpty else { throw .unreadableDocument(name, "has no rows") }
    return documents
  }

  /// The one that the first line has most of.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    let head = bytes.prefix { $0 != 0x0A }
    func count(_ byte: UInt8) -> Int { head.reduce(0) { $0 + ($1 == byte ? 1 : 0) } }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    var best = marks[0]
    for mark in marks where count(mark) > count(best) { best = mark }
    return best
  }

  /// The cells of the row at `place`, which goes behind it.
  private func row(
    _ bytes: [UInt8], _ place: inout Int, _ line: inout Int, _ separator: UInt8
  ) throws(Diagnostic) -> [Cell] {
    var cells: [Cell] = []
    while true {
      cells.append(
        place < bytes.count && bytes[place] == UInt8(ascii: "\"")
          ? try quoted(bytes, &place, &line, separator) : bare(bytes, &place, separator))
      guard place < bytes.count else { return cells }
      place += 1
      if bytes[place - 1] == 0x0A {
        line += 1
        return cells
      }
    }
  }

  private func bare(_ bytes: [UInt8], _ place: inout Int, _ separator: UInt8) -> Cell {
    let start = place
    while place < bytes.count, bytes[place] != separator, bytes[place] != 0x0A { place += 1 }
    return Cell(
      text: Array(bytes[start..<place]), origin: Span(start, place), isVerbatim: true)
  }

  private func quoted(
    _ bytes: [UInt8], _ place: inout Int, _ line: inout Int, _ separator: UInt8
  ) throws(Diagnostic) -> Cell {
    let (start, first) = (place, line)
    let quote = UInt8(ascii: "\"")
    var text: [UInt8] = []
    var isVerbatim = true
    place += 1
    while true {
      guard place < bytes.count else {
        throw .brokenRows(name, line: first, "a cell in quotes has no end")
      }
      if bytes[place] == quote {
        guard place + 1 < bytes.count, bytes[place + 1] == quote else { break }
        isVerbatim = false
        place += 1
      }
      if bytes[place] == 0x0A { line += 1 }
      text.append(bytes[place])
      place += 1
    }
    place += 1
    guard place >= bytes.count || bytes[place] == separator || bytes[place] == 0x0A else {
      throw .brokenRows(name, line: line, "something stands behind the closing quote of a cell")
    }
    let origin = isVerbatim ? Span(start + 1, place - 1) : Span(start, place)
    return Cell(text: text, origin: origin, isVerbatim: isVerbatim)
  }
}
