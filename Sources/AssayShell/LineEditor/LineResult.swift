/// How the reading of one statement ended.
package enum LineResult: Hashable, Sendable {
  /// Enter was pressed on this text; it is empty when nothing was typed.
  case statement(String)
  /// Ctrl-C was pressed: what was typed is given up, the session goes on.
  case interrupted
  /// Ctrl-D was pressed on an empty line, or the terminal went away.
  case endOfInput
}
