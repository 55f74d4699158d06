import AssayModel
import AssayRender
import AssayShell
import Foundation
import Testing

/// `assay manpage`: nothing is forgotten, and every formatter reads it.
@Suite struct ManPageTests {
  private func page() throws -> String {
    let outcome = try Program.run(["manpage"], in: "/")
    #expect(outcome.code == 0, "\(outcome.errorText)")
    return outcome.text
  }

  /// The page without its markup, words and lines as they were.
  private func plain() throws -> String {
    var text = try page()
    let signs = [
      ("\\fB", ""), ("\\fI", ""), ("\\fR", ""), ("\\-", "-"), ("\\(aq", "'"), ("\\(ga", "`"),
      ("\\(dq", "\""), ("\\(ti", "~"), ("\\(ha", "^"), ("\\&", ""), ("\\e", "\\"),
      ("\\[u2026]", "…"),
    ]
    for (markup, sign) in signs { text = text.replacingOccurrences(of: markup, with: sign) }
    return text
  }

  @Test func hasItsSections() throws {
    let sections = try page().split(separator: "\n").filter { $0.hasPrefix(".SH") }
    let names = [
      "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "THE PROMPT", "EXIT STATUS",
      "ENVIRONMENT", "FILES", "EXAMPLES", "SEE ALSO",
    ]
    #expect(sections == names.map { ".SH \"\($0)\"" })
  }

  /// Every option and argument of every command, as the parser of the command line knows them.
  @Test func hasEveryCommandAndOption() throws {
    let page = try plain()
    let dump = try Program.run(["--experimental-dump-help"], in: "/")
    let value = try JSONSerialization.jsonObject(with: Data(dump.output)) as? [String: Any]
    let root = try #require(value?["command"] as? [String: Any])
    let commands = try #require(root["subcommands"] as? [[String: Any]])
    #expect(commands.count > 8)
    var options = 0
    for command in commands {
      let name = try #require(command["commandName"] as? String)
      guard name != "help" else { continue }
      #expect(page.contains("\n.TP\n\(name)\n"), "\(name)")
      let section = name == "open" ? "assay" : "assay \(name)"
      // What is hidden is for the program's own use.
      for argument in command["arguments"] as? [[String: Any]] ?? []
      where argument["shouldDisplay"] as? Bool != false {
        let names = (argument["names"] as? [[String: String]] ?? []).map {
          ($0["kind"] == "long" ? "--" : "-") + ($0["name"] ?? "")
        }
        let isCommon = names.contains("--help") || names.contains("--version")
        let part = page.components(
          separatedBy: isCommon ? "\n.SH \"OPTIONS\"\n" : "\n.SS \"\(section)\"\n")
        try #require(part.count == 2, "\(section)")
        let own = "\n" + part[1].components(separatedBy: "\n.S")[0]
        let shown =
          names.isEmpty
          ? (argument["valueName"] as? String ?? "?").uppercased() : names.joined(separator: ", ")
        #expect(own.contains("\n.TP\n\(shown)"), "\(section): \(shown)")
        options += 1
      }
    }
    #expect(options > 20)
  }

  @Test func hasEveryWordOfTheLists() throws {
    let page = try plain()
    for code in ExitCode.allCases {
      #expect(page.contains("\n.TP\n\(code.rawValue)\n"), "\(code)")
    }
    let entries =
      OutputFormat.allCases.map(\.rawValue) + DiagnosticForm.allCases.map(\.rawValue)
      + CommandSpec.all.map(\.usage) + Setting.all.map { "set " + $0.name }
      + ["Tab", "Ctrl-R", "Ctrl-D", "NO_COLOR", "HOME", "corpus.assay", ".assay/history"]
    for entry in entries { #expect(page.contains("\n.TP\n\(entry)"), "\(entry)") }
    for page in Manual.pages { #expect(try plain().contains("help \(page.name)"), "\(page.name)") }
  }

  /// The version stands where others have a date.
  @Test func isTheSameEachTime() throws {
    let version = try Program.run(["--version"], in: "/").text.dropLast()
    #expect(try page().hasPrefix(".TH \"ASSAY\" \"1\" \"\(version)\" "))
    #expect(try page() == page())
  }

  /// Only macros begin with a dot, and all of it is ASCII.
  @Test func isEscaped() throws {
    let macros: Set<Substring> = [
      ".TH", ".SH", ".SS", ".TP", ".PP", ".br", ".nf", ".fi", ".RS", ".RE",
    ]
    for line in try page().split(separator: "\n") {
      #expect(line.utf8.allSatisfy { 0x20..<0x7F ~= $0 }, "\(line)")
      #expect(!line.hasPrefix("'"), "\(line)")
      if line.hasPrefix(".") { #expect(macros.contains(line.prefix { $0 != " " }), "\(line)") }
      #expect(!line.contains(" -"), "\(line)")
    }
  }

  /// A formatter that is here has nothing to say but that the version is no date.
  @Test func isAccepted() throws {
    let folder = ScratchFolder()
    folder.write("assay.1", try page())
    let outcome = try Program.shell(
      """
      if command -v mandoc >/dev/null; then mandoc -T lint assay.1 | grep -v 'cannot parse date'; fi
      if command -v groff >/dev/null; then groff -ww -man -Tutf8 assay.1 >/dev/null; fi
      """, in: folder.path)
    #expect(outcome.text.isEmpty)
    #expect(outcome.errorText.isEmpty)
  }
}
