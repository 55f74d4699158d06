import AssayRender
import Glibc

/// What is known of the place where results and diagnostics go.
package struct Terminal: Sendable {
  package let inputIsTerminal: Bool
  package let outputIsTerminal: Bool
  package let errorIsTerminal: Bool
  /// Whether diagnostics are coloured: on a terminal that can, unless `NO_COLOR` is set.
  package let isColored: Bool

  /// Looks at the three descriptors and the environment.
  package init() {
    inputIsTerminal = isatty(0) == 1
    outputIsTerminal = isatty(1) == 1
    errorIsTerminal = isatty(2) == 1
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    let term = variable("TERM")
    isColored = errorIsTerminal && variable("NO_COLOR").isEmpty && !term.isEmpty && term != "dumb"
  }

  /// How many columns the terminal has now; `nil` when output goes elsewhere.
  package var width: Int? {
    guard outputIsTerminal else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
