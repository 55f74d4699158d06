/// Faults of the text itself: L001 to L010.
extension Explanation {
  static let texts: [Explanation] = [
    Explanation(
      .unreadableCharacter,
      means: """
        Outside of quotes the language is made of words, numbers and a few signs. Anything else is \
        refused rather than skipped: a program that is read with a hole in it may ask another \
        question than the one you wrote. Conditions are joined by words: `and`, `or`, `not`.
        """,
      wrong: "claims | where mode = plan & denied", right: "claims | where mode = plan and denied",
      in: .statement),
    Explanation(
      .unterminatedText,
      means: """
        A text runs from one quotation mark to the next, on one line. Without the second one \
        nobody can tell where your words end and the program goes on. A text of several lines \
        begins and ends with three marks.
        """,
      wrong: "claims | where says has \"bases", right: "claims | where says has \"bases\"",
      in: .statement),
    Explanation(
      .badEscape,
      means: """
        A backslash in a text says that the next sign is meant in a special way, and only a few \
        are: `\\"`, `\\\\`, `\\n`, `\\t` and `\\u{E9}`. For a backslash itself, as in a regular \
        expression, write two.
        """,
      wrong: #"claims | where says matches "\d+ million""#,
      right: #"claims | where says matches "\\d+ million""#, in: .statement),
    Explanation(
      .notUTF8,
      means: """
        Every text is read as UTF-8. A file in an older encoding would turn names like Junín into \
        other names, so it is refused at the first byte that does not fit. Convert the file once \
        and go on; a NUL byte means that the file is no text at all.
        """,
      right: "iconv -f WINDOWS-1252 -t UTF-8 old.assay > claims.assay", in: .environment),
    Explanation(
      .badNumber,
      means: """
        The digits are there, but they make no number that could be compared: a range that ends \
        before it begins, more digits than a number has, a rate of exchange without its sums. \
        Put the smaller number first.
        """,
      wrong: "claims | where value = 300..100 million USD",
      right: "claims | where value = 100..300 million USD", in: .statement),
    Explanation(
      .impossibleDate,
      means: """
        A date has to be in the calendar, and a range has to begin before it ends. A day that \
        never was would compare with every other date and always be wrong. Where only the month \
        or the year is known, write just that: `2023-02` or `2023`.
        """,
      wrong: "claims | where when = 2023-02-30", right: "claims | where when = 2023-02",
      in: .statement),
    Explanation(
      .tooDeep,
      means: """
        Parentheses lie more than 200 deep, an expression has more than 400 operators, or \
        definitions are made of each other more than 100 times. Nobody writes such a text by \
        hand; it usually comes from another program. Name the parts with `let` and use the names; \
        a long row of `or` is shorter as `x in (a, b, c)`.
        """,
      in: .environment),
    Explanation(
      .unexpectedToken,
      means: """
        The text was fine up to the mark, and what stands there cannot come next. Often a sign is \
        missing just before it: here the `=` between the column and its value.
        """,
      wrong: "claims | where mode plan", right: "claims | where mode = plan", in: .statement),
    Explanation(
      .unclosed,
      means: """
        What is opened has to be closed by its partner. The mark shows the sign that lacks one; \
        where it should stand only you can say, for the meaning depends on it.
        """,
      wrong: "claims | where (mode = plan or denied",
      right: "claims | where (mode = plan or denied)",
      in: .statement),
    Explanation(
      .unknownStatement,
      means: """
        A statement begins with a relation, such as `claims`, or with a word that says what to \
        do, such as `let`, `expect` or `help`. Queries run from left to right here: first the \
        rows, then what becomes of them.
        """,
      wrong: "select says from claims", right: "claims | select says", in: .statement),
  ]
}
