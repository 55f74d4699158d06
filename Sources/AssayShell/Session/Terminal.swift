import AssayModel
import Glibc

/// What is known of the place where results and diagnostics go.
package struct Terminal: Sendable {
  package let inputIsTerminal: Bool
  package private(set) var outputIsTerminal: Bool
  package let errorIsTerminal: Bool
  /// Whether diagnostics are coloured: on a terminal that can, unless `NO_COLOR` is set.
  package let isColored: Bool
  /// Whether the terminal's locale has no other letters than ASCII; never where output goes
  /// elsewhere, as that must not depend on the locale.
  package private(set) var showsOnlyASCII: Bool

  /// Whether tables are coloured; the same for standard output.
  package private(set) var outputIsColored: Bool
  /// Whether nothing is drawn, coloured or moved: one fact a line, for a screen reader or a terminal
  /// that can do no more. All that shows something asks this.
  package let isPlain: Bool
  /// The same for results: not where they are kept, as they are for everybody.
  package private(set) var resultsArePlain: Bool
  /// The format of results that do not say their own.
  package private(set) var standardFormat: OutputFormat
  /// Whether a line may be drawn over itself on standard error, while results go to the same
  /// terminal.
  package let showsProgress: Bool

  /// Looks at the three descriptors and the environment.
  ///
  /// - Parameter asksPlain: whether plain output is asked for on the command line; `ASSAY_PLAIN`
  ///   asks for it too.
  package init(asksPlain: Bool = false) {
    inputIsTerminal = isatty(0) == 1
    outputIsTerminal = isatty(1) == 1
    errorIsTerminal = isatty(2) == 1
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    let term = variable("TERM")
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable).first { !$0.isEmpty } ?? ""
    let isLimited = locale == "C" || locale == "POSIX" || term == "dumb"
    showsOnlyASCII = outputIsTerminal && isLimited
    let isAsked = asksPlain || !variable("ASSAY_PLAIN").isEmpty
    isPlain = isAsked || (outputIsTerminal && term == "dumb")
    resultsArePlain = isPlain
    standardFormat = isAsked ? .list : .table
    let canErase = !term.isEmpty && term != "dumb" && !isPlain
    let canColor = variable("NO_COLOR").isEmpty && canErase
    isColored = errorIsTerminal && canColor
    outputIsColored = outputIsTerminal && canColor
    showsProgress = errorIsTerminal && outputIsTerminal && canErase
  }

  /// No terminal at all: what is written does not depend on the place where it is read.
  package static func none(isPlain: Bool = false) -> Terminal { Terminal(isPlain: isPlain) }

  private init(isPlain: Bool) {
    (inputIsTerminal, outputIsTerminal, errorIsTerminal) = (false, false, false)
    (isColored, showsOnlyASCII, outputIsColored, showsProgress) = (false, false, false, false)
    (self.isPlain, resultsArePlain) = (isPlain, isPlain)
    standardFormat = isPlain ? .list : .table
  }

  /// The same where results are kept: nothing of them depends on the terminal, on the locale or on
  /// who asks.
  package var keeping: Terminal {
    var copy = self
    (copy.outputIsTerminal, copy.outputIsColored, copy.showsOnlyASCII) = (false, false, false)
    (copy.resultsArePlain, copy.standardFormat) = (false, .table)
    return copy
  }

  /// How many columns the terminal has now; `nil` when output goes elsewhere.
  package var width: Int? {
    outputIsTerminal ? Self.size.columns : nil
  }

  /// The size of the terminal at standard output; 24 lines of 80 columns if it does not say.
  static var size: (rows: Int, columns: Int) {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (24, 80) }
    return (size.ws_row > 0 ? Int(size.ws_row) : 24, Int(size.ws_col))
  }
}
