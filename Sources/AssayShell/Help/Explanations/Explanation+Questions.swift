/// Analyses that have nothing, or too much, to work on: Q123 to Q125.
extension Explanation {
  static let questions: [Explanation] = [
    Explanation(
      .tooManyPairs,
      means: """
        `conflicts` holds every value of a fact against every other one, so a fact with \
        thousands of different values makes millions of pairs; `weigh flips` likewise leaves out \
        one origin after the other. Nobody could read the result. Narrow the claims first, with \
        `where`, `about` or `during`.
        """,
      wrong: "claims | conflicts", right: "claims | about @peru | during 2023 | conflicts",
      in: .environment),
    Explanation(
      .nothingToWeigh,
      means: """
        The models of trust learn how far to believe a source from how often others agree with \
        it. With one source, or with values that nobody disputes, there is nothing to learn, and \
        a score would be made of thin air. Give `weigh` the claims of several sources.
        """,
      wrong: "claims | from @base-insider | weigh", right: "claims | weigh", in: .statement),
    Explanation(
      .questionWithoutAnswers,
      means: """
        `matrix` and `hypotheses` set the sources against the answers to a question, here \
        `claims | matrix @painted`. A question without declared answers has no columns to show. \
        Declare at least two.
        """,
      wrong: """
        question painted "Is the bridge painted?" {
          note "Nobody has asked yet."
        }
        """,
      right: """
        question painted "Is the bridge painted?" {
          answer yes "It is"
          answer no  "It is not"
        }
        """, in: .corpusFile(asked: "claims | matrix @painted")),
  ]
}
