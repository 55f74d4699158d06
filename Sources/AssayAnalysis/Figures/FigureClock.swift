/// By which clock a figure stands in time.
package enum FigureClock: UInt8, CaseIterable, Sendable {
  /// When the fact holds.
  case held
  /// When it was uttered.
  case said
  /// When its source was published.
  case published
  /// No date is known.
  case none
}

extension ClaimTable {
  /// When the figure of the claim at this place stands: the first of its clocks that has a date.
  ///
  /// The first and the last day as in ``DayColumn``; both 0 for ``FigureClock/none``.
  package func figureTime(
    of claim: Int, sources: SourceTable
  ) -> (clock: FigureClock, first: Int32, last: Int32) {
    if !times.isMissing(claim) { return (.held, times.first[claim], times.last[claim]) }
    if !utterances.isMissing(claim) {
      return (.said, utterances.first[claim], utterances.last[claim])
    }
    let source = Int(self.sources[claim])
    guard source > 0, source < sources.published.count, !sources.published.isMissing(source) else {
      return (.none, 0, 0)
    }
    return (.published, sources.published.first[source], sources.published.last[source])
  }
}
