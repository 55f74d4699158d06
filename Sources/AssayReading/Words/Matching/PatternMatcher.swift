import AssayModel

/// The matches of a pattern, column by column, in the order of the text.
package struct WordMatches {
  /// The position of the first word of each.
  package var starts: [Int32] = []
  /// How many words each has.
  package var lengths: [Int32] = []
  /// The passage in which each begins.
  package var passages: [Int32] = []

  package var count: Int { starts.count }
}

/// Finds a pattern in an index by the rarest word that it cannot do without.
package struct PatternMatcher {
  private let index: WordIndex
  private let pattern: WordPattern
  private let program: PatternProgram
  private let monitor: WorkMonitor

  package init(_ pattern: WordPattern, in index: WordIndex, _ monitor: WorkMonitor) {
    (self.index, self.pattern, self.monitor) = (index, pattern, monitor)
    program = PatternProgram(pattern.elements, in: index)
  }

  /// All matches: at each position at most one, the shortest.
  package func matches(_ reach: WordPattern.Reach, in scope: TextScope) throws(Cancelled)
    -> WordMatches
  {
    let resolved = ResolvedRun(pattern.elements, program.sets)
    let starts = try resolved.starts(in: index, monitor)
    var isOneWord = false
    if pattern.elements.count == 1, case .word = pattern.elements[0] { isOneWord = true }
    var found = WordMatches()
    var (passage, part, end) = (0, 0, 0)
    for (count, start) in starts.enumerated() {
      try monitor.check(at: count)
      let position = Int(start)
      if position >= end {
        passage = index.passage(at: position, from: passage)
        end = index.positions(ofPassage: passage).upperBound
      }
      while part < scope.ranges.count, scope.ranges[part].upperBound <= passage { part += 1 }
      guard part < scope.ranges.count else { break }
      guard scope.ranges[part].lowerBound <= passage else { continue }
      var length = 1
      if !isOneWord {
        let limit = limit(reach, passage, end, scope.ranges[part])
        guard let last = program.end(from: position, before: limit) else { continue }
        length = last - position
      }
      found.starts.append(start)
      found.lengths.append(Int32(truncatingIfNeeded: length))
      found.passages.append(Int32(truncatingIfNeeded: passage))
    }
    return found
  }

  /// Behind the last word that a match may have.
  private func limit(_ reach: WordPattern.Reach, _ passage: Int, _ end: Int, _ part: Range<Int>)
    -> Int
  {
    let passages: Range<Int>
    switch reach {
    case .sentence: return end
    case .paragraph: passages = index.paragraph(ofPassage: passage)
    case .document: passages = index.passages(ofDocument: index.document(ofPassage: passage))
    }
    return index.positions(ofPassages: passages.clamped(to: part)).upperBound
  }
}

/// A run of a pattern with the words that it stands for, to choose by which to find it.
private struct ResolvedRun {
  private indirect enum Element {
    case word(WordSet)
    case gap(least: Int, most: Int)
    case oneOf([ResolvedRun])
  }

  private var elements: [Element] = []

  /// - Parameter sets: in the order in which the words stand in the pattern.
  init(_ elements: [WordPattern.Element], _ sets: [WordSet]) {
    var sets = sets[...]
    self.init(elements, taking: &sets)
  }

  private init(_ elements: [WordPattern.Element], taking sets: inout ArraySlice<WordSet>) {
    for element in elements {
      switch element {
      case .word: if let set = sets.popFirst() { self.elements.append(.word(set)) }
      case .gap(let least, let most): self.elements.append(.gap(least: least, most: most))
      case .oneOf(let runs):
        var resolved: [ResolvedRun] = []
        for run in runs { resolved.append(ResolvedRun(run, taking: &sets)) }
        self.elements.append(.oneOf(resolved))
      }
    }
  }

  /// How many words it has, at least and at most.
  private var lengths: ClosedRange<Int> { Self.lengths(elements[...]) }

  private static func lengths(_ elements: ArraySlice<Element>) -> ClosedRange<Int> {
    var (least, most) = (0, 0)
    for element in elements {
      switch element {
      case .word: (least, most) = (least + 1, most + 1)
      case .gap(let fewest, let greatest): (least, most) = (least + fewest, most + greatest)
      case .oneOf(let runs):
        let all = runs.map(\.lengths)
        least += all.map(\.lowerBound).min() ?? 0
        most += all.map(\.upperBound).max() ?? 0
      }
    }
    return least...most
  }

  /// How many places have to be looked at to find it; `nil` where no word says where.
  private var cost: Int? { elements.indices.compactMap { cost(of: $0) }.min() }

  private func cost(of place: Int) -> Int? {
    let shifts = Self.lengths(elements[..<place]).count
    switch elements[place] {
    case .word(let set): return set.frequency * shifts
    case .gap: return nil
    case .oneOf(let runs):
      let costs = runs.compactMap(\.cost)
      return costs.count == runs.count ? costs.reduce(0, +) * shifts : nil
    }
  }

  /// The positions at which it may begin, in order, each once.
  func starts(in index: WordIndex, _ monitor: WorkMonitor) throws(Cancelled) -> [Int32] {
    let costs = elements.indices.compactMap { place in cost(of: place).map { (place, $0) } }
    guard let (place, cost) = costs.min(by: { $0.1 < $1.1 }), cost > 0 else { return [] }
    var found: [Int32] = []
    switch elements[place] {
    case .word(let set): found = try set.positions(in: index, monitor)
    case .gap: return []
    case .oneOf(let runs):
      for run in runs { found += try run.starts(in: index, monitor) }
      if runs.count > 1 { found = try Self.sorted(found, monitor) }
    }
    let shifts = Self.lengths(elements[..<place])
    if shifts == 0...0 { return found }
    var starts: [Int32] = []
    starts.reserveCapacity(found.count * shifts.count)
    for (count, position) in found.enumerated() {
      try monitor.check(at: count)
      for shift in shifts where Int(position) >= shift {
        starts.append(position - Int32(truncatingIfNeeded: shift))
      }
    }
    return shifts.count == 1 ? starts : try Self.sorted(starts, monitor)
  }

  private static func sorted(
    _ positions: [Int32], _ monitor: WorkMonitor
  ) throws(Cancelled) -> [Int32] {
    var positions = positions
    try monitor.check()
    positions.sort()
    var kept = 0
    for place in positions.indices where place == 0 || positions[place] != positions[kept - 1] {
      positions[kept] = positions[place]
      kept += 1
    }
    positions.removeSubrange(kept...)
    return positions
  }
}
