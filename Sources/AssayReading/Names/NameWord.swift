/// A word of a text in which names are sought.
struct NameWord {
  var start = 0
  /// The byte behind its last.
  var end = 0
  /// A number that words share which differ in case and accents alone; two other words have the
  /// same one once in 2⁶⁴ pairs.
  var hash: UInt64 = 0
  /// Whether a name mostly cannot go on from the word before: there is a mark between them that
  /// parts sentences or their members, or an empty line.
  var isCut = false
}
