import AssayText

/// What one script of a run takes from other files, and which files it writes.
package final class ScriptNotes {
  /// The scripts that it used or ran, in the order in which they were read, each once.
  package private(set) var taken: [SourceText] = []
  /// The stamps of all scripts that were looked for, sound or not, as they were before.
  package private(set) var looked = LookedFiles()
  /// Whether a path of it begins in the working folder.
  private(set) var needsWorkingFolder = false
  /// The files that `save` has written, by their paths in the folder of the run.
  private(set) var saved: Set<String> = []
  /// The name of the script, for messages.
  let script: String
  private let folder: RunFolder?

  /// - Parameter folder: where outputs are kept, if they are.
  package init(_ script: String, in folder: RunFolder? = nil) {
    (self.script, self.folder) = (script, folder)
  }

  /// Notes that a script is about to be read.
  func look(at path: String) { looked.look(at: path) }

  /// Notes scripts that were taken with `use`.
  func use(_ scripts: [SourceText]) {
    for script in scripts where !taken.contains(where: { $0.name == script.name }) {
      taken.append(script)
    }
  }

  /// Notes a script that was taken with `run`.
  func run(_ script: SourceText) {
    use([script])
    if !script.name.hasPrefix("/") { needsWorkingFolder = true }
  }

  /// Makes sure that a file may be written, and notes it.
  ///
  /// - Throws: `wrongArguments` where the run keeps something else.
  func save(_ place: String, at span: Span?) throws(Diagnostic) {
    guard let folder else { return }
    saved.insert(try folder.claim(place, for: script, at: span))
  }
}
