/// Where two texts differ, line by line.
///
/// Lines that stand once in both texts hold the texts together (patience), and what lies between
/// is compared by E. W. Myers, *An O(ND) Difference Algorithm and Its Variations* (1986). A stretch
/// with more than ``mostEdits`` differences counts as changed as a whole, so that texts without
/// anything in common are told apart as fast as those that are nearly equal.
package struct LineDiff: Sendable {
  /// Lines of the old text and those of the new text in their place; one of them may be empty.
  package struct Change: Hashable, Sendable {
    package var old: Range<Int>
    package var new: Range<Int>
  }

  /// The lines with their line ends; the last one may have none.
  package let old: [ArraySlice<UInt8>]
  package let new: [ArraySlice<UInt8>]
  /// In the order of the texts, with at least one equal line between two of them.
  package let changes: [Change]

  /// How many lines may be taken out and put in between two lines that are known to be equal.
  package static let mostEdits = 500

  package init(_ old: [UInt8], _ new: [UInt8]) {
    (self.old, self.new) = (Self.lines(of: old), Self.lines(of: new))
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let (left, right) = (self.old.map(number), self.new.map(number))
    changes = Self.changes(left, right, distinct: numbers.count)
  }

  /// A text as lines, each with its line end.
  package static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func changes(_ old: [Int], _ new: [Int], distinct: Int) -> [Change] {
    var found: [Change] = []
    var (oldStart, newStart) = (0, 0)
    let ends = anchors(old, new, distinct: distinct) + [(old.count, new.count)]
    for (oldEnd, newEnd) in ends {
      for change in between(old[oldStart..<oldEnd], new[newStart..<newEnd]) {
        if let last = found.last, last.old.upperBound == change.old.lowerBound,
          last.new.upperBound == change.new.lowerBound
        {
          found[found.count - 1] = Change(
            old: last.old.lowerBound..<change.old.upperBound,
            new: last.new.lowerBound..<change.new.upperBound)
        } else {
          found.append(change)
        }
      }
      (oldStart, newStart) = (oldEnd + 1, newEnd + 1)
    }
    return found
  }

  /// The places of lines that stand once in both texts: the most of them that are in one order.
  private static func anchors(
    _ old: [Int], _ new: [Int], distinct: Int
  ) -> [(old: Int, new: Int)] {
    func places(_ lines: [Int]) -> [Int?] {
      var counts = [Int](repeating: 0, count: distinct)
      var places = [Int?](repeating: nil, count: distinct)
      for (place, line) in lines.enumerated() {
        counts[line] += 1
        places[line] = counts[line] == 1 ? place : nil
      }
      return places
    }
    let (inOld, inNew) = (places(old), places(new))
    // Patience: each pile ends with the smallest place that a row of its length can end with.
    var piles: [(old: Int, new: Int, below: Int?)] = []
    var tops: [Int] = []
    for (place, line) in old.enumerated() {
      guard inOld[line] == place, let other = inNew[line] else { continue }
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if piles[tops[middle]].new < other { low = middle + 1 } else { high = middle }
      }
      piles.append((place, other, low > 0 ? tops[low - 1] : nil))
      if low < tops.count { tops[low] = piles.count - 1 } else { tops.append(piles.count - 1) }
    }
    var found: [(old: Int, new: Int)] = []
    var next = tops.last
    while let index = next {
      found.append((piles[index].old, piles[index].new))
      next = piles[index].below
    }
    return found.reversed()
  }

  /// The changes between two stretches, whose equal ends are left out first.
  private static func between(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [Change] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let (oldRest, newRest) = (old.dropFirst(start), new.dropFirst(start))
    let end = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
    let (left, right) = (oldRest.dropLast(end), newRest.dropLast(end))
    if left.isEmpty, right.isEmpty { return [] }
    let whole = [Change(old: left.indices, new: right.indices)]
    if left.isEmpty || right.isEmpty { return whole }
    return shortest(left, right) ?? whole
  }

  /// Myers' greedy way with the least lines taken out and put in; `nil` where they are too many.
  ///
  /// `reached[k]` is the furthest line of `old` on the diagonal `k`, which is how many lines of
  /// `old` are used more than of `new`.
  private static func shortest(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [Change]? {
    let (rows, columns) = (old.count, new.count)
    let most = min(rows + columns, mostEdits)
    let middle = most + 1
    var reached = [Int](repeating: 0, count: 2 * middle + 1)
    var trail: [[Int]] = []
    for edits in 0...most {
      trail.append(Array(reached[(middle - edits)...(middle + edits)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let place = middle + diagonal
        let isPutIn =
          diagonal == -edits || diagonal != edits && reached[place - 1] < reached[place + 1]
        var row = isPutIn ? reached[place + 1] : reached[place - 1] + 1
        while row < rows, row - diagonal < columns,
          old[old.startIndex + row] == new[new.startIndex + row - diagonal]
        { row += 1 }
        reached[place] = row
        if row >= rows, row - diagonal >= columns { return way(back: trail, old, new) }
      }
    }
    return nil
  }

  /// The way that a trail of furthest places leads back.
  private static func way(
    back trail: [[Int]], _ old: ArraySlice<Int>, _ new: ArraySlice<Int>
  ) -> [Change] {
    var (row, column) = (old.count, new.count)
    var found: [Change] = []
    for edits in stride(from: trail.count - 1, to: 0, by: -1) {
      let before = trail[edits]
      // The places as they were before this edit, from the diagonal `-edits` on.
      func reached(_ diagonal: Int) -> Int { before[diagonal + edits] }
      let diagonal = row - column
      let isPutIn =
        diagonal == -edits
        || diagonal != edits && reached(diagonal - 1) < reached(diagonal + 1)
      let previous = isPutIn ? diagonal + 1 : diagonal - 1
      let fromRow = reached(previous)
      let fromColumn = fromRow - previous
      let oldPlace = old.startIndex + fromRow
      let newPlace = new.startIndex + fromColumn
      let change = Change(
        old: oldPlace..<(isPutIn ? oldPlace : oldPlace + 1),
        new: newPlace..<(isPutIn ? newPlace + 1 : newPlace))
      if let last = found.last, last.old.lowerBound == change.old.upperBound,
        last.new.lowerBound == change.new.upperBound
      {
        found[found.count - 1] = Change(
          old: change.old.lowerBound..<last.old.upperBound,
          new: change.new.lowerBound..<last.new.upperBound)
      } else {
        found.append(change)
      }
      (row, column) = (fromRow, fromColumn)
    }
    return found.reversed()
  }
}
