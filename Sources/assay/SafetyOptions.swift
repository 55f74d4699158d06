import ArgumentParser
import AssayEngine
import AssayModel
import AssayShell

/// What a run may do to the machine.
struct SafetyOptions: ParsableArguments {
  @Flag(
    help: """
      Safe mode: writes nothing but below --out, starts no other program, reads nothing outside \
      of the corpus.
      """)
  var safe = false

  @Option(
    help: """
      The folder that `save` writes into; it is made if it is missing. `run` keeps there what \
      each script writes, and a manifest of the run.
      """,
    completion: .directory)
  var out: String?

  var safety: Safety { safety(isFleeting: false) }

  /// - Parameter isFleeting: whether what is written is soon taken away again.
  func safety(isFleeting: Bool) -> Safety {
    Safety(isSafe: safe, outFolder: out, isFleeting: isFleeting)
  }

  /// The limits that were given, those of safe mode in place of others.
  func limits(or given: Limits) -> Limits {
    guard safe else { return given }
    let standard = Limits.safe
    return Limits(
      seconds: given.seconds ?? standard.seconds, mebibytes: given.mebibytes ?? standard.mebibytes,
      rows: given.rows ?? standard.rows)
  }

  /// Narrows what the index may be asked in safe mode.
  func apply(to workspace: Workspace) {
    if safe { workspace.restrict() }
  }
}
