/// Figures and values of facts: C114, C116.
extension Explanation {
  static let facts: [Explanation] = [
    Explanation(
      .unitUnknown,
      means: """
        The predicate measures something, here money, and this unit is no unit of it; it is taken \
        for a counted noun, like 11 berths. Sums could not be compared. Currencies are written by \
        their codes, such as GBP, because a pound is not the same everywhere.
        """,
      wrong: """
        claim price from @council-minutes {
          says "The bridge cost 40,000 pounds."
          fact @bridge cost = 40000 pounds
        }
        """,
      right: """
        claim price from @council-minutes {
          says "The bridge cost 40,000 pounds."
          fact @bridge cost = 40000 GBP
        }
        """, in: .corpusFile()),
    Explanation(
      .wrongMeasure,
      means: """
        The predicate says what its values measure, and this value measures something else: tons \
        are no money. Either the value belongs to another predicate, or the predicate's `value` \
        is too narrow. Four bare digits are read as a year, so say what they count.
        """,
      wrong: """
        claim price from @council-minutes {
          says "The bridge cost 40,000 pounds."
          fact @bridge cost = 40000 t
        }
        """,
      right: """
        claim price from @council-minutes {
          says "The bridge cost 40,000 pounds."
          fact @bridge cost = 40000 GBP
        }
        """, in: .corpusFile()),
  ]
}
