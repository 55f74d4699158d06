import ArgumentParser
import AssayCorpus
import AssayShell
import AssayText

/// `assay new DIR`: a small corpus to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Makes a small commented corpus to begin with.")

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  func run() throws {
    do {
      let files = try CorpusTemplate.write(to: folder)
      for file in files { print(file) }
      print("\nassay \(folder)   opens it")
    } catch {
      throw Run().report([error])
    }
  }
}
