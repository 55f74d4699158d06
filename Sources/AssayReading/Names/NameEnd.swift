/// The names whose words end at one node, and who bears them.
struct NameEnd: Sendable {
  /// Whose names may be written in any way.
  var free: [Int32] = []
  /// Whose names have to stand as they are written.
  var strict: [(words: NameSpelling, entity: Int32)] = []
  /// A mark with which the names end, such as the full stop of `U.S.`; 0 for none.
  var tail: UInt8 = 0

  var isStrict: Bool { !strict.isEmpty }
}
