import AssayEngine
import AssayLanguage
import AssaySessions
import AssayText
import Glibc

/// `record` and sessions that are run at the prompt.
extension Session {
  /// `record "file.md"` and `record stop`.
  func writeDown(_ name: Name, _ arguments: [Name]) throws(Diagnostic) {
    _ = try requirePrompt(name)
    guard arguments.count == 1 else {
      throw Diagnostic(
        .wrongArguments, at: arguments.dropFirst().first?.span ?? name.span,
        "`record` takes a file in quotes, or `stop`")
    }
    if arguments[0].text == "stop" {
      guard let recorder else {
        throw Diagnostic(.nothingBefore, at: arguments[0].span, "nothing is being recorded")
      }
      self.recorder = nil
      return say("the session is in `\(recorder.path)`; `assay play \(recorder.path)` plays it\n")
    }
    let path = arguments[0]
    guard LiterateText.isMarkdown(path.text) else {
      throw Diagnostic(
        .wrongArguments, at: path.span, "a session is Markdown, so its file ends in `.md`")
    }
    let file = try safety.outputPath(path.text, at: path.span)
    guard access(file, F_OK) != 0 else {
      throw Diagnostic(
        .unwritableFile, at: path.span, "`\(path.text)` is there already",
        hint: "take another name, or remove the file first")
    }
    if let recorder { say("`\(recorder.path)` ends here\n") }
    do throws(Diagnostic) {
      recorder = try Recorder(
        path.text, file: file, corpus: Self.path(to: workspace.folder.realPath, from: file))
    } catch {
      throw Diagnostic(error.code, at: path.span, error.message, hint: error.hint)
    }
    say("recording in `\(path.text)`; `record stop` ends it, a comment becomes prose\n")
    let environment = workspace.environment
    if !environment.definitions.isEmpty || !environment.values.isEmpty {
      say("what was defined before is not in it: define again what it needs\n")
    }
  }

  /// The way from a file's folder to a folder, both found by their real places.
  private static func path(to target: String, from file: String) -> String {
    let folder = FolderPath.folder(of: file)
    guard let real = Safety.resolved(folder.isEmpty ? "." : folder) else { return target }
    return FolderPath.relative(target, from: real)
  }

  /// Runs the statements of a session, each shown before what it writes; what fails is told, and
  /// the others go on, as they would at the prompt.
  ///
  /// - Throws: `badSession` for one that is on another corpus.
  func play(_ text: SessionText, _ path: Name) throws(Diagnostic) {
    let folder = FolderPath.folder(of: path.text)
    let home = Safety.resolved(folder.isEmpty ? "." : folder) ?? folder
    for case .session(let block) in text.items {
      if let corpus = block.opening.first {
        let place = SessionFolder.find(corpus, from: home).map { $0 + "/" + corpus } ?? corpus
        guard Safety.resolved(place) == workspace.folder.realPath else {
          throw Diagnostic(
            .badSession, at: path.span, "this session is on the corpus `\(corpus)`",
            hint: "`assay play \(path.text)` plays it there")
        }
      }
      for step in block.steps where !isOver {
        try write(step.text(writing: []))
        do throws(Exit) {
          try enter(SourceText(name: "<prompt>", step.statement))
        } catch {
          if error.code == .interrupted { throw .interrupted }
        }
      }
    }
  }
}
