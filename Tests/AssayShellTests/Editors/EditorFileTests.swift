import AssayShell
import Foundation
import Testing

/// The files for editors: in the repository as the program prints them.
@Suite struct EditorFileTests {
  private func printed(_ arguments: String...) throws -> String {
    let outcome = try Program.run(["syntax"] + arguments, in: "/")
    #expect(outcome.code == 0, "\(outcome.errorText)")
    return outcome.text
  }

  @Test func theRepositoryHoldsThem() throws {
    let paths = try printed().split(separator: "\n").map(String.init)
    #expect(paths == EditorFile.all(version: "").map(\.path))
    for path in paths {
      let held = RepositoryProgram.contents("examples/editors/" + path)
      #expect(try held == printed(path), "\(path): run scripts/generate-editors")
    }
  }

  @Test func nothingElseIsThere() {
    let folder = Program.repository + "/examples/editors"
    var found: [String] = []
    for name in FileManager.default.enumerator(atPath: folder)?.allObjects ?? [] {
      if let name = name as? String, ScratchFolder.read(folder + "/" + name) != nil {
        found.append(name)
      }
    }
    #expect(found.sorted() == EditorFile.all(version: "").map(\.path).sorted())
  }

  @Test func anEditorStandsForItsSyntax() throws {
    #expect(try printed("vim") == printed("vim/syntax/assay.vim"))
    #expect(try printed("vscode") == printed("vscode/syntaxes/assay.tmLanguage.json"))
    let wrong = try Program.run(["syntax", "emacs"], in: "/")
    #expect(wrong.code == 2)
    #expect(wrong.errorText.contains("`assay syntax` lists them"))
  }

  /// The extension names files that are there, and is of the program's version.
  @Test func theExtensionIsWhole() throws {
    let folder = Program.repository + "/examples/editors/vscode/"
    func object(_ path: String) throws -> [String: Any] {
      let bytes = try #require(ScratchFolder.read(folder + path))
      return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
    let package = try object("package.json")
    let version = try Program.run(["--version"], in: "/").text
    #expect("assay \(package["version"] as? String ?? "")\n" == version)
    let contributes = try #require(package["contributes"] as? [String: [[String: Any]]])
    let language = try #require(contributes["languages"]?.first)
    let grammar = try #require(contributes["grammars"]?.first)
    #expect(language["extensions"] as? [String] == [".assay"])
    #expect(grammar["language"] as? String == language["id"] as? String)
    let configuration = try object(try #require(language["configuration"] as? String))
    #expect((configuration["comments"] as? [String: String])?["lineComment"] == "#")
    let syntax = try object(try #require(grammar["path"] as? String))
    #expect(syntax["scopeName"] as? String == grammar["scopeName"] as? String)
  }
}
