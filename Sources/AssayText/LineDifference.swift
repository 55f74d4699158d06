/// What differs between two texts, line by line.
package struct LineDifference {
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  /// Which lines of ``old`` gave way to which of ``new``, in order, with equal lines between them.
  private let changes: [Change]

  /// Some lines in place of others; one of the two ranges may be empty.
  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// How many lines are shown on either side of a change.
  private static let context = 3
  /// How many lines that came and went are told apart; where there are more, the lines between the
  /// first and the last of them are shown as one change.
  private static let mostChanges = 1000

  /// Compares the texts; a last line without its end differs from one with it.
  package init(from old: [UInt8], to new: [UInt8]) {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    changes = Self.changes(from: self.old, to: self.new)
  }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let newline = ByteSearch.first(UInt8(ascii: "\n"), in: text, start..<text.count)
      let end = newline.map { $0 + 1 } ?? text.count
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  private static func changes(
    from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]
  ) -> [Change] {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - head
    let tail = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func numbered(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [Int] {
      lines.map { line in
        let number = numbers[line] ?? numbers.count
        numbers[line] = number
        return number
      }
    }
    let common = commonLines(numbered(old[head..<oldEnd]), numbered(new[head..<newEnd]))
    var changes: [Change] = []
    var next = (old: head, new: head)
    let end = (old: oldEnd - head, new: newEnd - head)
    for place in common + [end] {
      let place = (old: place.old + head, new: place.new + head)
      if place.old > next.old || place.new > next.new {
        changes.append(Change(old: next.old..<place.old, new: next.new..<place.new))
      }
      next = (place.old + 1, place.new + 1)
    }
    return changes
  }

  /// The places of lines that both have, as many as there can be; none if too much differs.
  ///
  /// - Complexity: O(lines × changes).
  /// - SeeAlso: E. W. Myers, *An O(ND) Difference Algorithm and Its Variations* (1986), figure 2.
  ///   `reached[k]` is *V[k]* there, kept for each number of changes.
  private static func commonLines(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
    var history: [[Int]] = []
    var reached = [0]
    for count in 0...min(old.count + new.count, mostChanges) {
      var next: [Int] = []
      for diagonal in stride(from: -count, through: count, by: 2) {
        var x = start(of: diagonal, after: reached, count)
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        next.append(x)
        if x >= old.count, x - diagonal >= new.count {
          return path(through: history, diagonal: diagonal, from: x)
        }
      }
      history.append(next)
      reached = next
    }
    return []
  }

  /// How far a diagonal gets by one more change, from those that the changes before have reached.
  private static func start(of diagonal: Int, after reached: [Int], _ count: Int) -> Int {
    guard count > 0 else { return 0 }
    // The diagonals before go from `1 - count` to `count - 1`, every second one.
    let right = (diagonal + count) / 2
    let added = right < reached.count ? reached[right] : -1
    let removed = right > 0 ? reached[right - 1] + 1 : -1
    return max(added, removed)
  }

  private static func path(
    through history: [[Int]], diagonal: Int, from end: Int
  ) -> [(old: Int, new: Int)] {
    var common: [(old: Int, new: Int)] = []
    var (x, diagonal) = (end, diagonal)
    for count in stride(from: history.count, through: 0, by: -1) {
      let reached = count > 0 ? history[count - 1] : []
      let first = start(of: diagonal, after: reached, count)
      while x > first {
        x -= 1
        common.append((x, x - diagonal))
      }
      guard count > 0 else { break }
      let right = (diagonal + count) / 2
      let isAdded = right < reached.count && reached[right] == first
      if !isAdded { x -= 1 }
      diagonal += isAdded ? 1 : -1
    }
    return common.reversed()
  }

  /// The unified form, as `patch` reads it; empty where nothing differs.
  package func unified(named name: String) -> [UInt8] {
    guard !changes.isEmpty else { return [] }
    var text = Array("--- \(name)\n+++ \(name)\n".utf8)
    var index = 0
    while index < changes.count {
      var end = index + 1
      while end < changes.count,
        changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * Self.context
      {
        end += 1
      }
      writeHunk(changes[index..<end], to: &text)
      index = end
    }
    return text
  }

  private func writeHunk(_ changes: ArraySlice<Change>, to text: inout [UInt8]) {
    guard let first = changes.first, let last = changes.last else { return }
    let before = min(Self.context, first.old.lowerBound)
    let after = min(Self.context, old.count - last.old.upperBound)
    let olds = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let news = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    text += Array("@@ -\(Self.place(olds)) +\(Self.place(news)) @@\n".utf8)
    var next = olds.lowerBound
    for change in changes {
      for line in old[next..<change.old.lowerBound] { Self.write(" ", line, to: &text) }
      for line in old[change.old] { Self.write("-", line, to: &text) }
      for line in new[change.new] { Self.write("+", line, to: &text) }
      next = change.old.upperBound
    }
    for line in old[next..<olds.upperBound] { Self.write(" ", line, to: &text) }
  }

  /// The first line, from 1, and how many there are; of none the line before.
  private static func place(_ lines: Range<Int>) -> String {
    "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
  }

  private static func write(
    _ sign: Unicode.Scalar, _ line: ArraySlice<UInt8>, to text: inout [UInt8]
  ) {
    text.append(UInt8(ascii: sign))
    text += line
    if line.last != UInt8(ascii: "\n") { text += Array("\n\\ No newline at end of file\n".utf8) }
  }
}
