import AssayEngine
import AssaySessions
import AssayText
import Glibc

/// Holds what a run has left to what it was made of, and makes it again: once as it was, and once
/// with the records of the corpus in another order and in other surroundings.
package struct Verification {
  private let folder: String
  /// Absolute and without symbolic links.
  private let realPath: String
  private let manifest: RunManifest
  private let isSafe: Bool
  /// What does not hold.
  package private(set) var faults: [Diagnostic] = []
  /// How files differ, as `diff -u` shows it.
  package private(set) var differences: [UInt8] = []
  /// What runs that failed have said.
  package private(set) var said = ""

  /// How many runs are made.
  package static let runCount = 2

  /// - Parameter isSafe: whether the scripts run in safe mode even if they did not.
  /// - Throws: `unreadableFile`, `brokenManifest`.
  package init(_ folder: String, isSafe: Bool) throws(Diagnostic) {
    self.folder = folder
    manifest = try RunManifest.read(in: folder)
    realPath = Safety.resolved(folder) ?? folder
    self.isSafe = isSafe || manifest.isSafe
  }

  /// How many files are compared.
  package var fileCount: Int { manifest.outputs.count }

  /// The version of the program that made the run.
  package var program: String { manifest.program }

  /// Compares everything; what does not hold is in ``faults`` then.
  ///
  /// - Throws: `missingCorpus`, `interrupted`, `unwritableFile`, `unreadableFile`.
  package mutating func run() throws(Diagnostic) {
    let recorded = compareOutputs()
    try compareInputs()
    let scratch = try TemporaryFolder(for: "verify")
    let (first, second) = (scratch.path + "/first", scratch.path + "/second")
    let again = try start(into: first, [], in: nil, [:])
    let elsewhere = try start(
      into: second, ["--record-order", "reversed"], in: "/", ChildRun.elsewhere)
    let isDone = try finish(again, "when it is run again")
    let isDoneElsewhere = try finish(elsewhere, Self.elsewhereWords)
    guard isDone else { return }
    let made = try RunManifest.read(in: first)
    compareFiles(with: made, in: first)
    compareParameters(with: made)
    let files = contents(of: made, in: first)
    compare(recorded, files, "recorded", "run again", "when it is run again")
    guard isDoneElsewhere else { return }
    compare(
      files, contents(of: try RunManifest.read(in: second), in: second), "run again",
      "run in another order and elsewhere", Self.elsewhereWords)
  }

  private static let elsewhereWords =
    "with the records in another order, in another locale, time zone, terminal and folder"

  /// The outputs as they are on the disk; tells those that have changed.
  private mutating func compareOutputs() -> [(path: String, bytes: [UInt8])] {
    var found: [(path: String, bytes: [UInt8])] = []
    for output in manifest.outputs {
      guard let bytes = try? KeptFile.bytes(of: realPath + "/" + output.path) else {
        note("`\(shown(output.path))` is gone")
        continue
      }
      found.append((output.path, bytes))
      guard RunManifest.Output(path: output.path, bytes: bytes) != output else { continue }
      note("`\(shown(output.path))` has changed since the run wrote it")
    }
    return found
  }

  /// Tells files of the corpora, and scripts, that have changed.
  private mutating func compareInputs() throws(Diagnostic) {
    for corpus in manifest.corpora {
      let place = FolderPath.joined(realPath, corpus.path)
      do throws(Diagnostic) {
        try Workspace.requireCorpus(place)
      } catch {
        throw Diagnostic(
          error.code, at: nil, "the corpus of the run is not at `\(shown(corpus.path))`",
          hint: "paths in a manifest begin in its folder: move both together")
      }
      for file in corpus.files {
        tell(file.digest, place + "/" + file.path, "the corpus has changed since: `\(file.path)`")
      }
    }
    for script in manifest.scripts {
      tell(script.digest, at: script.path)
      for used in script.uses { tell(used.digest, at: used.path) }
    }
  }

  private mutating func tell(_ digest: String, at path: String) {
    let place = FolderPath.joined(realPath, path)
    tell(digest, place, "a script has changed since: `\(shown(path))`")
  }

  private mutating func tell(_ digest: String, _ place: String, _ words: String) {
    let bytes = try? KeptFile.bytes(of: place)
    guard bytes.map(KeptFile.digest) != digest else { return }
    note(bytes == nil ? words + " is gone" : words)
  }

  /// Tells files of the corpora that were not there.
  private mutating func compareFiles(with made: RunManifest, in scratch: String) {
    for corpus in made.corpora {
      let place = Safety.resolved(FolderPath.joined(scratch, corpus.path))
      let known = manifest.corpora.first {
        Safety.resolved(FolderPath.joined(realPath, $0.path)) == place
      }
      let paths = Set(known?.files.map(\.path) ?? [])
      for file in corpus.files where !paths.contains(file.path) {
        note("the corpus has changed since: `\(file.path)` is new")
      }
    }
  }

  /// Tells scripts whose parameters have other values than the manifest says.
  private mutating func compareParameters(with made: RunManifest) {
    for (script, again) in zip(manifest.scripts, made.scripts)
    where script.parameters != again.parameters {
      note("the parameters of `\(shown(script.path))` are not those of the manifest")
    }
  }

  /// Starts the run again.
  private func start(
    into out: String, _ more: [String], in place: String?, _ variables: [String: String]
  ) throws(Diagnostic) -> ChildRun {
    var arguments = ["run", "--fleeting", "--out", out] + more
    if let format = manifest.format { arguments += ["--format", format] }
    if let report = manifest.report { arguments += ["--to", report] }
    if isSafe { arguments.append("--safe") }
    if manifest.corpora.count == 1, let corpus = manifest.corpora.first {
      arguments += ["--corpus", FolderPath.joined(realPath, corpus.path)]
    }
    for value in manifest.given { arguments += ["--set", "\(value.name)=\(value.value)"] }
    for script in manifest.scripts {
      arguments.append(FolderPath.absolute(FolderPath.joined(realPath, script.path)))
    }
    let folder = manifest.folder.map { FolderPath.joined(realPath, $0) } ?? place
    return try ChildRun(arguments, in: folder, variables: variables, errors: out + ".errors")
  }

  /// Waits for a run; `false` if it failed, which is told then.
  private mutating func finish(_ run: ChildRun, _ how: String) throws(Diagnostic) -> Bool {
    let code = run.finish()
    if InterruptFlag.isRaised || code == ExitCode.interrupted.rawValue { throw .interrupted }
    guard code != 0 else { return true }
    // Both runs mostly fail for one reason.
    if said != run.said { said += run.said }
    note("the run fails \(how), with exit code \(code)")
    return false
  }

  private func contents(
    of made: RunManifest, in folder: String
  ) -> [(path: String, bytes: [UInt8])] {
    made.outputs.map { ($0.path, (try? KeptFile.bytes(of: folder + "/" + $0.path)) ?? []) }
  }

  /// Tells how the files of one run differ from those of another.
  private mutating func compare(
    _ old: [(path: String, bytes: [UInt8])], _ new: [(path: String, bytes: [UInt8])],
    _ oldName: String, _ newName: String, _ how: String
  ) {
    let known = Set(manifest.outputs.map(\.path))
    for (path, before) in old {
      guard let after = new.first(where: { $0.path == path })?.bytes else {
        note("`\(shown(path))` is not written \(how)")
        continue
      }
      guard before != after else { continue }
      let diff = LineDiff(before, after)
      let name = shown(path)
      differences +=
        UnifiedDiff(diff, oldName: "\(name)\t\(oldName)", newName: "\(name)\t\(newName)").bytes
      note("`\(name)` differs \(how): \(Self.words(for: diff))")
    }
    for path in new.map(\.path) where !old.contains(where: { $0.path == path }) {
      if !known.contains(path) { note("`\(shown(path))` is written \(how), and was not before") }
    }
  }

  /// `line 3`, `lines 3-5, 9 and 4 other places`.
  private static func words(for diff: LineDiff) -> String {
    let places = diff.changes.map { change in
      let lines = change.old.isEmpty ? change.new : change.old
      let first = lines.lowerBound + 1
      return lines.count > 1 ? "\(first)-\(lines.upperBound)" : "\(first)"
    }
    let word = places.count == 1 && !places[0].contains("-") ? "line" : "lines"
    let rest = places.count - 5
    let more = rest > 0 ? " and \(rest) other place\(rest == 1 ? "" : "s")" : ""
    return "\(word) \(places.prefix(5).joined(separator: ", "))\(more)"
  }

  /// A path from the folder of the run, from the working folder.
  private func shown(_ path: String) -> String {
    FolderPath.plain(FolderPath.joined(folder, path))
  }

  private mutating func note(_ message: String) {
    let fault = Diagnostic(.notReproduced, at: nil, message)
    if !faults.contains(fault) { faults.append(fault) }
  }
}
