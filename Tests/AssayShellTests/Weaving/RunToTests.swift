import Testing

/// `assay run --to`: reports as the command line gives them.
@Suite struct RunToTests {
  private let corpus = SmallCorpus()

  private func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program.run(["run"] + arguments, in: corpus.folder.path, environment: environment)
  }

  @Test func standardOutputIsTheReportAlone() throws {
    corpus.folder.write(
      "report.md",
      "# A\n\n```assay\nclaims | select id | save \"out.csv\"\nset nulls \"-\"\nclaims | take 1\n```\n"
    )
    let outcome = try run("report.md", "--to", "markdown")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.text.hasPrefix("# A\n") && outcome.text.contains("wrote `out.csv`"))
    #expect(corpus.folder.holds("out.csv"))
    let page = try run("report.md", "--to", "html")
    #expect(page.code == 0 && page.text.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func allFaultsAreToldBeforeAnythingRuns() throws {
    corpus.folder.write(
      "report.md",
      "# A [@opne]\n\n```assay\nclaims | save \"out.csv\"\nclaims | where nothing = 1\n```\n\n[@town]\n"
    )
    let outcome = try run("report.md", "--to", "html")
    #expect(outcome.code == 2 && outcome.output.isEmpty && !corpus.folder.holds("out.csv"))
    #expect(
      outcome.errorText.hasPrefix(
        """
        error[Q109]: no claim `@opne` in the corpus
         --> report.md:1:6
        1 | # A [@opne]
          |      ^^^^^ did you mean `@open`?
        """), "\(outcome.errorText)")
    #expect(outcome.errorText.contains("error[Q103]"))
    #expect(outcome.errorText.contains(" --> report.md:8:2\n8 | [@town]\n"))
    // The prose of Markdown is a report's, whether it is woven or not.
    corpus.folder.write("report.md", "# A [@opne]\n\n```assay\nclaims | select id | take 1\n```\n")
    let plain = try run("report.md", "--format", "csv")
    #expect(plain.code == 2 && plain.errorText.contains("did you mean `@open`?"))
    // A statement ends with its block, and the next one may go on from its result.
    corpus.folder.write(
      "report.md",
      "```assay\nclaims | select id | take 2\n```\n\n```assay\n| take 1\n```\n\n```assay\nclaims |\n```\n"
    )
    let open = try run("report.md")
    #expect(open.errorText.contains("found the end of the block"))
    #expect(open.errorText.contains(" --> report.md:11:1\n"))
    corpus.folder.write(
      "report.md", "```assay\nclaims | select id | take 2\n```\n\n```assay\n| take 1\n```\n")
    let two = try run("report.md", "--format", "csv")
    #expect(two.text == "id\nh1\nh2\nid\nh1\n")
    corpus.folder.write("report.assay", "# First.\n# Then [@open,\n# @opne].\nclaims\n")
    let comments = try run("report.assay", "--to", "html")
    #expect(comments.errorText.contains(" --> report.assay:3:3\n3 | # @opne].\n"))
  }

  @Test func nothingIsHalfWritten() throws {
    corpus.folder.write("report.md", "# A\n\n```assay\nclaims\nexpect false\n```\n")
    let outcome = try run("report.md", "--to", "html")
    #expect(outcome.code == 1 && outcome.output.isEmpty)
    #expect(outcome.errorText.contains("report.md:5:8"))
    let whole = try run("report.md", "--to", "html", "--keep-going")
    #expect(whole.code == 1 && whole.text.hasSuffix("</html>\n"))
    #expect(whole.text.contains("<code>false</code> does not hold"))
  }

  @Test func theCommandLineIsChecked() throws {
    corpus.folder.write("a.assay", "claims\n")
    let unknown = try run("a.assay", "--to", "nonsense")
    #expect(unknown.code == 2 && unknown.output.isEmpty)
    #expect(unknown.errorText.contains("markdown") && unknown.errorText.contains("html"))
    let two = try run("a.assay", "a.assay", "--to", "html")
    #expect(two.code == 2 && two.errorText.contains("one report of one script"))
    let format = try run("a.assay", "--to", "html", "--format", "csv")
    #expect(format.code == 2 && format.errorText.contains("`--format` is for results alone"))
  }

  /// The scripts of the example, each woven in both forms and in two surroundings.
  @Test func theSameFilesGiveTheSameBytes() throws {
    let folder = ScratchFolder(copying: "examples")
    let scripts = ScratchFolder.names(in: folder.path + "/examples/peru/analyses")
      .filter { !$0.hasSuffix(".out") }
    #expect(scripts.count >= 5)
    for script in scripts {
      for form in ["markdown", "html"] {
        let arguments = ["run", "examples/peru/analyses/" + script, "--to", form]
        let first = try Program.run(arguments, in: folder.path)
        let second = try Program.run(
          arguments, in: folder.path,
          environment: ["LC_ALL": "C", "TZ": "Asia/Tokyo", "COLUMNS": "40", "TERM": "dumb"])
        #expect(first.code == 0 && first.errors.isEmpty, "\(script) \(first.errorText)")
        #expect(first.output == second.output && !first.output.isEmpty, "\(script)")
      }
    }
  }
}
