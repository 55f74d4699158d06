import AssayModel

extension VerdictTest {
  /// Precision and recall of each verdict, what was confused with what, and the flags.
  package var report: String {
    var lines = [
      SelfTestTable.line("verdict", ["expected", "given", "right", "precision", "recall"])
    ]
    for (verdict, score) in scores {
      lines.append(
        SelfTestTable.line(
          verdict,
          [
            String(score.expected), String(score.given), String(score.right),
            SelfTestTable.share(score.precision), SelfTestTable.share(score.recall),
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
}
