import ArgumentParser
import AssaySessions
import AssayShell
import AssayText

/// `assay play FILE…`: sessions in Markdown, played, checked or written anew.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Plays sessions: Markdown with statements and what they write.",
    discussion: """
      On a terminal, shows the text block by block and runs its statements; Enter goes on. \
      Elsewhere, writes the text with what the statements write now.
      """)

  @Argument(
    help: .init("The files, in Markdown.", valueName: "file"), completion: .file(extensions: ["md"])
  )
  var files: [String]

  @Flag(help: "Compares what the statements write with the text; exit code 1 if they differ.")
  var check = false

  @Flag(help: "Writes what the statements write into the files.")
  var update = false

  func validate() throws {
    if check && update { throw ValidationError("`--check` and `--update` exclude each other") }
  }

  func run() throws {
    let run = Run()
    let playing = SessionPlaying(host: PlayHost(), terminal: run.terminal)
    var first: Exit?
    for file in files {
      do throws(Exit) {
        switch (check, update) {
        case (true, _): try playing.check(file)
        case (_, true): try playing.update(file)
        default: try playing.show(file)
        }
      } catch {
        guard error.code != .interrupted else { throw error }
        first = first ?? error
      }
    }
    if let first { throw first }
  }
}
