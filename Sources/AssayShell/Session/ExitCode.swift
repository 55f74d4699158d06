import AssayText

/// How the program ends; the table stands in the manual.
package enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  case expectationFailed = 1
  case wrongProgram = 2
  case brokenCorpus = 3
  case fileFailed = 4
  case limitReached = 5
  case interrupted = 130

  /// What it means, in one sentence.
  package var summary: String {
    switch self {
    case .done: "Everything was done."
    case .expectationFailed: "An `expect`, a `--check` or `verify` did not hold."
    case .wrongProgram: "The command line or the program is wrong."
    case .brokenCorpus: "The corpus is missing or has faults."
    case .fileFailed: "A file or the index could not be read or written."
    case .limitReached: "A statement took more than a limit allows."
    case .interrupted: "Ctrl-C stopped the work."
    }
  }

  /// What a diagnostic makes of a run.
  package init(_ code: DiagnosticCode) {
    switch code {
    case .interrupted: self = .interrupted
    case .limitReached: self = .limitReached
    case .expectationFailed, .recordDiffers, .notReproduced: self = .expectationFailed
    default:
      switch code.rawValue.first {
      case "C": self = .brokenCorpus
      case "F": self = .fileFailed
      default: self = .wrongProgram
      }
    }
  }
}

/// Ends a run with a code; what is wrong has been told.
package struct Exit: Error, Hashable, Sendable {
  package let code: ExitCode

  package init(_ code: ExitCode) { self.code = code }
}
