/// A line that a statement is expected to write, as it stands in a session.
///
/// A line stands for itself. One that ends in ` (glob)` holds `*` for any letters and `?` for one,
/// one in ` (regex)` is a regular expression for the whole line; with `*`, `+` or `?` before the
/// last parenthesis, as in ` (glob*)`, it stands for any number of such lines, for one or more, for
/// one or none. ` (equal)` is for a line that would otherwise be read as a rule. A `\` at the
/// beginning keeps a line from being read as a statement or a fence.
package struct ExpectedLine: Sendable {
  /// How many lines it stands for.
  package let count: ClosedRange<Int>
  private let rule: Rule

  private enum Rule: Sendable {
    case equal(String)
    case glob(String)
    case regex(String)
  }

  private static let words = ["equal", "glob", "regex"]

  package init(_ written: String) {
    let line = written.hasPrefix("\\") ? String(written.dropFirst()) : written
    guard let (rest, word, count) = Self.ending(of: line) else {
      (rule, count) = (.equal(line), 1...1)
      return
    }
    self.count = count
    switch word {
    case "glob": rule = .glob(rest)
    case "regex": rule = .regex(rest)
    default: rule = .equal(rest)
    }
  }

  /// Whether it stands for itself alone.
  package var isPlain: Bool { if case .equal = rule { count == 1...1 } else { false } }

  /// Whether a line that was written is one of those it stands for.
  ///
  /// A pattern that cannot be read fits nothing.
  package func fits(_ line: String) -> Bool {
    switch rule {
    case .equal(let text): text == line && text.utf8.elementsEqual(line.utf8)
    case .glob(let pattern):
      Self.glob(Array(pattern.unicodeScalars)[...], fits: Array(line.unicodeScalars)[...])
    case .regex(let pattern):
      (try? Regex(pattern)).map { (try? $0.wholeMatch(in: line)) ?? nil != nil } ?? false
    }
  }

  /// A line that was written as a session writes it down.
  ///
  /// - Parameter isFirst: whether it would stand right below the statement.
  package static func written(_ line: String, isFirst: Bool) -> String {
    var written = line
    let marks = [SessionStep.prompt, "\\", "```", "~~~"]
    if marks.contains(where: line.hasPrefix)
      || isFirst && (line.hasPrefix(SessionStep.continuation) || line == ".")
    {
      written = "\\" + written
    }
    return ending(of: line) == nil ? written : written + " (equal)"
  }

  /// What stands before the rule at the end of a line, and that rule; `nil` if there is none.
  private static func ending(
    of line: String
  ) -> (rest: String, word: String, count: ClosedRange<Int>)? {
    guard line.hasSuffix(")"), let open = line.lastIndex(of: "("), open != line.startIndex,
      line[line.index(before: open)] == " "
    else { return nil }
    var word = line[line.index(after: open)...].dropLast()
    var count = 1...1
    switch word.last {
    case "*": count = 0...Int.max
    case "+": count = 1...Int.max
    case "?": count = 0...1
    default: break
    }
    if count != 1...1 { word = word.dropLast() }
    guard words.contains(String(word)) else { return nil }
    return (String(line[..<line.index(before: open)]), String(word), count)
  }

  /// Goes back to the last `*` where the rest does not fit: O(pattern × line).
  private static func glob(
    _ pattern: ArraySlice<Unicode.Scalar>, fits line: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var (pattern, line) = (pattern, line)
    var star: (pattern: ArraySlice<Unicode.Scalar>, line: ArraySlice<Unicode.Scalar>)?
    while true {
      if pattern.first == "*" {
        pattern = pattern.dropFirst()
        star = (pattern, line)
      } else if let letter = line.first, let sign = pattern.first, sign == "?" || sign == letter {
        (pattern, line) = (pattern.dropFirst(), line.dropFirst())
      } else if pattern.isEmpty, line.isEmpty {
        return true
      } else {
        guard let last = star, !last.line.isEmpty else { return false }
        (pattern, line) = (last.pattern, last.line.dropFirst())
        star = (pattern, line)
      }
    }
  }
}

extension [ExpectedLine] {
  /// Whether these stand for just these lines: O(expected × lines).
  package func fit(_ lines: [String]) -> Bool {
    // `open[n]`: whether the rules so far stand for the first n lines.
    var open = [Bool](repeating: false, count: lines.count + 1)
    open[0] = true
    for rule in self {
      var next = [Bool](repeating: false, count: lines.count + 1)
      for place in 0...lines.count {
        if open[place], rule.count.lowerBound == 0 { next[place] = true }
        guard place > 0 else { continue }
        let mayFollow = open[place - 1] || (rule.count.upperBound > 1 && next[place - 1])
        if mayFollow, rule.fits(lines[place - 1]) { next[place] = true }
      }
      open = next
    }
    return open[lines.count]
  }
}
