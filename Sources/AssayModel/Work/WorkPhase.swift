/// What long work is doing, in words for whoever waits.
package enum WorkPhase: String, CaseIterable, Sendable {
  case readingFiles = "reading files"
  case ingesting = "reading documents"
  case checking = "checking references"
  case indexing = "building the index"
  case ordering = "ordering claims"
  case readingClaims = "reading claims"
  case readingPassages = "reading passages"
  case gathering = "gathering facts"
  case comparing = "comparing"
  case weighing = "weighing"
  case leavingOut = "leaving out one origin after the other"
  case counting = "counting"
  case ranking = "ranking"
  case querying = "querying"

  /// What is counted.
  package var unit: Unit {
    switch self {
    case .readingFiles: .bytes
    case .ingesting: .things("files")
    case .indexing: .things("steps")
    case .checking, .ordering, .readingClaims, .gathering: .things("claims")
    case .readingPassages: .things("units")
    case .comparing, .counting: .things("")
    case .ranking: .things("rounds")
    case .weighing: .things("models")
    case .leavingOut: .things("origins")
    case .querying: .things("rows")
    }
  }

  /// What the numbers of a phase are of.
  package enum Unit: Hashable, Sendable {
    case bytes
    /// A plural; may be empty.
    case things(String)
  }
}

/// How far long work is.
package struct WorkProgress: Hashable, Sendable {
  package let phase: WorkPhase
  package let done: Int
  /// `nil` where it is not known.
  package let total: Int?
  /// Seconds since the work began, and since its phase did.
  package let elapsed: Double
  package let phaseElapsed: Double

  package init(
    phase: WorkPhase, done: Int, total: Int?, elapsed: Double, phaseElapsed: Double
  ) {
    self.phase = phase
    // A step may be counted before it is done.
    self.done = total.map { min(done, $0) } ?? done
    (self.total, self.elapsed, self.phaseElapsed) = (total, elapsed, phaseElapsed)
  }
}

/// Shows how far long work is. Its calls never come two at a time, but from any thread.
package protocol ProgressObserver: Sendable {
  /// Shows a state in the place of the last one.
  func show(_ progress: WorkProgress)
  /// Takes away what is shown.
  func clear()
}
