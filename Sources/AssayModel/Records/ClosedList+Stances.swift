extension ClosedList {
  /// What a source says to an answer, in a cell of `matrix`.
  package static let sourceStance = ClosedList(
    name: "stance of a source",
    words: [
      "asserts", "opines", "hedges", "reports", "plans",
      "denies", "denies, opinion", "denies, hedged", "denies, reported", "denies, planned",
      "both", "both, opinion", "both, hedged", "both, reported", "both, planned",
      "silent", "not covered",
    ])
  /// What a claim is to an answer, as evidence.
  package static let consistency = ClosedList(
    name: "consistency", words: ["consistent", "inconsistent", "neutral", "silent"])
  /// By which of its dates a figure stands in time.
  package static let figureClock = ClosedList(
    name: "clock", words: ["held", "said", "published", "none"])
}
