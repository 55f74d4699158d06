/// A list of the values that a field may have; anything else is an error with a suggestion.
package struct ClosedList: Hashable, Sendable {
  package let name: String
  package let words: [String]

  package init(name: String, words: [String]) { (self.name, self.words) = (name, words) }

  package static let sourceKind = ClosedList(
    name: "source kind",
    words: [
      "news", "wire", "blog", "official", "think-tank", "academic", "reference", "social",
      "interview", "dataset", "other",
    ])
  package static let entityKind = ClosedList(
    name: "entity kind",
    words: [
      "person", "organization", "place", "agreement", "event", "facility", "document", "group",
      "thing",
    ])
  package static let mode = ClosedList(
    name: "mode", words: ["fact", "estimate", "plan", "opinion", "question"])
  package static let reliability = ClosedList(
    name: "reliability", words: ["A", "B", "C", "D", "E", "F"])
  package static let derivation = ClosedList(
    name: "derivation", words: ["copies", "translates", "syndicates", "quotes", "cites"])
  package static let linkRelation = ClosedList(
    name: "link",
    words: ["supports", "contradicts", "refines", "restates", "corrects", "retracts"])
  /// The seven bands of US Intelligence Community Directive 203 (2015), D.6.e.(2).
  package static let likelihood = ClosedList(
    name: "likelihood",
    words: [
      "almost-no-chance", "very-unlikely", "unlikely", "roughly-even-chance", "likely",
      "very-likely", "almost-certain",
    ])
  package static let cardinality = ClosedList(name: "cardinality", words: ["one", "many"])
  package static let stance = ClosedList(name: "stance", words: ["for", "against"])
  package static let measure = ClosedList(
    name: "value of a predicate",
    words: [
      "none", "money", "mass", "length", "area", "volume", "time", "percent", "count", "date",
      "text",
    ])
  package static let precision = ClosedList(
    name: "precision", words: ["day", "month", "year", "range", "open"])
  package static let bound = ClosedList(name: "bound", words: Bound.allCases.map(\.word))
}
