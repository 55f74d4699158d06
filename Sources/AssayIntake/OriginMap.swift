import AssayText

/// From bytes of a text to the bytes of the file that it was made of.
package struct OriginMap: Sendable, Equatable {
  /// A run of the text that stands byte for byte, or at least as a whole, in the original.
  package struct Run: Sendable, Equatable {
    /// Its first byte in the text.
    package let start: Int
    /// Where it comes from.
    package let origin: Span
    /// The page it is on, from 1; `nil` where there are no pages.
    package let page: Int?

    package init(start: Int, origin: Span, page: Int? = nil) {
      (self.start, self.origin, self.page) = (start, origin, page)
    }
  }

  /// In the order of the text.
  package private(set) var runs: [Run] = []

  package init(_ runs: [Run] = []) { self.runs = runs }

  /// Adds the run that follows in the text.
  package mutating func append(_ run: Run) { runs.append(run) }

  /// The bytes of the original that the bytes `span` of the text were made of, and the page on which
  /// they begin; `nil` where nothing is known of them.
  package func origin(of span: Span) -> (span: Span, page: Int?)? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    var last = low
    while last < runs.count, runs[last].start < span.end { last += 1 }
    return (Span(runs[low - 1].origin.start, runs[last - 1].origin.end), runs[low - 1].page)
  }
}
