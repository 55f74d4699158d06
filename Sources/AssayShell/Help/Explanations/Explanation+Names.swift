/// Names in a program that nothing has: Q101 to Q103, Q105, Q108 to Q111.
extension Explanation {
  static let names: [Explanation] = [
    Explanation(
      .unknownRelation,
      means: """
        A query begins with rows: a relation such as `claims` or `sources`, or a name that you \
        gave with `let` or `def`. A name that nothing has gives no rows at all, and an empty \
        answer would look like a finding. `help relations` lists what there is.
        """,
      wrong: "clams | count", right: "claims | count", in: .statement),
    Explanation(
      .unknownStage,
      means: """
        After each `|` stands a stage: a word that says what becomes of the rows. Other languages \
        have other words for the same thing; `help stages` lists those of this one.
        """,
      wrong: "claims | filter mode = plan", right: "claims | where mode = plan", in: .statement),
    Explanation(
      .unknownColumn,
      means: """
        Rows have the columns of their relation, or those that `select`, `derive` and `summarize` \
        gave them; after `count by source` there are only `source` and `count`. Here the \
        publisher is not the claim's but its source's, and a `.` leads there. `describe claims` \
        lists the columns.
        """,
      wrong: "claims | where publisher = \"Defense News\"",
      right: "claims | where source.publisher = \"Defense News\"", in: .statement),
    Explanation(
      .unknownFunction,
      means: """
        Functions are few, and this is none of them; `help functions` lists all with what they \
        take. Case needs no function to be forgiven: `has` does not mind it.
        """,
      wrong: "claims | select upper(says)", right: "claims | select lower(says)", in: .statement),
    Explanation(
      .unknownWord,
      means: """
        Some columns hold one of a few words: a mode, a kind, a stance. A word that is not among \
        them can never be found, so the query would be empty for a reason that has nothing to do \
        with the sources.
        """,
      wrong: "claims | where mode = planned", right: "claims | where mode = plan", in: .statement),
    Explanation(
      .unknownRecord,
      means: """
        `@` and an id mean one record of the corpus. An id is not a name: Panetta has the id \
        `leon-panetta`. Press Tab after `@` and a few letters, or write the name as you know it \
        and take the id that is suggested.
        """,
      wrong: "claims | about @Panetta", right: "claims | about @leon-panetta", in: .statement),
    Explanation(
      .unknownName,
      means: """
        A name with `$` stands for a value that a `let` or a `param` has given it before. This \
        one has been given none, perhaps because it is spelt otherwise there.
        """,
      wrong: "let $year = 2012\nclaims | during $yaer",
      right: "let $year = 2012\nclaims | during $year", in: .statement),
    Explanation(
      .unknownUnit,
      means: """
        After a number may stand a scale (`thousand`, `million`, `billion`) and then one word for \
        the unit. A scale that is misspelt would be taken for the thing that is counted, and the \
        figure would be wrong by a factor of a million.
        """,
      wrong: "claims | where value > 3 milion USD", right: "claims | where value > 3 million USD",
      in: .statement),
  ]
}
