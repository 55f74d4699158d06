/// A step of a session that was played.
package struct PlayedStep: Sendable {
  package let step: SessionStep
  /// The lines that the statement wrote.
  package let found: [String]
  /// Whether they are those that the session expects.
  package let isAsExpected: Bool

  package init(_ step: SessionStep, found: [String]) {
    (self.step, self.found) = (step, found)
    isAsExpected = step.expected.map { ExpectedLine($0) }.fit(found)
  }

  /// The lines as they are to be written down: as they stand if they fit, or else as they came,
  /// save for those that a rule stands for.
  package var updated: [String] {
    guard !isAsExpected else { return step.expected }
    var rules = step.expected[...]
    return found.enumerated().map { index, line in
      let rule = rules.firstIndex { written in
        let rule = ExpectedLine(written)
        return !rule.isPlain && rule.count.upperBound == 1 && rule.fits(line)
      }
      guard let rule else { return ExpectedLine.written(line, isFirst: index == 0) }
      defer { rules = rules[(rule + 1)...] }
      return rules[rule]
    }
  }
}
