import AssayEngine
import AssayLanguage
import AssayRender
import AssayShell
import AssayText

/// The scripts of one `assay run`, with the corpora that they ask.
struct ScriptBatch {
  let command: RunCommand
  let run: Run
  private let given: ParameterValues
  private var workspaces: [String: Workspace] = [:]
  /// Every file that a script was read from, for those who watch them.
  private(set) var read = LookedFiles()

  init(_ command: RunCommand, _ run: Run) {
    (self.command, self.run) = (command, run)
    given = ParameterValues(
      Dictionary(command.values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
  }

  /// The corpora that are open.
  var open: [Workspace] { workspaces.sorted { $0.key < $1.key }.map(\.value) }

  /// Runs every script, up to the first failure or to the end.
  mutating func runAll() throws(Exit) {
    read = LookedFiles()
    let folder = try outFolder()
    var finished: [FinishedScript] = []
    var first: Exit?
    for script in command.scripts {
      do throws(Exit) {
        if let done = try runScript(script, in: folder) { finished.append(done) }
      } catch {
        guard command.keepGoing, error.code != .interrupted else { throw error }
        first = first ?? error
      }
    }
    if let first { throw first }
    if let folder { try seal(folder, finished) }
  }

  private func outFolder() throws(Exit) -> RunFolder? {
    guard let out = command.options.out else { return nil }
    do throws(Diagnostic) {
      return try RunFolder(
        out, scripts: command.scripts, report: command.to, command.safety)
    } catch {
      throw run.report([error])
    }
  }

  private func seal(_ folder: RunFolder, _ finished: [FinishedScript]) throws(Exit) {
    let request = RunRequest(
      program: Assay.version, format: command.format, report: command.to,
      isSafe: command.options.safe, given: given)
    do throws(Diagnostic) {
      for path in try folder.seal(finished, request) {
        run.say("kept \(path), which an earlier run wrote and somebody has changed since\n")
      }
    } catch {
      throw run.report([error])
    }
  }

  /// Runs a script; gives what is to be written down of it.
  private mutating func runScript(
    _ script: String, in folder: RunFolder?
  ) throws(Exit) -> FinishedScript? {
    read.look(at: script)
    let text = try run.script(script)
    let workspace = try workspace(for: script)
    let notes = ScriptNotes(script, in: folder)
    let kept =
      command.checks || folder != nil ? KeptOutput(shows: !command.checks) : nil
    let session = run.session(
      workspace, format: command.format, safety: command.safety, keptIn: kept)
    session.notes = notes
    try session.requireSound()
    defer { read.add(notes.looked) }
    let program: BoundProgram
    if let form = command.to {
      let woven = try session.weave(
        text, given: given, keepsGoing: command.keepGoing, version: Assay.version)
      try session.write(woven.report, as: form)
      if let failure = woven.failure { throw failure }
      program = woven.program
    } else {
      program =
        LiterateText.isMarkdown(script)
        ? try session.reportProgram(text, given: given) : try session.program(text, given: given)
      try session.run(program, keepsGoing: command.keepGoing)
    }
    guard let kept else { return nil }
    if command.checks { try check(kept.bytes, of: script) }
    guard let folder else { return nil }
    do throws(Diagnostic) {
      let files = try folder.keep(kept.bytes, notes)
      return FinishedScript(text, program, workspace, notes, files)
    } catch {
      throw run.report([error])
    }
  }

  private mutating func workspace(for script: String) throws(Exit) -> Workspace {
    let folder = command.corpus ?? run.nearestCorpus(from: script)
    let workspace: Workspace
    if let known = workspaces[folder] {
      workspace = known
    } else {
      workspace = try run.open(folder, order: command.recordOrder)
    }
    command.options.apply(to: workspace)
    workspaces[folder] = workspace
    workspace.environment = .init()
    // What one script sets does not hold for the next.
    workspace.limits = command.options.limits(or: command.limits.limits)
    return workspace
  }

  /// Holds a result to what is recorded of the script, or records it.
  private func check(_ result: [UInt8], of script: String) throws(Exit) {
    let record = RecordedResult(of: script)
    let differences: [UInt8]
    do throws(Diagnostic) {
      if command.update {
        if try record.update(result) { run.say("recorded \(record.path)\n") }
        return
      }
      guard case .different(let diff) = try record.compare(result) else { return }
      differences = diff
    } catch {
      throw run.report([error])
    }
    try run.show(differences)
    throw run.report([record.fault])
  }
}
