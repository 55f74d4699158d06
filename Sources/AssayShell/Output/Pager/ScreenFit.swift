import AssayText

/// How many lines of a terminal a text takes.
enum ScreenFit {
  /// Whether `text` fits on a screen and leaves a line for the prompt.
  ///
  /// Lines wider than the screen go on in the next; colours take no room.
  static func fits(_ text: [UInt8], rows: Int, columns: Int) -> Bool {
    var used = 0
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // After the last line end stands the prompt.
    for line in text.last == UInt8(ascii: "\n") ? lines.dropLast() : lines[...] {
      // A tab takes up to eight columns.
      let tabs = line.count { $0 == UInt8(ascii: "\t") }
      let width = 7 * tabs + (line.count <= columns ? line.count : width(of: line))
      used += max((width + columns - 1) / max(columns, 1), 1)
      if used >= rows { return false }
    }
    return true
  }

  private static func width(of line: ArraySlice<UInt8>) -> Int {
    let visible = line.contains(0x1B) ? withoutColors(line) : Array(line)
    return visible.withUnsafeBufferPointer { DisplayWidth.of($0) }
  }

  /// `text` without the sequences `ESC [ … m`, the only ones that the program writes in results.
  static func withoutColors(_ text: some Collection<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var isInside = false
    for byte in text {
      if isInside {
        isInside = byte != UInt8(ascii: "m")
      } else if byte == 0x1B {
        isInside = true
      } else {
        kept.append(byte)
      }
    }
    return kept
  }
}
