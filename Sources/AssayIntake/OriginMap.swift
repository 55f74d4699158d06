import AssayText

/// From bytes of a text to the bytes of the file that it was made of.
package struct OriginMap: Sendable, Equatable {
  /// A run of the text that was made of a run of the original.
  package struct Run: Sendable, Equatable {
    /// Its first byte in the text.
    package let start: Int
    /// Where it comes from.
    package let origin: Span
    /// The page it is on, from 1; `nil` where there are no pages.
    package let page: Int?
    /// How many bytes of the text each step of so many bytes of the original has made; `nil` where
    /// the run can only be traced as a whole.
    package let step: Step?

    package init(start: Int, origin: Span, page: Int? = nil, step: Step? = nil) {
      (self.start, self.origin, self.page, self.step) = (start, origin, page, step)
    }
  }

  /// So many bytes of the text for so many of the original; both at least 1.
  package struct Step: Sendable, Hashable {
    package let text: Int
    package let origin: Int

    package init(text: Int, origin: Int) { (self.text, self.origin) = (text, origin) }

    /// The text stands byte for byte in the original.
    package static let verbatim = Step(text: 1, origin: 1)
  }

  /// In the order of the text.
  package private(set) var runs: [Run] = []

  package init(_ runs: [Run] = []) { self.runs = runs }

  /// Of a text of `count` bytes that is the original.
  package static func identity(_ count: Int) -> OriginMap {
    OriginMap([Run(start: 0, origin: Span(0, count), step: .verbatim)])
  }

  /// Adds the run that follows in the text.
  package mutating func append(_ run: Run) { runs.append(run) }

  /// The bytes of the original that the bytes `span` of the text were made of, and the page on which
  /// they begin; `nil` where nothing is known of them.
  package func origin(of span: Span) -> (span: Span, page: Int?)? {
    let low = firstRun(after: span.start)
    guard low > 0 else { return nil }
    var last = low
    while last < runs.count, runs[last].start < span.end { last += 1 }
    let (from, to) = (runs[low - 1], runs[last - 1])
    let start = from.place(of: span.start, atEnd: false)
    let end = to.place(of: max(span.end, to.start), atEnd: true)
    return (Span(min(start, end), max(start, end)), from.page)
  }

  /// How many runs begin at `offset` or before it.
  private func firstRun(after offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension OriginMap.Run {
  /// The place in the original of a place of the text in this run; within a step, that of its
  /// beginning or of its end.
  fileprivate func place(of offset: Int, atEnd: Bool) -> Int {
    guard let step else { return atEnd ? origin.end : origin.start }
    let distance = max(0, offset - start)
    let steps = atEnd ? (distance + step.text - 1) / step.text : distance / step.text
    return min(origin.start + steps * step.origin, origin.end)
  }
}

extension OriginMap {
  /// The map of a text whose originals are in turn a text, with the map `inner`.
  package func through(_ inner: OriginMap) -> OriginMap {
    if inner.runs.count == 1, inner.runs[0].step == .verbatim, inner.runs[0].origin.start == 0 {
      return self
    }
    var result = OriginMap()
    for run in runs { append(run, through: inner, to: &result) }
    return result
  }

  private func append(_ run: Run, through inner: OriginMap, to result: inout OriginMap) {
    guard run.step == .verbatim else {
      if let origin = inner.origin(of: run.origin) {
        result.append(Run(start: run.start, origin: origin.span, page: run.page ?? origin.page))
      }
      return
    }
    var index = max(0, inner.firstRun(after: run.origin.start) - 1)
    while index < inner.runs.count, inner.runs[index].start < run.origin.end {
      let part = inner.runs[index]
      let next = index + 1 < inner.runs.count ? inner.runs[index + 1].start : Int.max
      let start = max(run.origin.start, part.start)
      let end = min(run.origin.end, next)
      index += 1
      guard start < end else { continue }
      let origin = Span(part.place(of: start, atEnd: false), part.place(of: end, atEnd: true))
      // A part that begins within a step can only be traced as a whole.
      let isWhole = part.step.map { (start - part.start) % $0.text == 0 } ?? false
      result.append(
        Run(
          start: run.start + start - run.origin.start, origin: origin, page: run.page ?? part.page,
          step: isWhole ? part.step : nil))
    }
  }
}
