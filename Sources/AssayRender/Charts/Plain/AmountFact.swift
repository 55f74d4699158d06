extension Amount {
  /// The amount with what it counts: `3 claims`, or `spent 3 USD` where it has a unit of its own; a
  /// bare `count` says nothing.
  func fact(of name: String) -> String {
    if name == "count" { return words }
    return quantity.unit == .none ? "\(words) \(name)" : "\(name) \(words)"
  }
}
