import AssayModel

/// Runs of words that stand in a text several times.
package struct NgramCounts {
  /// A position at which each run stands first.
  package var positions: [Int32] = []
  package var counts: [Int32] = []
  /// How many documents have each.
  package var documents: [Int32] = []
  /// How many runs the text has, taken together.
  package var total = 0
}

/// Counts runs of so many words, none of which leaves its sentence.
///
/// A table of open addresses holds a position for each different run. Of a great text it holds a
/// part of the runs at a time, so that memory stays bounded, and the text is read several times.
package struct NgramCounter {
  /// How many words of text there are at most for each reading.
  private static let portion = 1 << 25

  private let index: WordIndex
  private let size: Int
  private let monitor: WorkMonitor

  package init(_ index: WordIndex, size: Int, _ monitor: WorkMonitor) {
    (self.index, self.size, self.monitor) = (index, size, monitor)
  }

  private struct Entry {
    var position: Int32
    var count: Int32
    var documents: Int32
    var latest: Int32
  }

  /// The runs of a part that stand there `least` times or more, in no order.
  package func counts(in scope: TextScope, least: Int) throws(Cancelled) -> NgramCounts {
    var found = NgramCounts()
    let readings = UInt64(scope.tokenCount(in: index) / Self.portion + 1)
    for reading in 0..<readings {
      var entries = [Entry](repeating: Self.free, count: 1 << 12)
      var used = 0
      for (document, passages) in index.documents(of: scope) {
        for passage in passages {
          try monitor.check(at: passage)
          let positions = index.positions(ofPassage: passage)
          guard positions.count >= size else { continue }
          for position in positions.dropLast(size - 1) {
            let hash = self.hash(position)
            if readings > 1, (hash >> 40) % readings != reading { continue }
            found.total += 1
            if add(position, hash, document, to: &entries) {
              used += 1
              if used * 2 > entries.count { entries = enlarged(entries) }
            }
          }
        }
      }
      for entry in entries where entry.count >= least {
        found.positions.append(entry.position)
        found.counts.append(entry.count)
        found.documents.append(entry.documents)
      }
    }
    return found
  }

  private static let free = Entry(position: -1, count: 0, documents: 0, latest: -1)

  /// Counts a run; `true` if it is new.
  private func add(
    _ position: Int, _ hash: UInt64, _ document: Int, to entries: inout [Entry]
  ) -> Bool {
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while entries[slot].count > 0, !isSame(Int(entries[slot].position), position) {
      slot = (slot + 1) & mask
    }
    let isNew = entries[slot].count == 0
    if isNew { entries[slot].position = Int32(truncatingIfNeeded: position) }
    entries[slot].count += 1
    if entries[slot].latest != document {
      entries[slot].latest = Int32(truncatingIfNeeded: document)
      entries[slot].documents += 1
    }
    return isNew
  }

  private func enlarged(_ entries: [Entry]) -> [Entry] {
    var larger = [Entry](repeating: Self.free, count: entries.count * 2)
    for entry in entries where entry.count > 0 {
      var slot = Int(truncatingIfNeeded: hash(Int(entry.position))) & (larger.count - 1)
      while larger[slot].count > 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    return larger
  }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    for place in 0..<size where index.word(at: one + place) != index.word(at: other + place) {
      return false
    }
    return true
  }

  private func hash(_ position: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for place in 0..<size {
      hash = (hash ^ UInt64(index.word(at: position + place))) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return hash
  }
}
