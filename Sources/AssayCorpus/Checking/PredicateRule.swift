/// What a predicate allows, read from its shape: kinds of object, a space, the measure of its value.
struct PredicateRule {
  private let kinds: [String]
  let measure: String

  init(_ shape: String) {
    let parts = shape.split(separator: " ", omittingEmptySubsequences: false)
    kinds = parts[0].split(separator: ",").map(String.init)
    measure = parts.count > 1 ? String(parts[1]) : "none"
  }

  /// Whether an entity of this kind may be the object.
  func allows(_ kind: String) -> Bool { kinds.contains(kind) || kinds.contains("any") }

  /// What may be the object, for a message.
  var wanted: String {
    kinds.isEmpty || kinds == ["none"] ? "no object" : kinds.joined(separator: " or ")
  }
}
