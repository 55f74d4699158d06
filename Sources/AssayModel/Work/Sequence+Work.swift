extension Sequence {
  /// What the transform makes of each element, unless the work is to stop.
  @inlinable
  package func map<Result>(
    _ monitor: WorkMonitor, _ transform: (Element) throws(Cancelled) -> Result
  ) throws(Cancelled) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(underestimatedCount)
    for element in self {
      try monitor.check(at: results.count)
      results.append(try transform(element))
    }
    return results
  }

  /// The elements in order, unless the work is to stop.
  ///
  /// - Complexity: O(elements × log elements).
  @inlinable
  package func sorted(
    _ monitor: WorkMonitor, by precedes: (Element, Element) -> Bool
  ) throws(Cancelled) -> [Element] {
    var elements = Array(self)
    let width = 1 << 14
    for start in stride(from: 0, to: elements.count, by: width) {
      try monitor.check()
      let piece = start..<Swift.min(start + width, elements.count)
      elements.withUnsafeMutableBufferPointer { $0[piece].sort(by: precedes) }
    }
    var sorted = width
    while sorted < elements.count {
      elements = try elements.merged(sorted, monitor, by: precedes)
      sorted *= 2
    }
    return elements
  }
}

extension Array {
  /// The elements with each two pieces of a width, which are in order, made one.
  @inlinable
  func merged(
    _ width: Int, _ monitor: WorkMonitor, by precedes: (Element, Element) -> Bool
  ) throws(Cancelled) -> [Element] {
    var merged: [Element] = []
    merged.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: 2 * width) {
      var (left, right) = (start, Swift.min(start + width, count))
      let (middle, end) = (right, Swift.min(start + 2 * width, count))
      // Pieces that follow each other in order need no comparing.
      let isOrdered = right == end || !precedes(self[right], self[middle - 1])
      while !isOrdered, left < middle, right < end {
        try monitor.check(at: merged.count)
        // Of equals the left one stays first.
        if precedes(self[right], self[left]) {
          merged.append(self[right])
          right += 1
        } else {
          merged.append(self[left])
          left += 1
        }
      }
      merged += self[left..<middle]
      merged += self[right..<end]
    }
    return merged
  }
}
