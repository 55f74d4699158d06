/// References that lead nowhere, astray or in a circle: C106, C115, C117 to C119, C121, C122.
extension Explanation {
  static let references: [Explanation] = [
    Explanation(
      .danglingReference,
      means: """
        The `@id` is declared in no file of the corpus. A claim from a source that does not exist \
        could be checked by nobody. Mend the id, or declare the record; it may stand in any file, \
        before or after.
        """,
      wrong: "claim colour from @town-cryer { says \"The bridge is green.\" }",
      right: "claim colour from @town-crier { says \"The bridge is green.\" }", in: .corpusFile()),
    Explanation(
      .wrongKind,
      means: """
        A predicate says of what kind its object is: a person builds, a town does not. The rule \
        is yours, in the predicate's `object`; it catches claims that name the wrong record. \
        Mend the claim, or allow the kind in the predicate.
        """,
      wrong: """
        predicate built-by { label "was built by"; object person }
        claim builder from @council-minutes {
          says "The mayor built the bridge."
          fact @bridge built-by @town
        }
        """,
      right: """
        predicate built-by { label "was built by"; object person }
        claim builder from @council-minutes {
          says "The mayor built the bridge."
          fact @bridge built-by @mayor
        }
        """, in: .corpusFile()),
    Explanation(
      .pathOutside,
      means: """
        A corpus is one folder that can be given away, copied and kept. A path that leads out of \
        it would break on the next computer, or read a file that was never meant. Put the \
        document into the folder.
        """,
      wrong: "source gazette { title \"The Gazette\"; document \"../town-crier.md\" }",
      right: "source gazette { title \"The Gazette\"; document \"documents/town-crier.md\" }",
      in: .corpusFile()),
    Explanation(
      .noFileMatches,
      means: """
        `use` brings in another file, or all that fit a pattern such as `claims/*.assay`. If \
        nothing fits, records that you count on are not there, and every answer would be short \
        of them.
        """,
      wrong: "use \"claim.assay\"", right: "use \"claims.assay\"", in: .corpusFile()),
    Explanation(
      .unknownAnswer,
      means: """
        A claim answers with the id of one of the answers that the question declares, so that all \
        sources stand in the same columns. If a source says something new, declare that answer in \
        the question first.
        """,
      wrong: """
        claim thrift from @council-minutes {
          says    "The bridge kept to its price."
          answers @overspent never
        }
        """,
      right: """
        claim thrift from @council-minutes {
          says    "The bridge kept to its price."
          answers @overspent no
        }
        """, in: .corpusFile()),
    Explanation(
      .containmentCycle,
      means: """
        If the arch is part of the pier and the pier part of the arch, each contains itself, and \
        `within` would never come to an end. One of the `part of` fields is the wrong way round.
        """,
      wrong: """
        entity arch: facility { name "The arch"; part of @pier }
        entity pier: facility { name "The pier"; part of @arch }
        """,
      right: """
        entity arch: facility { name "The arch"; part of @bridge }
        entity pier: facility { name "The pier"; part of @arch }
        """, in: .corpusFile()),
    Explanation(
      .derivationCycle,
      means: """
        Sources cannot have taken from each other all the way round: somebody wrote first. The \
        count of independent origins rests on these fields. Look at the dates, and take out the \
        derivation that goes against them.
        """,
      wrong: """
        source gazette { title "The Gazette"; derives from @herald copies }
        source herald  { title "The Herald"; derives from @gazette copies }
        """,
      right: """
        source gazette { title "The Gazette" }
        source herald  { title "The Herald"; derives from @gazette copies }
        """, in: .corpusFile()),
  ]
}
