/// Statements and scripts as a whole: Q116 to Q121, Q126, X301.
extension Explanation {
  static let programs: [Explanation] = [
    Explanation(
      .unknownParameter,
      means: """
        A `param` is a value that whoever runs the script may choose, with `--set year=2023`. One \
        without a value of its own has to be given one, of the type that it says; and a name that \
        is set has to be a parameter, or the script would run without what you wanted.
        """,
      wrong: "param year: date\nclaims | during $year",
      right: "param year: date = 2023\nclaims | during $year", in: .statement),
    Explanation(
      .unknownEdition,
      means: """
        `edition` says for which edition of the language a script was written, so that later \
        versions of the program run it to the same answer or say that they cannot. This version \
        cannot: the script is newer than the program. Take a newer program.
        """,
      wrong: "edition 2\nclaims | count", right: "edition 1\nclaims | count", in: .statement),
    Explanation(
      .misplacedStatement,
      means: """
        Each word of this is known, and it has its place elsewhere: `as`, `chart`, `cite` and \
        `save` end a query, `edition` begins a script, and declarations such as `claim` stand in \
        the corpus files.
        """,
      wrong: "claims | as csv | take 3", right: "claims | take 3 | as csv", in: .statement),
    Explanation(
      .nothingBefore,
      means: """
        A line that begins with `|`, the word `it` and the command `why` go on from the last \
        result, and there is none yet. Begin with a relation.
        """,
      wrong: "| take 3", right: "claims | take 3", in: .statement),
    Explanation(
      .unknownTopic,
      means: """
        The manual knows its pages, every stage, function, relation, record, command and code, \
        and a few lists of them. `help` alone shows where to begin.
        """,
      wrong: "help wher", right: "help where", in: .statement),
    Explanation(
      .unknownSetting,
      means: """
        `set` changes how results are shown. A setting or a value that does not exist is refused, \
        or you would look at the wrong output and not know why. `set` alone lists the settings \
        with their values.
        """,
      wrong: "set format pdf", right: "set format html", in: .statement),
    Explanation(
      .noSuchRow,
      means: """
        `why` takes the number of a row of the last result, counted from 1 in the order in which \
        they are shown. That result has fewer rows.
        """,
      wrong: "claims | take 2\nwhy 3", right: "claims | take 2\nwhy 2", in: .statement),
    Explanation(
      .stillReferredTo,
      means: """
        What others refer to cannot go: their references would lead nowhere. `show @ID` lists \
        them; remove or change those first.
        """,
      wrong: "remove claim @bases-in-peru", right: "remove claim @bases-are-logistics-hubs",
      in: .statement),
    Explanation(
      .usesItself,
      means: """
        `use` takes over what another script defines. When that script needs this one in turn, \
        neither can be read before the other. What both need goes into a third script, which both \
        use.
        """,
      wrong: "use \"this-script.assay\"", right: "use \"shared.assay\"", in: .environment),
    Explanation(
      .badSession,
      means: """
        A session is a Markdown file with blocks of statements, each behind `> `, and what they \
        write below; the first block says on which corpus. A lesson has tasks, each with an \
        answer, a hint and the reason. `help sessions` shows both.
        """,
      right: "assay play session.md", in: .environment),
    Explanation(
      .badLearner,
      means: """
        `assay teach` keeps what a learner has done in a file of its own: a first line with the \
        name, and then a line for each task. This file is not of that form, so nothing of it is \
        believed. What was recorded in it by the program itself can be read as text.
        """,
      right: "assay teach --report class", in: .environment),
    Explanation(
      .expectationFailed,
      means: """
        The script says that something holds, and on this corpus it does not. The script is \
        sound, and so is the corpus; the two do not agree, and a person has to say which of them \
        is to change. The run stops here, with exit code 1.
        """,
      wrong: "expect count(claims | about @peru) = 0",
      right: "expect count(claims | about @peru) > 0", in: .statement),
    Explanation(
      .recordDiffers,
      means: """
        `assay run --check` compares what a script writes with the file beside it in which \
        `--update` has recorded that. They are not the same, or there is no such file. Where the \
        new result is right, record it; where it is not, look at what has changed.
        """,
      wrong: "assay run analyses/bases.assay --check",
      right: "assay run analyses/bases.assay --update", in: .environment),
    Explanation(
      .notReproduced,
      means: """
        `assay verify` has found a file of the run, of its corpus or of its scripts that has changed \
        since, or a file that comes out differently when the scripts run again. Where only the \
        corpus has changed, that is to be expected: run the scripts anew with `--out`.
        """, in: .environment),
  ]
}
