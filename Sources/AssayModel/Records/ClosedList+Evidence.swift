extension ClosedList {
  /// What can be said of two claims, in the order in which it is decided.
  package static let verdict = ClosedList(
    name: "verdict",
    words: [
      "retracted", "cannot-compare", "differs-in-time", "differs-in-place", "differs-in-scope",
      "plan-and-fact", "many-valued", "restates", "agrees", "refines", "compatible", "contradicts",
    ])
  /// What decided a verdict.
  package static let deciding = ClosedList(
    name: "deciding field",
    words: [
      "link", "unit", "value", "mode", "when", "place", "scope", "cardinality", "source",
      "speaker", "denied", "object", "answer",
    ])
}

extension ClosedList {
  /// What ties sources to one origin.
  package static let originTie = ClosedList(
    name: "tie", words: ["derivation", "wording", "figures", "speaker"])
  /// Which way a step of a path takes a claim: from its subject to its object, or back.
  package static let direction = ClosedList(name: "direction", words: ["forward", "backward"])
}
