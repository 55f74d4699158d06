import AssayModel

extension SentenceTest {
  /// Precision, recall and F1 of each mark, and of candidates for each kind of text.
  package var report: String {
    var lines = [
      SelfTestTable.line("sentences", ["expected", "found", "right", "precision", "recall", "F1"])
    ]
    for mark in Mark.allCases { lines.append(Self.line(mark.rawValue, score(mark))) }
    lines.append("")
    lines.append("\(sentenceCount) sentences; candidates by kind of text:")
    for kind in kinds { lines.append(Self.line(kind, score(.candidates, kind: kind))) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ name: String, _ score: Score) -> String {
    SelfTestTable.line(
      name,
      [
        String(score.expected), String(score.found), String(score.right),
        SelfTestTable.share(score.precision), SelfTestTable.share(score.recall),
        SelfTestTable.share(score.f1),
      ])
  }
}
