import AssayRender

/// What makes the grammar an extension of VS Code that can be installed from its folder.
enum VSCodeExtension {
  /// `package.json`.
  static func package(version: String) -> JSONValue {
    [
      "name": "assay", "displayName": "Assay",
      "description": "The language of Assay: corpora, queries, scripts.",
      "version": .text(version), "publisher": "assay", "license": "MIT",
      "engines": ["vscode": "^1.60.0"], "categories": ["Programming Languages"],
      "contributes": [
        "languages": [
          [
            "id": "assay", "aliases": ["Assay"], "extensions": [".assay"],
            "configuration": "./language-configuration.json",
          ]
        ],
        "grammars": [
          [
            "language": "assay", "scopeName": "source.assay",
            "path": "./syntaxes/assay.tmLanguage.json",
          ]
        ],
      ],
    ]
  }

  /// `language-configuration.json`: comments, brackets, and what a word is.
  static let configuration: JSONValue = [
    "comments": ["lineComment": "#"],
    "brackets": [["{", "}"], ["[", "]"], ["(", ")"]],
    "autoClosingPairs": [
      ["open": "{", "close": "}", "notIn": ["string", "comment"]],
      ["open": "[", "close": "]", "notIn": ["string", "comment"]],
      ["open": "(", "close": ")", "notIn": ["string", "comment"]],
      ["open": "\"", "close": "\"", "notIn": ["string", "comment"]],
    ],
    "surroundingPairs": [["{", "}"], ["[", "]"], ["(", ")"], ["\"", "\""]],
    "wordPattern": "[@$]?[A-Za-z0-9_\\u0080-\\uFFFF]+(?:-[A-Za-z0-9_\\u0080-\\uFFFF]+)*",
    "indentationRules": [
      "increaseIndentPattern": "^[^#\"]*\\{[^}\"]*$", "decreaseIndentPattern": "^\\s*\\}",
    ],
  ]
}
