import AssayRender
import Glibc

/// What is known of the place where results and diagnostics go.
package struct Terminal: Sendable {
  package let inputIsTerminal: Bool
  package let outputIsTerminal: Bool
  package let errorIsTerminal: Bool
  /// Whether diagnostics are coloured: on a terminal that can, unless `NO_COLOR` is set.
  package let isColored: Bool
  /// Whether the terminal's locale has no other letters than ASCII; never where output goes
  /// elsewhere, as that must not depend on the locale.
  package let showsOnlyASCII: Bool

  /// Looks at the three descriptors and the environment.
  package init() {
    inputIsTerminal = isatty(0) == 1
    outputIsTerminal = isatty(1) == 1
    errorIsTerminal = isatty(2) == 1
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    let term = variable("TERM")
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable).first { !$0.isEmpty } ?? ""
    let isPlain = locale == "C" || locale == "POSIX" || term == "dumb"
    showsOnlyASCII = outputIsTerminal && isPlain
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
