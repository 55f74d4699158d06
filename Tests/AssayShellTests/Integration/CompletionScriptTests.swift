import AssayModel
import AssayRender
import Glibc
import Testing

/// `assay completions`: the scripts are accepted by their shells, and complete.
@Suite struct CompletionScriptTests {
  /// The shells that are here; there is a bash everywhere.
  static let shells = ["bash", "zsh", "fish"]

  private func script(_ shell: String) throws -> String {
    let outcome = try Program.run(["completions", shell], in: "/")
    #expect(outcome.code == 0, "\(outcome.errorText)")
    return outcome.text
  }

  @Test(arguments: shells)
  func isAccepted(shell: String) throws {
    let folder = ScratchFolder()
    let text = try script(shell)
    #expect(text.contains("diagnostics") && text.contains("footnotes"))
    folder.write("script", text)
    guard shell == "bash" || access("/usr/bin/" + shell, X_OK) == 0 else { return }
    let outcome = try Program.shell("\(shell) -n script", in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.errorText.isEmpty)
  }

  /// What the generated script lacks is in each of them: without a subcommand it is `open`.
  @Test func knowsTheCommandLineWithoutASubcommand() throws {
    #expect(try script("bash").contains("    _assay_open\n"))
    #expect(try script("zsh").components("_assay_open && ret=0") == 2)
    let fish = try script("fish")
    #expect(fish.contains("set unparsed_tokens $unparsed_tokens[1] open"))
    #expect(fish.contains(#"for_flags_or_options "assay" format' -l 'format'"#))
    #expect(fish.contains(#"positional "assay" -eq 1' -fa '(__assay_complete_directories)'"#))
  }

  @Test func anUnknownShellIsRefused() throws {
    #expect(try Program.run(["completions", "tcsh"], in: "/").code == 2)
    #expect(try Program.run(["completions"], in: "/").code == 2)
  }

  /// Words of a command line, the last one to be completed, and what bash offers for it.
  static let table: [(words: [String], offered: [String])] = [
    (["exa"], ["examples"]),
    (["ru"], ["run"]),
    (["--f"], ["--format"]),
    (["--format", ""], OutputFormat.allCases.map(\.rawValue)),
    (["--diagnostics", ""], DiagnosticForm.allCases.map(\.rawValue)),
    (["examples/"], ["examples/corpus"]),
    (["examples/corpus", "--d"], ["--diagnostics"]),
    (["examples/corpus", "--format", "js"], ["json", "jsonl"]),
    (["run", ""], ["examples", "notes.md", "sums.assay"]),
    (["run", "sums.assay", "--corpus", ""], ["examples"]),
    (["run", "--diagnostics", "j"], ["json"]),
    (["check", ""], ["examples"]),
    (["new", "ex"], ["examples"]),
    (["completions", ""], shells),
    (["describe", "--j"], ["--json"]),
  ]

  @Test(arguments: table.indices)
  func bashCompletes(index: Int) throws {
    let (words, offered) = Self.table[index]
    let folder = ScratchFolder()
    folder.write("script", try script("bash"))
    for file in ["sums.assay", "notes.md", "sums.csv", "examples/corpus/corpus.assay"] {
      folder.write(file, "")
    }
    let line = (["assay"] + words).map { "'\($0)'" }
    folder.write(
      "try",
      """
      . ./script
      rm script try
      COMP_WORDS=(\(line.joined(separator: " ")))
      COMP_CWORD=\(words.count)
      COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}
      _assay assay "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"

      """)
    let outcome = try Program.shell("bash --norc ./try", in: folder.path)
    #expect(outcome.errorText.isEmpty)
    #expect(Set(outcome.text.split(separator: "\n").map(String.init)) == Set(offered))
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
