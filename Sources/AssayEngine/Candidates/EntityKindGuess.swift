import AssayText

/// What kind of entity a name probably belongs to.
package enum EntityKindGuess {
  /// `organization` for a name with a word such as `Ministry` or `Banco` and for an abbreviation in
  /// capitals, else `kind`.
  ///
  /// - Parameter kind: what the place of the name asks for. Only `person` and `thing` are doubted,
  ///   and an abbreviation speaks against a person alone.
  package static func kind(of name: String, else kind: String) -> String {
    guard kind == "person" || kind == "thing" else { return kind }
    let words = name.split { !$0.isLetter && !$0.isNumber }
    if words.contains(where: isOrganizationWord) { return "organization" }
    let letters = name.filter { !".&- ".contains($0) }
    let isAbbreviation =
      words.count == 1 && letters.count >= 2 && letters.allSatisfy { $0.isUppercase }
    return isAbbreviation && kind == "person" ? "organization" : kind
  }

  private static func isOrganizationWord(_ word: Substring) -> Bool {
    guard let first = word.first, first.isUppercase else { return false }
    return ProposalWords.organizations.contains(word.lowercased())
  }
}
