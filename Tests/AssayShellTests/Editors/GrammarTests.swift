import AssayShell
import AssayText
import Testing

/// The grammar for VS Code on every program of the repository.
@Suite struct GrammarTests {
  /// What the scope of a piece begins with, the dot behind it left out.
  static let scopes: [PieceKind: [String]] = [
    .comment: ["comment"], .text: ["string"], .reference: ["variable.other.constant.reference"],
    .variable: ["variable.other.readwrite"], .number: ["constant.numeric"],
    .date: ["constant.numeric.date"], .scale: ["keyword.other.scale"],
    .unit: ["keyword.other.unit"], .range: ["keyword.operator.range"],
    .sign: ["keyword.operator"], .percent: ["keyword.operator", "keyword.other.unit"],
    .pipe: ["keyword.operator.pipe"], .relation: ["support.type.relation"],
    .stage: ["keyword.other.stage"], .function: ["support.function"],
    .operatorWord: ["keyword.operator.word"], .value: ["constant.language"],
    .statement: ["keyword.control"], .command: ["keyword.control.command"],
    .recordKind: ["storage.type.record"], .field: ["entity.other.attribute-name"],
  ]

  /// What a column must not look like.
  static let special = [
    "support.type", "keyword.other.stage", "storage.type", "keyword.control", "comment", "string",
  ]

  @Test func knowsEveryPieceOfEveryProgram() throws {
    let tokenizer = try TextMateTokenizer(EditorFile.text(named: "vscode"))
    var counts: [PieceKind: Int] = [:]
    for program in RepositoryProgram.all {
      let scopes = try tokenizer.scopes(of: program.text)
      let bytes = Array(program.text.utf8)
      for piece in ExpectedColours(program.text).pieces {
        counts[piece.kind, default: 0] += 1
        let word = String(decoding: bytes[piece.span.start..<piece.span.end], as: UTF8.self)
        for index in piece.span.start..<piece.span.end where bytes[index] != 0x0A {
          guard !Self.fits(scopes[index], piece.kind) else { continue }
          Issue.record("\(program): \(piece.kind) `\(word)` has the scopes [\(scopes[index])]")
          break
        }
      }
    }
    for kind in PieceKind.allCases { #expect(counts[kind] != nil, "no \(kind)") }
  }

  private static func fits(_ found: String, _ kind: PieceKind) -> Bool {
    let found = found.split(separator: " ")
    func has(_ scope: String) -> Bool { found.contains { ($0 + ".").hasPrefix(scope + ".") } }
    guard let wanted = scopes[kind] else { return !special.contains(where: has) }
    return wanted.contains(where: has)
  }
}

extension EditorFile {
  /// The text of a file, or of an editor's syntax.
  static func text(named name: String) -> String {
    all(version: "0").first { $0.editor == name || $0.path == name }?.text ?? ""
  }
}
