/// The differences of two texts in the form of `diff -u`, which `patch` reads.
package struct UnifiedDiff: Sendable {
  /// Nothing where the texts are equal.
  package let bytes: [UInt8]

  /// How many equal lines stand around a change.
  private static let context = 3

  /// - Parameters:
  ///   - oldName: what stands behind `---`; a tab and further words may follow a path.
  ///   - newName: what stands behind `+++`.
  package init(_ old: [UInt8], _ new: [UInt8], oldName: String, newName: String) {
    let diff = old == new ? LineDiff([], []) : LineDiff(old, new)
    self.init(diff, oldName: oldName, newName: newName)
  }

  package init(_ diff: LineDiff, oldName: String, newName: String) {
    var out = Array("--- \(oldName)\n+++ \(newName)\n".utf8)
    for hunk in Self.hunks(of: diff) { Self.append(hunk, of: diff, to: &out) }
    bytes = diff.changes.isEmpty ? [] : out
  }

  /// Changes that are shown together, as little stands between them.
  private static func hunks(of diff: LineDiff) -> [ArraySlice<LineDiff.Change>] {
    var hunks: [ArraySlice<LineDiff.Change>] = []
    var start = 0
    for place in diff.changes.indices {
      let next = place + 1
      if next < diff.changes.count,
        diff.changes[next].old.lowerBound - diff.changes[place].old.upperBound <= 2 * context
      {
        continue
      }
      hunks.append(diff.changes[start..<next])
      start = next
    }
    return hunks
  }

  private static func append(
    _ hunk: ArraySlice<LineDiff.Change>, of diff: LineDiff, to out: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, diff.old.count - last.old.upperBound)
    let old = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let new = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    out += "@@ -\(place(old)) +\(place(new)) @@\n".utf8
    var next = old.lowerBound
    for change in hunk {
      for line in diff.old[next..<change.old.lowerBound] { append(" ", line, to: &out) }
      for line in diff.old[change.old] { append("-", line, to: &out) }
      for line in diff.new[change.new] { append("+", line, to: &out) }
      next = change.old.upperBound
    }
    for line in diff.old[next..<old.upperBound] { append(" ", line, to: &out) }
  }

  /// The first line, from 1, and the number of lines if it is not 1; of no lines the one before.
  private static func place(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  private static func append(
    _ sign: StaticString, _ line: ArraySlice<UInt8>, to out: inout [UInt8]
  ) {
    out.append(sign.utf8Start.pointee)
    out += line
    if line.last != UInt8(ascii: "\n") { out += "\n\\ No newline at end of file\n".utf8 }
  }
}
