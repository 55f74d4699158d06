import AssayEngine
import AssayText

/// What a report says of its own origin: enough to make it again, and nothing that depends on the
/// place where it was made.
struct ReportOrigin {
  /// The version of the program, as `0.4.0`.
  let version: String
  let corpus: Workspace

  /// The lines for a program that was run.
  func lines(script: String, _ program: BoundProgram) throws(Diagnostic) -> [String] {
    var lines = [
      "script `\(shown(script))`, edition \(ProgramBinder.edition) of the language",
      "assay \(version)",
    ]
    for used in program.used { lines.append("uses `\(shown(used.name))`") }
    for parameter in program.parameters {
      lines.append("parameter `\(parameter.name)` is \(parameter.value)")
    }
    return lines + ["corpus \(Workspace.digest(of: try corpus.files()))"]
  }

  /// A path from the corpus, or the name alone of what lies elsewhere.
  private func shown(_ path: String) -> String {
    let own = FolderPath.relative(FolderPath.absolute(path), from: corpus.folder.realPath)
    return own.hasPrefix("..") ? FolderPath.name(of: path) : own
  }
}
