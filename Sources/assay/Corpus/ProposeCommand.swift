import ArgumentParser
import AssayLanguage
import AssayShell
import AssayText

/// `assay propose --with COMMAND [CORPUS] [@SOURCE…]`: another program's claims.
struct ProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Lets a program propose claims, kept apart until accepted.",
    discussion: """
      The program gets the sentences of the documents as JSON lines on standard input and writes \
      proposals as JSON lines to standard output; `assay help reviewing` lists their fields.
      """)

  @Option(help: .init("The program, as a shell reads it.", valueName: "command"))
  var with: String

  @Option(
    help: .init(
      "Whose proposals they are; the name of the program otherwise.", valueName: "name"))
  var maker: String?

  @Option(help: "How long the program may run; \(Int(ProposeRequest.seconds)) otherwise.")
  var seconds: LimitOptions.Seconds?

  @Option(help: "How many MiB the program may write; \(ProposeRequest.mebibytes) otherwise.")
  var megabytes: LimitOptions.Count?

  @Argument(
    help: .init(
      "The folder of the corpus, and the sources to send; all that have a document otherwise.",
      valueName: "corpus-or-@source"),
    completion: .directory)
  var words: [String] = []

  func validate() throws {
    guard ProposeRequest.isCommand(with) else {
      throw ValidationError("`--with` takes a command, not an empty text")
    }
    guard words.count(where: { !$0.hasPrefix("@") }) <= 1 else {
      throw ValidationError("one corpus at most, and sources as @id")
    }
  }

  func run() throws {
    let run = Run()
    let session = run.session(try run.open(words.first { !$0.hasPrefix("@") }))
    try session.requireSound()
    let sources = words.filter { $0.hasPrefix("@") }.map {
      Name(String($0.dropFirst()), at: Span(0, 0))
    }
    let request = ProposeRequest(
      command: with, sources: sources, maker: maker, seconds: seconds?.value ?? nil,
      mebibytes: megabytes?.value ?? nil)
    do {
      try session.propose(request, at: nil)
    } catch {
      throw session.report([error])
    }
  }
}
