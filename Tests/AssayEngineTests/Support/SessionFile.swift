import Glibc

/// A Markdown file with sessions: statements and exactly what the program writes to them.
///
/// A block `assay CORPUS` is a session: a line that begins with `> ` is a statement, lines that
/// begin with `. ` go on with it, and the lines up to the next statement are what
/// `assay CORPUS -c STATEMENT` writes to standard output, then to standard error, then
/// `[exit N]` when that is not 0. Blocks `corpus PATH` and `document PATH` are files of a corpus
/// that the sessions of the same section call `.`; those before the first section are in all of
/// them. `‹FF›` stands for the byte FF. What stands behind `CORPUS` are options for the program.
struct SessionFile {
  /// Where the output differs from what is written down.
  struct Difference: CustomStringConvertible {
    let file: String
    let line: Int
    let statement: String
    let expected: [String]
    let found: [String]

    var description: String {
      var text = "\(file):\(line): > \(statement)\n"
      let shared = zip(expected, found).prefix { $0 == $1 }.count
      text += expected.prefix(shared).map { "  \($0)\n" }.joined()
      text += expected.dropFirst(shared).map { "- \($0)\n" }.joined()
      return text + found.dropFirst(shared).map { "+ \($0)\n" }.joined()
    }
  }

  let name: String
  private(set) var markdown: MarkdownFile
  /// The folder that holds a copy of `examples`.
  private let examples: String

  init(name: String, _ text: String, examples: ScratchFolder) {
    self.name = name
    self.examples = examples.path
    markdown = MarkdownFile(text)
  }

  /// Runs every session, and takes over what they write.
  mutating func run() throws -> [Difference] {
    var differences: [Difference] = []
    var shared: [MarkdownFile.Block] = []
    var own: [MarkdownFile.Block] = []
    var folder: ScratchFolder?
    var isInSection = false
    for (index, item) in markdown.items.enumerated() {
      switch item {
      case .prose(let line):
        guard line.hasPrefix("## ") else { continue }
        isInSection = true
        (own, folder) = ([], nil)
      case .block(let block) where ["corpus", "document"].contains(block.info.first):
        if isInSection { own.append(block) } else { shared.append(block) }
        folder = nil
      case .block(var block) where block.info.first == "assay" && block.info.count >= 2:
        let place = folder ?? make(shared + own)
        folder = place
        differences += try run(&block, in: place)
        markdown.items[index] = .block(block)
      case .block: continue
      }
    }
    return differences
  }

  private func make(_ files: [MarkdownFile.Block]) -> ScratchFolder {
    let folder = ScratchFolder()
    symlink(examples + "/examples", folder.path + "/examples")
    for file in files where file.info.count == 2 {
      folder.write(file.info[1], Self.bytes(of: file.text))
    }
    return folder
  }

  /// The bytes of a text in which `‹FF›` stands for the byte FF.
  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "‹"), let end = rest[start...].firstIndex(of: "›"),
      let byte = UInt8(rest[rest.index(after: start)..<end], radix: 16)
    {
      bytes += Array(rest[..<start].utf8) + [byte]
      rest = rest[rest.index(after: end)...]
    }
    return bytes + Array(rest.utf8)
  }

  private func run(
    _ block: inout MarkdownFile.Block, in folder: ScratchFolder
  ) throws -> [Difference] {
    var differences: [Difference] = []
    var lines: [String] = []
    var rest = block.lines[...]
    while let first = rest.popFirst() {
      let line = block.line + rest.startIndex
      guard first.hasPrefix("> ") else {
        lines.append(first)
        continue
      }
      var statement = [String(first.dropFirst(2))]
      while let next = rest.first, next.hasPrefix(". ") {
        statement.append(String(next.dropFirst(2)))
        rest = rest.dropFirst()
      }
      let expected = Array(rest.prefix { !$0.hasPrefix("> ") })
      rest = rest.dropFirst(expected.count)
      let whole = statement.joined(separator: "\n")
      let found = try Self.output(of: whole, on: Array(block.info.dropFirst()), in: folder)
      if found != expected {
        differences.append(
          Difference(
            file: name, line: line, statement: whole, expected: expected, found: found))
      }
      lines += ["> " + statement[0]] + statement.dropFirst().map { ". " + $0 } + found
    }
    block.lines = lines
    return differences
  }

  private static func output(
    of statement: String, on corpus: [String], in folder: ScratchFolder
  ) throws -> [String] {
    let outcome = try Program.run(corpus + ["-c", statement], in: folder.path)
    var text = outcome.text
    if !text.isEmpty, !text.hasSuffix("\n") { text += "[no line end]\n" }
    text += outcome.errorText
    if outcome.code != 0 { text += "[exit \(outcome.code)]\n" }
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
