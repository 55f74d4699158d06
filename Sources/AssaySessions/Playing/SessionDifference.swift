import AssayText

/// How what a statement wrote differs from what stands in a session.
package struct SessionDifference {
  private let step: PlayedStep

  package init(_ step: PlayedStep) { self.step = step }

  /// The statement and its lines: `-` for those that were expected and did not come, `+` for those
  /// that came instead; each with a line end.
  package var text: String {
    let expected = step.step.expected
    let rules = expected.map { ExpectedLine($0) }
    func fits(_ rule: Int, _ line: Int) -> Bool {
      rules[rule].count == 1...1 && rules[rule].fits(step.found[line])
    }
    let most = min(expected.count, step.found.count)
    let before = (0..<most).prefix { fits($0, $0) }.count
    let after = (0..<(most - before)).prefix {
      fits(expected.count - 1 - $0, step.found.count - 1 - $0)
    }.count
    var text = "> \(step.step.statement)\n"
    text += step.found.prefix(before).map { "  \($0)\n" }.joined()
    text += expected[before..<(expected.count - after)].map { "- \($0)\n" }.joined()
    text += step.found[before..<(step.found.count - after)].map { "+ \($0)\n" }.joined()
    return text + step.found.suffix(after).map { "  \($0)\n" }.joined()
  }
}
