import AssayLanguage
import AssayModel
import AssayQuery
import AssayShell
import Glibc
import Testing

/// The syntax file for Vim.
@Suite struct VimTests {
  static let syntax = EditorFile.text(named: "vim")

  /// The groups of a piece, `assay` before them left out.
  static let groups: [PieceKind: Set<String>] = [
    .comment: ["Comment"], .text: ["Text", "Escape", "BadEscape"], .reference: ["Reference"],
    .variable: ["Variable"], .number: ["Number"], .date: ["Date"], .scale: ["Scale"],
    .unit: ["Unit"], .range: ["Sign"], .sign: ["Sign"], .percent: ["Sign", "Unit"],
    .pipe: ["Pipe"], .relation: ["Relation"], .stage: ["Stage"], .function: ["Function"],
    .operatorWord: ["Operator"], .value: ["Constant"], .statement: ["Statement"],
    .command: ["Command"], .recordKind: ["Kind"], .field: ["Field"],
  ]
  /// How no column is shown.
  static let special: Set<String> = [
    "Relation", "Stage", "Kind", "Statement", "Command", "Comment", "Text",
  ]

  /// Every word of the lists is in the file.
  @Test func namesEveryWordOfTheLists() {
    let words =
      StageSpec.all.map(\.name) + StageSpec.all.flatMap(\.words) + RelationSpec.all.map(\.name)
      + FunctionSpec.all.map(\.name) + CommandSpec.all.map(\.name) + Keyword.statements
      + Keyword.reserved.sorted() + RecordSpec.all.map(\.kind.word)
      + RecordSpec.all.flatMap(\.fields).map(\.name) + OutputFormat.allCases.map(\.rawValue)
      + Numeral.scales.map(\.word) + Setting.all.map(\.name)
    let known = Set(Self.syntax.split { !($0.isLetter || $0.isNumber || $0 == "-") })
    for word in words { #expect(known.contains(Substring(word)), "\(word)") }
  }

  /// Vim itself on every program, where there is a Vim.
  @Test(.enabled(if: access("/usr/bin/vim", X_OK) == 0))
  func knowsEveryPieceOfEveryProgram() throws {
    let programs = RepositoryProgram.all
    let shown = try Self.groups(in: programs.map(\.text))
    try #require(shown.count == programs.count)
    for (program, found) in zip(programs, shown) {
      let bytes = Array(program.text.utf8)
      try #require(found.count == bytes.count, "\(program)")
      for piece in ExpectedColours(program.text).pieces {
        let word = String(decoding: bytes[piece.span.start..<piece.span.end], as: UTF8.self)
        for index in piece.span.start..<piece.span.end where bytes[index] != 0x0A {
          guard !Self.fits(found[index], piece.kind) else { continue }
          Issue.record("\(program): \(piece.kind) `\(word)` is shown as `\(found[index])`")
          break
        }
      }
    }
  }

  private static func fits(_ found: String, _ kind: PieceKind) -> Bool {
    groups[kind].map { $0.contains(found) } ?? !special.contains(found)
  }

  /// The groups that stand for another one of the file.
  private static let links: [Substring: Substring] = Dictionary(
    uniqueKeysWithValues: syntax.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard line.hasPrefix("highlight default link"), words[4].hasPrefix("assay") else {
        return nil
      }
      return (words[3], words[4])
    })

  /// The group of each byte of each text, line ends included.
  private static func groups(in texts: [String]) throws -> [[String]] {
    let folder = ScratchFolder()
    folder.write("assay.vim", syntax)
    for (number, text) in texts.enumerated() { folder.write("\(number).assay", text) }
    folder.write(
      "dump.vim",
      """
      syntax on
      let rows = []
      for number in range(\(texts.count))
        execute 'edit ' . number . '.assay'
        syntax clear
        unlet! b:current_syntax
        source assay.vim
        for line in range(1, line('$'))
          let names = []
          for column in range(1, col([line, '$']))
            call add(names, synIDattr(synID(line, column, 1), 'name'))
          endfor
          call add(rows, join(names, ','))
        endfor
        call add(rows, '=')
      endfor
      call writefile(rows, 'groups')
      quitall!

      """)
    let outcome = try Program.shell(
      "LC_ALL=C.UTF-8 timeout 120 vim -es -N -u NONE -i NONE -n -c 'set encoding=utf-8' -S dump.vim",
      in: folder.path)
    #expect(outcome.code == 0, "\(outcome.text)\(outcome.errorText)")
    let rows = String(decoding: folder.read("groups") ?? [], as: UTF8.self)
    var all: [[String]] = [[]]
    for row in rows.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if row == "=" {
        all.append([])
      } else {
        all[all.count - 1] += row.split(separator: ",", omittingEmptySubsequences: false)
          .map { String((links[$0] ?? $0).dropFirst("assay".count)) }
      }
    }
    return all.dropLast()
  }
}
