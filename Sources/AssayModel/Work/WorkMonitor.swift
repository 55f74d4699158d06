import Glibc
import Synchronization

/// What long work asks between two pieces: whether to stop. It also tells how far it is.
///
/// One for a corpus that is open; ``begin(_:)`` and ``end()`` stand around each statement. Work looks
/// every few thousand steps with ``check(at:)`` or ``reach(_:)``, on any thread; a look costs
/// next to nothing where nothing is limited and nobody watches.
@usableFromInline
package final class WorkMonitor: Sendable {
  private let isInterrupted: @Sendable () -> Bool
  private let observer: (any ProgressObserver)?
  private let gauges: WorkGauges
  /// Whether looks have to read the clock.
  private let isWatched = Atomic(false)
  private let state = Mutex(State())

  /// How many steps lie between two looks.
  package static let stride = 4096
  /// From when on, in seconds, and how often progress is shown.
  private static let (patience, redrawing) = (1.0, 0.1)
  /// How often, in seconds, memory is looked at.
  private static let weighing = 0.005

  /// - Parameters:
  ///   - isInterrupted: whether Ctrl-C was pressed; asked often and from any thread.
  ///   - observer: who is told how far the work is.
  package init(
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    observer: (any ProgressObserver)? = nil, gauges: WorkGauges = .system
  ) {
    (self.isInterrupted, self.observer, self.gauges) = (isInterrupted, observer, gauges)
  }

  /// Never stops and shows nothing.
  package static let idle = WorkMonitor()

  private struct State {
    var limits = Limits.none
    var stop: Cancelled?
    var start = 0.0
    var phase: WorkPhase?
    var phaseStart = 0.0
    var done = 0
    var total: Int?
    var weighedAt = -Double.infinity
    var shownAt = -Double.infinity
    var isShown = false
    /// Whether something else is being written where progress would be shown.
    var isQuiet = false
  }

  /// Begins a statement, with the limits that hold for it.
  package func begin(_ limits: Limits = .none) {
    let hasLimits = limits.seconds != nil || limits.mebibytes != nil
    state.withLock { state in
      state = State()
      state.limits = limits
      if hasLimits || observer != nil { state.start = gauges.seconds() }
    }
    isWatched.store(hasLimits || observer != nil, ordering: .relaxed)
  }

  /// Ends a statement, and says whether progress stood on the screen until now.
  @discardableResult
  package func end() -> Bool {
    isWatched.store(false, ordering: .relaxed)
    return state.withLock { state in
      let wasShown = state.isShown
      clear(&state)
      state = State()
      return wasShown
    }
  }

  /// Takes away what is shown for the rest of the statement, as something else will be written.
  package func quiet() {
    state.withLock { state in
      clear(&state)
      state.isQuiet = true
    }
  }

  /// Ends the work if it is to stop.
  @usableFromInline
  package func check() throws(Cancelled) {
    if isInterrupted() { throw .interrupted }
    guard isWatched.load(ordering: .relaxed) else { return }
    // Another thread that looks just now will find the same.
    if let stop = state.withLockIfAvailable({ look(&$0) }) ?? nil { throw stop }
  }

  /// Looks at every 4096th place, the first with it.
  @inlinable
  package func check(at place: Int) throws(Cancelled) {
    if place & 4095 == 0 { try check() }
  }

  /// Why the work is to stop; for callbacks, which cannot throw.
  package var stop: Cancelled? {
    do throws(Cancelled) {
      try check()
      return nil
    } catch {
      return error
    }
  }

  /// Begins a phase.
  ///
  /// - Parameter total: how many steps it has; `nil` if that is not known.
  package func enter(_ phase: WorkPhase, of total: Int? = nil) throws(Cancelled) {
    if isWatched.load(ordering: .relaxed) {
      let now = gauges.seconds()
      state.withLock { state in
        (state.phase, state.total, state.done, state.phaseStart) = (phase, total, 0, now)
      }
    }
    try check()
  }

  /// Counts steps of the phase as done, and looks.
  @usableFromInline
  package func advance(by steps: Int) throws(Cancelled) {
    if isWatched.load(ordering: .relaxed) { state.withLock { $0.done += steps } }
    try check()
  }

  /// Notes that so many steps of the phase are done, and looks, at every 4096th of them.
  @inlinable
  package func reach(_ place: Int) throws(Cancelled) {
    if place & 4095 == 0 { try note(place) }
  }

  @usableFromInline
  package func note(_ done: Int) throws(Cancelled) {
    if isWatched.load(ordering: .relaxed) { state.withLock { $0.done = done } }
    try check()
  }

  /// Adds to the total of the phase.
  package func expect(_ more: Int) {
    guard isWatched.load(ordering: .relaxed) else { return }
    state.withLock { $0.total = ($0.total ?? 0) + more }
  }

  private func look(_ state: inout State) -> Cancelled? {
    if let stop = state.stop { return stop }
    let now = gauges.seconds()
    if let seconds = state.limits.seconds, now - state.start > seconds {
      state.stop = .overTime(seconds: seconds)
    } else if let most = state.limits.mebibytes, now - state.weighedAt >= Self.weighing {
      state.weighedAt = now
      if gauges.mebibytes() ?? 0 > most { state.stop = .overMemory(mebibytes: most) }
    }
    if state.stop == nil { show(&state, now) }
    return state.stop
  }

  private func show(_ state: inout State, _ now: Double) {
    guard let observer, let phase = state.phase, !state.isQuiet,
      now - state.start >= Self.patience, now - state.shownAt >= Self.redrawing
    else { return }
    (state.shownAt, state.isShown) = (now, true)
    observer.show(
      WorkProgress(
        phase: phase, done: state.done, total: state.total, elapsed: now - state.start,
        phaseElapsed: now - state.phaseStart))
  }

  private func clear(_ state: inout State) {
    if state.isShown { observer?.clear() }
    state.isShown = false
  }
}
