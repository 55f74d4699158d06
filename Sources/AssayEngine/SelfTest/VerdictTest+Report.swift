import AssayModel

extension VerdictTest {
  /// Precision and recall of each verdict, what was confused with what, and the flags.
  package var report: String {
    var lines = [Self.line("verdict", ["expected", "given", "right", "precision", "recall"])]
    for (verdict, score) in scores {
      lines.append(
        Self.line(
          verdict,
          [
            String(score.expected), String(score.given), String(score.right),
            Self.share(score.precision), Self.share(score.recall),
          ]))
    }
    lines.append("")
    let right = pairs.count { $0.expected == $0.given }
    lines.append("\(pairs.count) pairs, \(right) with the verdict of the reader")
    let flagged = pairs.filter { $0.expected == "contradicts" && $0.given == "contradicts" }
    let sameFlags = flagged.count { $0.expectedFlags == $0.givenFlags }
    lines.append("\(flagged.count) contradictions, \(sameFlags) with the flags of the reader")
    let confused = pairs.filter { $0.expected != $0.given }
    lines.append(confused.isEmpty ? "no verdict was given for another" : "")
    // The confusion table, without the cells of its diagonal and those that are empty.
    for expected in ClosedList.verdict.words {
      for given in ClosedList.verdict.words + ["none"] {
        let pairs = confused.filter { $0.expected == expected && $0.given == given }
        guard !pairs.isEmpty else { continue }
        let names = pairs.map(\.name).joined(separator: ", ")
        lines.append("\(expected) taken for \(given): \(pairs.count) (\(names))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }
    return name + String(repeating: " ", count: max(0, 17 - name.utf8.count))
      + cells.map { padded($0, 10) }.joined()
  }

  private static func share(_ share: Double?) -> String {
    guard let share else { return "-" }
    let words = Numeral.words((share * 1000).rounded() / 1000)
    return words.contains(".")
      ? words + String(repeating: "0", count: max(0, 5 - words.utf8.count)) : words + ".000"
  }
}
