import AssayText
import Glibc

/// What other programs propose is no part of the corpus until a person has accepted it.
extension CorpusFolder {
  /// The folder of proposals; no `use` reaches into it, not even by a symbolic link.
  package static let quarantine = "proposals"

  /// The paths without those that lead into the quarantine.
  func outsideOfQuarantine(_ paths: [String]) -> [String] {
    let folder = absolute(Self.quarantine)
    guard access(folder, F_OK) == 0 else { return paths }
    let real = (FileReader.realPath(folder) ?? folder) + "/"
    return paths.filter { path in
      let place = FileReader.realPath(absolute(path)) ?? absolute(path)
      return !path.hasPrefix(Self.quarantine + "/") && !place.hasPrefix(real)
    }
  }
}

extension Diagnostic {
  /// As in `use "proposals/*.assay"`.
  static func quarantined(_ pattern: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .noFileMatches, at: span,
      "`\(pattern)` is what other programs propose, so no `use` reaches it",
      hint: "`review` goes through it")
  }
}
