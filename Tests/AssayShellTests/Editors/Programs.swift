import Foundation

/// Every program of the repository: files, and what stands in Markdown.
struct RepositoryProgram: CustomStringConvertible {
  /// The file, and the line of a block.
  let name: String
  let text: String

  var description: String { name }

  static let all: [RepositoryProgram] = {
    var programs: [RepositoryProgram] = []
    for path in files(in: "examples") where path.hasSuffix(".assay") {
      programs.append(RepositoryProgram(name: path, text: contents(path)))
    }
    let pages =
      ["README.md"] + files(in: "examples") + files(in: "Sources/AssayShell/Manual")
      + files(in: "Tests/Golden")
    for path in pages where path.hasSuffix(".md") { programs += blocks(of: path) }
    return programs
  }()

  /// The paths below a folder of the repository, in byte order.
  private static func files(in folder: String) -> [String] {
    let names = ScratchFolder.names(in: Program.repository + "/" + folder).filter { $0 != ".assay" }
    return names.flatMap { name in
      let path = folder + "/" + name
      return ScratchFolder.read(Program.repository + "/" + path) == nil ? files(in: path) : [path]
    }
  }

  static func contents(_ path: String) -> String {
    String(decoding: ScratchFolder.read(Program.repository + "/" + path) ?? [], as: UTF8.self)
  }

  /// Blocks `assay` and `corpus …` are programs, blocks `assay CORPUS` sessions whose statements
  /// are.
  private static func blocks(of path: String) -> [RepositoryProgram] {
    var programs: [RepositoryProgram] = []
    var block: (info: [Substring], line: Int, lines: [Substring])?
    let lines = contents(path).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in zip(1..., lines) {
      if let open = block {
        if line == "```" {
          programs += statements(of: open, in: path)
          block = nil
        } else {
          block?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        block = (line.dropFirst(3).split(separator: " "), number, [])
      }
    }
    return programs
  }

  private static func statements(
    of block: (info: [Substring], line: Int, lines: [Substring]), in path: String
  ) -> [RepositoryProgram] {
    func program(_ lines: [Substring], _ line: Int) -> RepositoryProgram {
      RepositoryProgram(name: "\(path):\(line)", text: lines.map { $0 + "\n" }.joined())
    }
    switch block.info.first {
    case "corpus": return [program(block.lines, block.line)]
    case "assay" where block.info.count == 1 && block.lines.first?.hasPrefix("> ") != true:
      return [program(block.lines, block.line)]
    case "assay":
      var programs: [RepositoryProgram] = []
      var rest = block.lines[...]
      while let line = rest.popFirst() {
        guard line.hasPrefix("> ") else { continue }
        let place = block.line + rest.startIndex
        let more = rest.prefix { $0.hasPrefix(". ") }
        programs.append(program([line.dropFirst(2)] + more.map { $0.dropFirst(2) }, place))
      }
      return programs
    default: return []
    }
  }
}
