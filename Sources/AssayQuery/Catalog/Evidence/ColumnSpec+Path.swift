import AssayModel

extension RelationSpec {
  /// A column of the record that `reference` refers to.
  static func path(
    _ name: String, _ type: ValueType, _ reference: String, of column: String? = nil,
    _ summary: String
  ) -> ColumnSpec {
    let other = name.hasPrefix("other-") ? String(name.dropFirst(6)) : name
    return ColumnSpec(name, type, .path(reference: reference, column: column ?? other), summary)
  }
}
