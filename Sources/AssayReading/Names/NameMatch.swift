import AssayText

/// A place in a text at which entities are named.
package struct NameMatch: Sendable, Hashable {
  /// The bytes of the name as it stands, without a possessive behind it.
  package let span: Span
  /// Who bears the name: keys in ascending order, each once; there is at least one.
  package let entities: [Int32]

  /// Whether several entities bear the name.
  package var isAmbiguous: Bool { entities.count > 1 }
}
