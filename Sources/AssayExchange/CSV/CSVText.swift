import AssayText

/// Comma-separated values (RFC 4180), as bytes.
package enum CSVText {
  /// A cell that was read: its text, and where it stands.
  package struct Cell: Sendable {
    /// `nil` where nothing stands between two commas; empty where two quotation marks do.
    package let text: String?
    package let span: Span
  }

  /// Appends a line.
  package static func append(_ cells: [String?], to out: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      guard var cell else { continue }
      cell.withUTF8 { bytes in
        guard bytes.isEmpty || bytes.contains(where: isSpecial) else {
          return out.append(contentsOf: bytes)
        }
        out.append(UInt8(ascii: "\""))
        for byte in bytes {
          if byte == UInt8(ascii: "\"") { out.append(byte) }
          out.append(byte)
        }
        out.append(UInt8(ascii: "\""))
      }
    }
    out.append(0x0A)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains(byte)
  }
}

/// Reads comma-separated values, a row at a time; lines may end in CRLF, and a byte order mark may
/// stand at the beginning.
package struct CSVReader {
  private let bytes: [UInt8]
  private var place: Int
  /// What stands between cells: a comma, or what the first line has in its stead.
  private let comma: UInt8

  package init(_ text: SourceText) {
    bytes = text.bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[place...].prefix { $0 != 0x0A }
    let others = [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    comma =
      first.contains(UInt8(ascii: ","))
      ? UInt8(ascii: ",") : others.first { first.contains($0) } ?? UInt8(ascii: ",")
  }

  /// The cells of the next row that is not empty; `nil` at the end.
  ///
  /// - Throws: what is wrong with a cell; the row that comes next is of the next line.
  package mutating func next() throws(Diagnostic) -> [CSVText.Cell]? {
    while place < bytes.count, bytes[place] == 0x0A || isReturn { place += isReturn ? 2 : 1 }
    guard place < bytes.count else { return nil }
    var cells: [CSVText.Cell] = []
    while true {
      do throws(Diagnostic) {
        cells.append(try cell())
      } catch {
        // Reading goes on with the next line.
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
        throw error
      }
      if place < bytes.count, bytes[place] == comma {
        place += 1
      } else {
        place += isReturn ? 2 : 1
        return cells
      }
    }
  }

  /// Whether a CRLF stands here.
  private var isReturn: Bool {
    place + 1 < bytes.count && bytes[place] == 0x0D && bytes[place + 1] == 0x0A
  }

  private mutating func cell() throws(Diagnostic) -> CSVText.Cell {
    let start = place
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      while place < bytes.count, bytes[place] != comma, bytes[place] != 0x0A, !isReturn {
        place += 1
      }
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      return CSVText.Cell(text: text.isEmpty ? nil : text, span: Span(start, place))
    }
    var text: [UInt8] = []
    place += 1
    var piece = place
    while true {
      guard let quote = ByteSearch.first(UInt8(ascii: "\""), in: bytes, place..<bytes.count) else {
        place = bytes.count
        throw .badImport(
          "a cell begins with a quotation mark and has no end",
          at: Span(start, start + 1))
      }
      text += bytes[piece..<quote]
      place = quote + 1
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { break }
      text.append(UInt8(ascii: "\""))
      place += 1
      piece = place
    }
    let span = Span(start, place)
    guard place == bytes.count || bytes[place] == comma || bytes[place] == 0x0A || isReturn else {
      throw .badImport("a cell goes on behind its quotation mark", at: Span(place, place + 1))
    }
    return CSVText.Cell(text: String(decoding: text, as: UTF8.self), span: span)
  }
}
