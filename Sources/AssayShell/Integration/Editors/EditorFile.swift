import AssayRender

/// A file with which an editor learns the language.
package struct EditorFile: Sendable {
  /// Its place below `examples/editors`.
  package let path: String
  /// The editor whose colours are in it; `nil` for what goes with them.
  package let editor: String?
  private let make: @Sendable () -> String

  /// What stands in it.
  package var text: String { make() }

  private init(
    _ path: String, editor: String? = nil, _ make: @autoclosure @escaping @Sendable () -> String
  ) {
    (self.path, self.editor, self.make) = (path, editor, make)
  }

  /// Every file, the one with the colours first for each editor.
  ///
  /// - Parameter version: the number of the version, as in `0.2.0`.
  package static func all(version: String) -> [EditorFile] {
    [
      EditorFile("vim/syntax/assay.vim", editor: "vim", VimSyntax().text),
      EditorFile("vim/ftdetect/assay.vim", VimSyntax.detection),
      EditorFile("vim/ftplugin/assay.vim", VimSyntax.plugin),
      EditorFile(
        "vscode/syntaxes/assay.tmLanguage.json", editor: "vscode", TextMateGrammar.json.page),
      EditorFile("vscode/package.json", VSCodeExtension.package(version: version).page),
      EditorFile("vscode/language-configuration.json", VSCodeExtension.configuration.page),
    ]
  }

  /// What `assay syntax` takes.
  package static var names: [String] {
    let files = all(version: "")
    return files.compactMap(\.editor) + files.map(\.path)
  }
}
