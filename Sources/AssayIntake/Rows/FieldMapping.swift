import AssayText

/// Which field of a row is its text, its title and so on.
package struct FieldMapping: Hashable, Sendable {
  /// In the order of the text.
  private let fields: [Field]

  private struct Field: Hashable, Sendable {
    let detail: String
    let name: String
  }

  /// No field is named; each is found by its usual names.
  package static let usual = FieldMapping(fields: [])

  private init(fields: [Field]) { self.fields = fields }

  /// What may be mapped, for help and completion.
  package static let details: [String] = DetailName.allCases.map(\.rawValue)

  /// Reads `text=body, title=headline, published=date`; a field whose name has a comma or `=` cannot
  /// be named.
  package init(_ text: String) throws(Diagnostic) {
    var fields: [Field] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { PlainWords.collapsed($0) }
      guard sides.count == 2, !sides[1].isEmpty else {
        throw .badMapping("`\(PlainWords.collapsed(part))` maps no field")
      }
      guard DetailName(rawValue: sides[0]) != nil else {
        throw .badMapping(
          "`\(sides[0])` is nothing that a field can be mapped to: "
            + Self.details.joined(separator: ", "))
      }
      guard !fields.contains(where: { $0.detail == sides[0] }) else {
        throw .badMapping("`\(sides[0])` is mapped twice")
      }
      fields.append(Field(detail: sides[0], name: sides[1]))
    }
    self.fields = fields
  }

  /// The name of the field that a mapping gives to a detail; `nil` if it says nothing of it.
  func name(for detail: DetailName) -> String? {
    fields.first { $0.detail == detail.rawValue }?.name
  }

  /// Where each detail stands among fields with these names.
  func columns(_ names: [String]) -> [DetailName: Int] {
    var columns: [DetailName: Int] = [:]
    let small = names.map { PlainWords.collapsed($0).lowercased() }
    for detail in DetailName.allCases {
      if let name = name(for: detail) {
        columns[detail] = names.firstIndex(of: name) ?? small.firstIndex(of: name.lowercased())
      } else {
        columns[detail] = detail.usualNames.lazy.compactMap { small.firstIndex(of: $0) }.first
      }
    }
    return columns
  }
}
