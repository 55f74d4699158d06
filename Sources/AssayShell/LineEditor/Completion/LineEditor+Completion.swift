import CEditLine

/// Tab.
extension LineEditor {
  func completeWord() -> Int32 {
    let buffer = buffer
    let text = Self.text(of: buffer.scalars)
    let cursor = Self.text(of: buffer.scalars.prefix(buffer.cursor)).utf8.count
    let completion = complete(text, cursor)
    guard !completion.candidates.isEmpty else { return CC_ERROR }
    let start = min(max(completion.replacedFrom, 0), cursor)
    let word = String(decoding: Array(text.utf8)[start..<cursor], as: UTF8.self)
    var replacement = completion.sureText
    // What ends the word may stand there already.
    let rest = Self.text(of: buffer.scalars.dropFirst(buffer.cursor).prefix(1))
    if replacement.hasSuffix("\" "), rest == "\"" { replacement.removeLast() }
    if !rest.isEmpty, "\" ".contains(rest), replacement.hasSuffix(rest) { replacement.removeLast() }
    if replacement != word, completion.goesOn(from: word) {
      return replaceWord(word, by: replacement)
    }
    guard completion.candidates.count > 1 else { return CC_NORM }
    listing = (completion.candidates, buffer.cursor)
    moveCursor(to: buffer.scalars.count)
    push(.list)
    return CC_CURSOR
  }

  private func replaceWord(_ word: String, by replacement: String) -> Int32 {
    if replacement.unicodeScalars.starts(with: word.unicodeScalars) {
      let rest = replacement.unicodeScalars.dropFirst(word.unicodeScalars.count)
      return insert(String(rest))
    }
    el_deletestr(library, Int32(clamping: word.unicodeScalars.count))
    return insert(replacement)
  }

  /// Runs when libedit has moved the cursor to the end of the text.
  func listCandidates() -> Int32 {
    let size = terminalSize
    let list = CandidateList(
      candidates: listing.candidates, columns: size.columns, mostLines: max(size.rows - 3, 1))
    write("\n" + list.lines.map { $0 + "\n" }.joined())
    moveCursor(to: listing.cursor)
    editline_draw(library)
    return CC_NORM
  }
}
