import AssayEngine
import AssayModel
import AssayText

/// A script that has run to its end.
package struct FinishedScript {
  let text: SourceText
  let program: BoundProgram
  let workspace: Workspace
  let notes: ScriptNotes
  let outputs: [RunManifest.Output]

  /// - Parameter outputs: what ``RunFolder/keep(_:_:)`` gave.
  package init(
    _ text: SourceText, _ program: BoundProgram, _ workspace: Workspace, _ notes: ScriptNotes,
    _ kept: KeptScript
  ) {
    (self.text, self.program, self.workspace) = (text, program, workspace)
    (self.notes, outputs) = (notes, kept.outputs)
  }
}

/// What a script has left in the folder of a run.
package struct KeptScript {
  let outputs: [RunManifest.Output]
}

/// What was asked of a run beside its scripts.
package struct RunRequest: Sendable {
  let program: String
  let format: OutputFormat?
  let report: ReportForm?
  let isSafe: Bool
  let given: ParameterValues

  /// - Parameter program: the version of the program.
  package init(
    program: String, format: OutputFormat?, report: ReportForm?, isSafe: Bool,
    given: ParameterValues
  ) {
    (self.program, self.format, self.report) = (program, format, report)
    (self.isSafe, self.given) = (isSafe, given)
  }
}

extension RunManifest {
  /// The manifest of a run that has succeeded, for a folder that is absolute.
  init(
    of scripts: [FinishedScript], _ request: RunRequest, in folder: String
  ) throws(Diagnostic) {
    program = request.program
    edition = ProgramBinder.edition
    format = request.format?.rawValue
    report = request.report?.rawValue
    isSafe = request.isSafe
    let needsFolder = scripts.contains { $0.notes.needsWorkingFolder }
    let working = needsFolder ? Safety.resolved(".") : nil
    self.folder = working.map { FolderPath.relative($0, from: folder) }
    given = request.given.values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { Parameter(name: $0.key, value: $0.value) }
    var corpora: [Corpus] = []
    for workspace in scripts.map(\.workspace) {
      let path = Self.path(of: workspace, from: folder)
      guard !corpora.contains(where: { $0.path == path }) else { continue }
      corpora.append(Corpus(path: path, files: try workspace.files()))
    }
    self.corpora = corpora
    self.scripts = scripts.map { Script($0, in: folder) }
  }

  fileprivate static func path(of workspace: Workspace, from folder: String) -> String {
    FolderPath.relative(workspace.folder.realPath, from: folder)
  }

  fileprivate static func file(_ text: SourceText, from folder: String) -> File {
    File(
      path: FolderPath.relative(FolderPath.absolute(text.name), from: folder),
      digest: KeptFile.digest(of: text.shown ?? text.bytes))
  }
}

extension RunManifest.Script {
  fileprivate init(_ script: FinishedScript, in folder: String) {
    let own = RunManifest.file(script.text, from: folder)
    (path, digest) = (own.path, own.digest)
    corpus = RunManifest.path(of: script.workspace, from: folder)
    var parameters: [RunManifest.Parameter] = []
    // Of a name that several scripts declare, the last value is the one that holds.
    for (name, value) in script.program.parameters {
      parameters.removeAll { $0.name == name }
      parameters.append(RunManifest.Parameter(name: name, value: value))
    }
    self.parameters = parameters
    uses = script.notes.taken.map { RunManifest.file($0, from: folder) }
    outputs = script.outputs
  }
}
