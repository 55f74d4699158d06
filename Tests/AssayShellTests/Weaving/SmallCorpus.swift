import AssayEngine
import AssayLanguage
import AssayModel
import AssayRender
import AssayText

@testable import AssayShell

/// A corpus of two sources and eight claims, on which scripts are woven.
struct SmallCorpus {
  let folder = ScratchFolder()

  init() {
    folder.write(
      "corpus.assay",
      """
      corpus small { title "Small" }
      use "claims.assay"
      source town {
        title "The town paper"; author "A. Writer"; publisher "Town Press"; published 2012-03-01
        url "https://example.org/town"; document "town.md"
      }
      source hill { title "The hill paper" }
      entity mayor: person { name "The mayor" }
      question open "Is the bridge open?" { answer yes "It is"; answer no "It is not" }
      """)
    folder.write("town.md", "# The bridge\n\nThe bridge is open. “It is safe”, they say.\n\nEnd.\n")
    folder.write(
      "claims.assay",
      """
      claim safe from @town {
        says "The bridge is safe."
        by @mayor
        quote "“It is safe”"
      }
      claim open from @town { says "The bridge is open."; answers @open yes; quote "The bridge is open." }
      claim shut from @hill { says "The bridge is shut."; answers @open no }
      claim h1 from @hill { says "One." }
      claim h2 from @hill { says "Two." }
      claim h3 from @hill { says "Three." }
      claim h4 from @hill { says "Four." }
      claim h5 from @hill { says "Five." }
      claim h6 from @hill { says "Six." }
      """)
  }

  /// What a run ended with, and what it said meanwhile.
  struct Fault: Error {
    let code: ExitCode
    let words: String
  }

  func workspace() throws(Diagnostic) -> Workspace { try Workspace(folder.path) }

  /// Weaves a script; its name says whether it is Markdown.
  func weave(
    _ text: String, name: String = "report.md", keepsGoing: Bool = false,
    given: [String: String] = [:]
  ) throws -> WovenReport {
    let errors = Output()
    let session = Session(
      try workspace(), terminal: .none(isPlain: false), output: Output(), errors: errors)
    do throws(Exit) {
      return try session.weave(
        LiterateText.program(of: SourceText(name: name, text)), given: ParameterValues(given),
        keepsGoing: keepsGoing, version: "1.2.3")
    } catch {
      throw Fault(code: error.code, words: String(decoding: errors.bytes, as: UTF8.self))
    }
  }

  /// Weaves one block of statements.
  func weave(statements: String) throws -> Report {
    try weave("```assay\n\(statements)\n```\n").report
  }
}

extension Report {
  /// What the parts are, and the words of those that are text.
  var outline: [String] {
    parts.map { part in
      switch part {
      case .prose(let text): "prose: " + text.withoutBlankEnds
      case .statement(let text): "statement: " + text
      case .table(let table): "table: \(table.rows.count) \(table.summary.noun)"
      case .chart(let chart): "chart: \(chart.title)"
      case .text(let text): "text: " + text
      case .remark(let text): "remark: " + text
      }
    }
  }

  /// The tables, and those beside charts.
  var tables: [ReportTable] {
    parts.compactMap { part in
      switch part {
      case .table(let table): table
      case .chart(let chart): chart.table
      default: nil
      }
    }
  }
}
