/// Values, arguments and columns that do not go together: Q104, Q106, Q107, Q112 to Q115, Q122.
extension Explanation {
  static let values: [Explanation] = [
    Explanation(
      .typeMismatch,
      means: """
        Only what is of one kind can be compared or computed: dates with dates, figures with \
        figures, texts with texts. A text is neither above nor below 3, so no row could be \
        right. Ask for something of the text that is a number, or compare another column.
        """,
      wrong: "claims | where says > 100", right: "claims | where length(says) > 100",
      in: .statement),
    Explanation(
      .wrongArguments,
      means: """
        The stage or function is there, but does not take this: too much, too little, or \
        something else in its place. `help` with its name says how it is written.
        """,
      wrong: "claims | select lower(says, mode)", right: "claims | select lower(says)",
      in: .statement),
    Explanation(
      .outOfRange,
      means: """
        The number is read, and is outside of what the place allows: `take` and `skip` count \
        rows, so they take whole numbers from 0 on. For the last rows, sort them the other way \
        and take the first.
        """,
      wrong: "claims | sort when | take -5", right: "claims | sort -when | take 5",
      in: .statement),
    Explanation(
      .misplacedAggregate,
      means: """
        `count()`, `max(…)` and their like make one value of many rows, and a condition looks at \
        one row at a time. Gather the rows first, with `count by` or `summarize`, then ask the \
        groups. The other way round, a column of single rows has no one value for a group.
        """,
      wrong: "claims | where count() > 3", right: "claims | count by source | where count > 3",
      in: .statement),
    Explanation(
      .duplicateColumn,
      means: """
        Each column of a result has a name of its own, or no later stage could say which one it \
        means. Give one of the two another name with `as` or `=`.
        """,
      wrong: "claims | select source, source.publisher as source",
      right: "claims | select source, source.publisher as outlet", in: .statement),
    Explanation(
      .notConstant,
      means: """
        Some places need a value before any row is looked at: how many rows to take, which place \
        to look in, which words to find. A column has another value in each row, so it cannot \
        stand there. Name the record or the value itself.
        """,
      wrong: "claims | where subject within object", right: "claims | where subject within @peru",
      in: .statement),
    Explanation(
      .badPattern,
      means: """
        After `matches` stands a regular expression (PCRE2), in which parentheses, brackets and \
        some other signs have a meaning. The mark shows where it stops making sense. For words \
        as they are, `has` is simpler and forgives case and accents.
        """,
      wrong: "claims | where says matches \"(bases\"",
      right: "claims | where says matches \"(bases|troops)\"", in: .statement),
    Explanation(
      .badWordPattern,
      means: """
        The words after `kwic` and `search` are a pattern: `*` is a word, `exercis*` one that begins \
        so, `**` none to five words, `(a|b)` one of several. The mark shows what cannot be read so. \
        `help reading` shows the patterns.
        """,
      wrong: "passages | kwic \"joint (exercise|)\"",
      right: "passages | kwic \"joint (exercises|work)\"", in: .statement),
    Explanation(
      .divisionByZero,
      means: """
        Nothing can be divided by zero, and here the zero stands in the program for all to see. \
        Where the divisor is a column, a row with zero has no quotient: the value is missing \
        there.
        """,
      wrong: "claims | where line / 0 > 1", right: "claims | where line / 2 > 1",
      in: .statement),
  ]
}
