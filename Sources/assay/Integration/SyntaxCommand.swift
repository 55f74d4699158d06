import ArgumentParser
import AssayShell

/// `assay syntax [FILE]`: the files with which editors colour the language.
struct SyntaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax", abstract: "Prints a file with which an editor colours the language.")

  @Argument(
    help: "The file, or `vim` or `vscode` for the syntax alone; without it lists the files.",
    completion: .list(EditorFile.names))
  var file: String?

  func run() throws {
    let files = EditorFile.all(version: Assay.version)
    guard let file else { return try Run().print(files.map { $0.path + "\n" }.joined()) }
    guard let found = files.first(where: { $0.path == file || $0.editor == file }) else {
      throw ValidationError("No file `\(file)`; `assay syntax` lists them.")
    }
    try Run().print(found.text)
  }
}
