import AssayText

/// Candidates laid out under the line.
struct CandidateList {
  /// Up to this many candidates are listed with summaries even where the list is then cut.
  private static let mostWithSummaries = 20

  private let candidates: [(text: String, summary: String)]
  /// The width of the terminal.
  let columns: Int
  /// How many lines the list may take, the one that counts what was left out included.
  let mostLines: Int

  init(candidates: [Candidate], columns: Int, mostLines: Int) {
    self.candidates = candidates.map {
      (VisibleText.of($0.label), $0.summary.isEmpty ? "" : VisibleText.of($0.summary))
    }
    (self.columns, self.mostLines) = (columns, mostLines)
  }

  /// The lines, none wider than the terminal.
  var lines: [String] {
    let showsSummaries =
      candidates.count <= max(Self.mostWithSummaries, mostLines)
      && candidates.contains { !$0.summary.isEmpty }
    return showsSummaries ? linesWithSummaries : linesOfNames
  }

  private var widestName: Int {
    candidates.map { DisplayWidth.of($0.text) }.max() ?? 0
  }

  private var linesWithSummaries: [String] {
    let nameWidth = min(widestName, max(columns / 2, 1))
    let lines = candidates.prefix(shownRows(of: candidates.count)).map { candidate in
      candidate.summary.isEmpty
        ? fitted(candidate.text, to: columns)
        : fitted(padded(candidate.text, to: nameWidth) + "  " + candidate.summary, to: columns)
    }
    return lines + leftOut(after: lines.count)
  }

  private var linesOfNames: [String] {
    let cell = widestName + 2
    let perLine = max((columns + 2) / cell, 1)
    let allRows = (candidates.count + perLine - 1) / perLine
    let rows = shownRows(of: allRows)
    // Read downwards, like a listing of files; but what is cut off should be the last names, so a
    // list that is cut has its shown part laid out on its own.
    let shown = candidates.prefix(rows < allRows ? rows * perLine : candidates.count)
    let lines = (0..<rows).map { row in
      let names = stride(from: row, to: shown.count, by: rows).map { shown[$0].text }
      let cells = names.dropLast().map { padded($0, to: cell) } + names.suffix(1)
      return fitted(cells.joined(), to: columns)
    }
    return lines + leftOut(after: shown.count)
  }

  private func shownRows(of rows: Int) -> Int {
    rows <= mostLines ? rows : max(mostLines - 1, 1)
  }

  private func leftOut(after shown: Int) -> [String] {
    shown < candidates.count ? ["… and \(candidates.count - shown) more"] : []
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - DisplayWidth.of(text), 0))
  }

  private func fitted(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var text = text
    return text.withUTF8 { bytes in
      let end = DisplayWidth.prefix(of: bytes, fitting: max(width - 1, 0)).bytes
      return String(decoding: bytes[..<end], as: UTF8.self) + "…"
    }
  }
}
