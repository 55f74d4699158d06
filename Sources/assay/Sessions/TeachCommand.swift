import ArgumentParser
import AssayEngine
import AssayModel
import AssayRender
import AssaySessions
import AssayShell
import AssayText

/// `assay teach [LESSON]`: the lessons, and one of them in the real shell.
struct TeachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teach", abstract: "Lists the lessons, or teaches one in the shell.",
    discussion: """
      A lesson shows statements and sets tasks. Any program with the right result is a right \
      answer; `hint` helps, `skip` shows the answer, an empty line goes on. It goes on where the \
      learner stopped. What a learner has done is kept in a file of that learner's own and sent \
      nowhere.
      """)

  @Argument(
    help: .init(
      "The lesson, by its name, the beginning of its name, or its number.",
      valueName: "lesson"))
  var lesson: String?

  @Flag(help: "Begins the lesson anew, and forgets what was recorded of it.")
  var again = false

  @Option(help: "The learner; whoever is logged in otherwise.")
  var learner: String = LearnerFile.standardName

  @Option(help: .init("The folder of the lessons.", valueName: "folder"), completion: .directory)
  var lessons: String?

  @Option(
    help: .init("The folder for learners' files.", valueName: "folder"), completion: .directory)
  var records: String?

  @Option(
    parsing: .upToNextOption,
    help: .init(
      "Shows the results of learners' files, or of all in a folder, as a table.",
      valueName: "file"),
    completion: .file())
  var report: [String] = []

  @Option(help: "How the table is written: \(OutputFormat.names).")
  var format: OutputFormat?

  @Flag(help: "Plain lines for a screen reader: nothing drawn, coloured or moved.")
  var plain = false

  func validate() throws {
    if learner.allSatisfy(\.isWhitespace) { throw ValidationError("a learner has a name") }
  }

  func run() throws {
    let run = Run(plain: plain)
    do {
      try teach(run)
    } catch let fault as Diagnostic {
      throw run.report([fault])
    } catch let faults as Diagnostics {
      throw run.report(faults.all)
    }
  }

  private func teach(_ run: Run) throws {
    var list = LessonList(
      try LessonShelf(folder: lessons), format: format ?? run.terminal.standardFormat,
      terminal: run.terminal)
    guard report.isEmpty else { return try list.writeReport(of: report) }
    guard let folder = records ?? LearnerFile.standardFolder else {
      throw Diagnostic(
        .unwritableFile, at: nil, "there is no place for the learner's file",
        hint: "`--records FOLDER` names one")
    }
    let file = LearnerFile(name: learner, in: folder)
    guard let lesson else { return try list.write(of: file) }
    let chosen = try list.shelf.lesson(lesson)
    if again {
      var record = try file.read()
      record.forget(chosen.id)
      try file.write(record)
    }
    try teach(chosen, file, run)
  }

  private func teach(_ lesson: Lesson, _ file: LearnerFile, _ run: Run) throws {
    let input = run.terminal.inputIsTerminal ? nil : try run.standardInput()
    // The lesson is played in a folder of its own.
    let file = file.absolute
    let folder = try SessionFolder(for: lesson.text.name)
    defer { folder.close() }
    let host = TeachHost(run)
    var player = SessionPlayer(lesson.text, on: host, in: folder)
    for item in lesson.text.items where host.session == nil { _ = try player.shell(for: item) }
    guard let session = host.session else { throw Exit(.brokenCorpus) }
    session.guide = try LessonGuide(lesson, in: session, recordedIn: file)
    if let input { return try LessonScript(session).run(input) }
    guard let prompt = Prompt(session) else {
      throw Diagnostic(.misplacedStatement, at: nil, "a lesson needs a terminal to write to")
    }
    prompt.run()
  }
}
