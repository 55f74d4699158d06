import AssayEngine
import AssayRender
import AssaySessions
import AssayText

/// Writes down what is entered at the prompt and what comes of it, as `assay play` would show it.
final class Recorder {
  /// The file, as messages call it.
  let path: String
  /// What the statement at hand has written so far.
  let output = Output()
  private let file: String
  private var transcript: Transcript

  /// - Parameter file: where the file goes.
  init(_ path: String, file: String, corpus: String) throws(Diagnostic) {
    (self.path, self.file) = (path, file)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let title = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    transcript = Transcript(title: title, corpus: corpus)
    try write()
  }

  /// Forgets what was written by a statement that is none of the session.
  func begin() { _ = output.takeBytes() }

  /// Adds what was entered, and writes the file.
  func add(_ statement: String, code: ExitCode) throws(Diagnostic) {
    let text = String(decoding: output.takeBytes(), as: UTF8.self)
    transcript.add(statement, SessionOutput(text: text, code: code.rawValue))
    try write()
  }

  private func write() throws(Diagnostic) {
    try KeptFile.write(Array(transcript.closed.utf8), to: file)
  }
}
