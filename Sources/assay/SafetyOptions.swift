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
    help: "The folder that `save` writes into; it is made if it is missing.",
    completion: .directory)
  var out: String?

  var safety: Safety { Safety(isSafe: safe, outFolder: out) }

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
