import AssayEngine
import AssayModel
import AssayText
import Glibc

/// The folder that `assay run --out` writes into: a text for each script, what `save` writes, and
/// the manifest.
package final class RunFolder {
  private let path: String
  private let safety: Safety
  /// Whether scripts are woven into reports, and into which.
  private let report: ReportForm?
  /// Absolute and without symbolic links.
  let realPath: String
  /// What an earlier run has left there.
  private let earlier: RunManifest?
  /// The scripts whose text is kept under a name.
  private var texts: [String: String] = [:]
  /// What scripts have written to standard output, by the names of its files.
  private var kept: [(name: String, text: [UInt8])] = []
  /// The scripts that have written a file.
  private var owners: [String: String] = [:]

  /// Makes the folder if it is missing.
  ///
  /// - Throws: `unwritableFile` where there can be no folder, `brokenManifest` where a file of the
  ///   manifest's name is no manifest, `wrongArguments` for two scripts with one name.
  package init(
    _ path: String, scripts: [String], report: ReportForm?, _ safety: Safety
  ) throws(Diagnostic) {
    (self.path, self.safety, self.report) = (path, safety, report)
    for script in scripts {
      let name = Self.textName(of: script, report)
      if let other = texts.updateValue(script, forKey: name) {
        throw Diagnostic(
          .wrongArguments, at: nil, "`\(other)` and `\(script)` would both be kept as `\(name)`",
          hint: "run them into two folders")
      }
    }
    FolderPath.make(path)
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      let real = Safety.resolved(path)
    else {
      throw Diagnostic(.unwritableFile, at: nil, "`\(path)` is no folder and cannot become one")
    }
    realPath = real
    let hasManifest = access(path + "/" + RunManifest.name, F_OK) == 0
    earlier = hasManifest ? try RunManifest.read(in: path) : nil
  }

  /// Where the text of a script is kept.
  private static func textName(of script: String, _ report: ReportForm?) -> String {
    FolderPath.stem(of: script) + (report?.suffix ?? ".txt")
  }

  /// Gives a file to a script, and its path from the folder.
  ///
  /// - Throws: `wrongArguments` where the manifest is, the text of a script, or what another script
  ///   has saved.
  func claim(_ place: String, for script: String, at span: Span?) throws(Diagnostic) -> String {
    let own = FolderPath.relative(FolderPath.absolute(place), from: realPath)
    func taken(_ what: String) -> Diagnostic {
      Diagnostic(
        .wrongArguments, at: span, "`\(own)` is \(what)", hint: "save it under another name")
    }
    if own == RunManifest.name { throw taken("where the run says what it was made of") }
    if let other = texts[own] { throw taken("where the output of `\(other)` is kept") }
    if let other = owners[own], other != script { throw taken("what `\(other)` has saved") }
    owners[own] = script
    return own
  }

  /// Takes what a script has written to standard output; gives all that it has written.
  ///
  /// The text goes into the folder when the run has succeeded.
  package func keep(_ text: [UInt8], _ notes: ScriptNotes) throws(Diagnostic) -> KeptScript {
    let name = Self.textName(of: notes.script, report)
    kept.append((name, text))
    var outputs = [RunManifest.Output(path: name, bytes: text)]
    for path in notes.saved {
      let bytes = try KeptFile.bytes(of: self.path + "/" + path)
      outputs.append(RunManifest.Output(path: path, bytes: bytes))
    }
    return KeptScript(
      outputs: outputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  /// Writes the manifest of a run that has succeeded, and takes away what an earlier run has left
  /// and this one has not written.
  ///
  /// - Returns: files of the earlier run that somebody has changed since; they stay.
  package func seal(
    _ scripts: [FinishedScript], _ request: RunRequest
  ) throws(Diagnostic) -> [String] {
    let manifest = try RunManifest(of: scripts, request, in: realPath)
    for (name, text) in kept {
      try KeptFile.write(
        text, to: try safety.outputPath(name, at: nil), isForced: !safety.isFleeting)
    }
    try KeptFile.write(
      Array(manifest.text.utf8), to: path + "/" + RunManifest.name, isForced: !safety.isFleeting)
    let written = Set(manifest.outputs.map(\.path))
    var changed: [String] = []
    for output in earlier?.outputs ?? [] where !written.contains(output.path) {
      let place = path + "/" + output.path
      // What lies behind a link is not the folder's own.
      guard FolderPath.absolute(place) == realPath + "/" + output.path,
        let bytes = try? KeptFile.bytes(of: place)
      else { continue }
      if RunManifest.Output(path: output.path, bytes: bytes) == output {
        unlink(place)
      } else {
        changed.append(output.path)
      }
    }
    return changed
  }
}
