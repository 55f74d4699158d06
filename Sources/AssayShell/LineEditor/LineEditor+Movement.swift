import CEditLine

/// Moving within a text of several lines, and from there on into the history.
extension LineEditor {
  /// libedit's text, and the place of the cursor in it, both by scalar.
  var buffer: (scalars: UnsafeBufferPointer<wchar_t>, cursor: Int) {
    guard let line = el_wline(library)?.pointee, let start = line.buffer else {
      return (UnsafeBufferPointer(start: nil, count: 0), 0)
    }
    return (UnsafeBufferPointer(start: start, count: line.lastchar - start), line.cursor - start)
  }

  /// The text of a part of the buffer, without keys that Ctrl-V made text of.
  static func text(of scalars: some Sequence<wchar_t>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars where !(0x80..<0xA0).contains(scalar) {
      if let scalar = Unicode.Scalar(UInt32(bitPattern: scalar)) { text.append(scalar) }
    }
    return String(text)
  }

  func moveCursor(to place: Int) {
    el_cursor(library, Int32(clamping: place - buffer.cursor))
  }

  /// Puts `text` in place of the whole text.
  func replaceText(_ text: String, cursor: Int) {
    // libedit can't replace by nothing; and what it deletes goes where Ctrl-Y takes it from, so
    // that should be little.
    el_replacestr(library, text.isEmpty ? " " : text)
    if text.isEmpty {
      moveCursor(to: 1)
      el_deletestr(library, 1)
    }
    moveCursor(to: cursor)
  }

  func goUp() -> Int32 {
    let cursor = buffer.cursor
    let start = lineStart(of: cursor)
    guard start > 0 else { return recall(recalled - 1) }
    let previous = lineStart(of: start - 1)
    moveCursor(to: min(previous + cursor - start, start - 1))
    return CC_CURSOR
  }

  func goDown() -> Int32 {
    let (scalars, cursor) = buffer
    let end = lineEnd(of: cursor)
    guard end < scalars.count else { return recall(recalled + 1) }
    moveCursor(to: min(end + 1 + cursor - lineStart(of: cursor), lineEnd(of: end + 1)))
    return CC_CURSOR
  }

  func goToStart() -> Int32 {
    moveCursor(to: lineStart(of: buffer.cursor))
    return CC_CURSOR
  }

  func goToEnd() -> Int32 {
    moveCursor(to: lineEnd(of: buffer.cursor))
    return CC_CURSOR
  }

  /// Cuts to the end of the line, or, from there, the line end itself.
  func killLine() -> Int32 {
    let (scalars, cursor) = buffer
    let end = max(lineEnd(of: cursor), min(cursor + 1, scalars.count))
    guard end > cursor else { return CC_NORM }
    moveCursor(to: end)
    // Keeps what it deletes for Ctrl-Y.
    el_deletestr(library, Int32(clamping: end - cursor))
    return CC_REFRESH
  }

  private func recall(_ entry: Int) -> Int32 {
    guard history.entries.indices.contains(entry) || entry == history.entries.count else {
      return CC_ERROR
    }
    if recalled == history.entries.count { draft = Self.text(of: buffer.scalars) }
    recalled = entry
    let text = entry < history.entries.count ? history.entries[entry] : draft
    replaceText(text, cursor: text.unicodeScalars.count)
    return CC_REFRESH
  }

  private func lineStart(of place: Int) -> Int {
    let before = buffer.scalars.prefix(place)
    return before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private func lineEnd(of place: Int) -> Int {
    let scalars = buffer.scalars
    return scalars.dropFirst(place).firstIndex(of: 0x0A) ?? scalars.count
  }
}
