/// Where statements come from: a terminal with an editor, or a script of them in tests.
package protocol LineReading {
  /// Shows `prompt` and waits for a whole statement, which may have several lines.
  mutating func readStatement(prompt: String) -> LineResult
}

/// How the reading of one statement ended.
package enum LineResult: Hashable, Sendable {
  /// Enter was pressed on this text; it is empty when nothing was typed.
  case statement(String)
  /// Ctrl-C was pressed: what was typed is given up, the session goes on.
  case interrupted
  /// Ctrl-D was pressed on an empty line, or the terminal went away.
  case endOfInput
}
