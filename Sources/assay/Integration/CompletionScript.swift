import ArgumentParser

/// The script of ArgumentParser for a shell, taught what it lacks: that without a subcommand the
/// command line is that of `open`.
struct CompletionScript {
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    /// The shells for help.
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  let text: String

  init(_ shell: Shell) {
    switch shell {
    case .bash: text = Self.bash(Assay.completionScript(for: .bash))
    case .zsh: text = Self.zsh(Assay.completionScript(for: .zsh))
    case .fish: text = Self.fish(Assay.completionScript(for: .fish))
    }
  }

  /// The function for the program ends in a `case` whose last branch offers the subcommands.
  private static func bash(_ script: String) -> String {
    script.replacing(
      "    *)\n        # Offer subcommand completions\n",
      with: """
            *)
                # Without a subcommand it is `open`
                COMPREPLY=()
                unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")
                _assay_open
                [[ "${COMP_CWORD}" -eq 1 ]] || return 0

        """, maxReplacements: 1)
  }

  /// The words are those of `open` with its name put before them; at the first word the
  /// subcommands are offered as well.
  private static func zsh(_ script: String) -> String {
    script.replacing(
      "        _describe -V subcommand subcommands && ret=0\n",
      with: """
                _describe -V subcommand subcommands && ret=0
                _assay_open && ret=0

        """, maxReplacements: 1
    ).replacing(
      "            \"_assay_${words[1]}\" && ret=0\n            ;;\n",
      with: """
                    "_assay_${words[1]}" && ret=0
                    ;;
                *)
                    words=(open "${command_line[@]:1}")
                    CURRENT=$((current_word_index + 1))
                    _assay_open && ret=0
                    ;;

        """, maxReplacements: 1)
  }

  /// Where the first word is no subcommand, `open` is put before it; while it is being written,
  /// what `open` takes is offered beside the subcommands.
  private static func fish(_ script: String) -> String {
    let names = Assay.configuration.subcommands.map { $0._commandName } + ["help"]
    let openLines = script.split(separator: "\n").filter {
      $0.contains("\"assay open\"") && !$0.contains(" -l 'version'") && !$0.contains(" -l 'help'")
    }
    return script.replacing(
      "    set -l unparsed_tokens (__assay_tokens -pc)\n",
      with: """
            set -l unparsed_tokens (__assay_tokens -pc)
            if set -q unparsed_tokens[2]
                and not contains -- $unparsed_tokens[2] \(names.joined(separator: " "))
                set unparsed_tokens $unparsed_tokens[1] open $unparsed_tokens[2..]
            end

        """, maxReplacements: 1)
      + "\n" + openLines.map { $0.replacing("\"assay open\"", with: "\"assay\"") + "\n" }.joined()
  }
}
