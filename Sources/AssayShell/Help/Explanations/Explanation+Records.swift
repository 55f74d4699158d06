/// Records that are not as their kind wants them: C102 to C105, C107, C108, C123.
extension Explanation {
  static let records: [Explanation] = [
    Explanation(
      .unknownRecordKind,
      means: """
        A corpus file is made of records, and each begins with the word for its kind: `source`, \
        `entity`, `predicate`, `question`, `claim`, `link` or `judgement`. A record of no known \
        kind would be lost without a word, so the file is not accepted with it.
        """,
      wrong: "sorce gazette { title \"The Gazette\" }",
      right: "source gazette { title \"The Gazette\" }", in: .corpusFile()),
    Explanation(
      .unknownField,
      means: """
        Each kind of record has its own fields; `help source` lists those of a source. A field \
        under another name would be kept and never found, which is worse than being told now.
        """,
      wrong: "source gazette { titel \"The Gazette\" }",
      right: "source gazette { title \"The Gazette\" }", in: .corpusFile()),
    Explanation(
      .unknownValue,
      means: """
        This field takes one word of a short list, so that everybody who counts by it counts the \
        same things. Choose the word that comes closest, and say the rest in a `note`.
        """,
      wrong: "source gazette { title \"The Gazette\"; kind newspaper }",
      right: "source gazette { title \"The Gazette\"; kind news }", in: .corpusFile()),
    Explanation(
      .duplicateID,
      means: """
        An id means one record, wherever it stands. With two of them nobody could say which \
        bridge a claim is about. The first one is kept; give the second another id.
        """,
      wrong: "entity bridge: facility { name \"The old bridge\" }",
      right: "entity old-bridge: facility { name \"The old bridge\" }", in: .corpusFile()),
    Explanation(
      .missingField,
      means: """
        Without this field the record says nothing: a claim has to say something, a source needs \
        a title, an entity a name. The hint shows how the field is written.
        """,
      wrong: """
        claim colour from @council-minutes {
          note "Page 3."
        }
        """,
      right: """
        claim colour from @council-minutes {
          says "The bridge is to be green."
          note "Page 3."
        }
        """, in: .corpusFile()),
    Explanation(
      .repeatedField,
      means: """
        This field stands once in a record; of two values one would have to win, and the file \
        does not say which. A claim says one thing: two things are two claims.
        """,
      wrong: """
        claim colour from @council-minutes {
          says "The bridge is to be green."
          says "The railing is to be white."
        }
        """,
      right: """
        claim colour from @council-minutes {
          says "The bridge is to be green."
        }
        claim railing from @council-minutes {
          says "The railing is to be white."
        }
        """, in: .corpusFile()),
    Explanation(
      .ratesContradict,
      means: """
        Two rates say different things of the same currencies in the same days, also by way of a \
        third currency. Sums could then be equal or not as one pleases. Give each rate its own \
        days, or leave one out.
        """,
      wrong: """
        corpus prices {
          title "Prices"
          rate 1 GBP = 4.86 USD on 1901
          rate 1 GBP = 4.50 USD on 1901
        }
        """,
      right: """
        corpus prices {
          title "Prices"
          rate 1 GBP = 4.86 USD on 1901
          rate 1 GBP = 4.50 USD on 1902
        }
        """, in: .corpusFile()),
  ]
}
