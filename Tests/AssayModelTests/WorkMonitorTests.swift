import AssayModel
import Synchronization
import Testing

/// A clock and a memory gauge that a test sets, and what was shown.
private final class Bench: ProgressObserver {
  let seconds = Mutex(100.0)
  let mebibytes = Mutex(10)
  let readings = Atomic(0)
  let shown = Mutex<[WorkProgress?]>([])

  var gauges: WorkGauges {
    WorkGauges(
      seconds: { [self] in
        readings.add(1, ordering: .relaxed)
        return seconds.withLock { $0 }
      }, mebibytes: { [self] in mebibytes.withLock { $0 } })
  }

  func wait(_ time: Double) { seconds.withLock { $0 += time } }
  func show(_ progress: WorkProgress) { shown.withLock { $0.append(progress) } }
  func clear() { shown.withLock { $0.append(nil) } }
}

@Suite struct WorkMonitorTests {
  private let bench = Bench()

  @Test func stopsAtCtrlC() throws {
    let isPressed = Atomic(false)
    let monitor = WorkMonitor(isInterrupted: { isPressed.load(ordering: .relaxed) })
    try monitor.check()
    isPressed.store(true, ordering: .relaxed)
    #expect(throws: Cancelled.interrupted) { try monitor.check() }
    #expect(monitor.stop == .interrupted)
    for place in [1, 4095, 4097] { try monitor.check(at: place) }
    #expect(throws: Cancelled.interrupted) { try monitor.check(at: 8192) }
  }

  @Test func stopsOverTime() throws {
    let monitor = WorkMonitor(gauges: bench.gauges)
    monitor.begin(Limits(seconds: 2))
    bench.wait(2)
    try monitor.check()
    bench.wait(0.1)
    #expect(throws: Cancelled.overTime(seconds: 2)) { try monitor.check() }
    bench.wait(-1)
    #expect(monitor.stop == .overTime(seconds: 2))
    monitor.end()
    try monitor.check()
    monitor.begin(Limits(seconds: 2))
    try monitor.check()
  }

  @Test func stopsOverMemory() throws {
    let monitor = WorkMonitor(gauges: bench.gauges)
    monitor.begin(Limits(mebibytes: 20))
    try monitor.check()
    bench.mebibytes.withLock { $0 = 21 }
    // Memory is not looked at more often than 200 times a second.
    try monitor.check()
    bench.wait(0.006)
    #expect(throws: Cancelled.overMemory(mebibytes: 20)) { try monitor.check() }
  }

  @Test func readsNoClockForNothing() throws {
    let monitor = WorkMonitor(gauges: bench.gauges)
    monitor.begin(Limits(rows: 5))
    try monitor.enter(.comparing, of: 10_000)
    for place in 0..<10_000 { try monitor.reach(place) }
    monitor.end()
    #expect(bench.readings.load(ordering: .relaxed) == 0)
  }

  @Test func showsHowFarItIs() throws {
    let monitor = WorkMonitor(observer: bench, gauges: bench.gauges)
    monitor.begin()
    try monitor.enter(.comparing, of: 100)
    try monitor.advance(by: 10)
    bench.wait(0.9)
    try monitor.advance(by: 10)
    #expect(bench.shown.withLock { $0.isEmpty })
    bench.wait(0.2)
    try monitor.advance(by: 10)
    // Not more often than ten times a second.
    try monitor.advance(by: 10)
    bench.wait(0.2)
    try monitor.enter(.querying)
    #expect(monitor.end())
    #expect(!monitor.end())
    let shown = bench.shown.withLock { $0 }
    #expect(shown.map { $0?.done } == [30, 0, nil])
    #expect(shown.map { $0?.total } == [100, nil, nil])
    #expect(shown[0]?.phase == .comparing && shown[1]?.phase == .querying)
  }

  @Test func isQuietOnceOutputBegins() throws {
    let monitor = WorkMonitor(observer: bench, gauges: bench.gauges)
    monitor.begin()
    try monitor.enter(.querying)
    bench.wait(2)
    try monitor.check()
    monitor.quiet()
    bench.wait(2)
    try monitor.check()
    #expect(!monitor.end())
    #expect(bench.shown.withLock { $0.map { $0 == nil } } == [false, true])
  }

  @Test func holdsMemoryOfItsOwn() throws {
    #expect(try #require(WorkGauges.system.mebibytes()) > 0)
    #expect(WorkGauges.system.seconds() > 0)
  }

  /// A pair is ordered by its first number, so that equals show whether they keep their order.
  @Test(arguments: [0, 1, 2, 16_384, 16_385, 50_000, 70_001])
  func sortsAsTheStandardLibrary(count: Int) throws {
    var state: UInt64 = 1
    let numbers = (0..<count).map { place in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Int(state >> 33) % max(1, count / 3), place)
    }
    let expected = numbers.sorted { $0 < $1 }
    let sorted = try numbers.sorted(.idle) { $0.0 < $1.0 }
    #expect(zip(sorted, expected).allSatisfy { $0 == $1 } && sorted.count == count)
    guard count > 0 else { return }
    #expect(throws: Cancelled.interrupted) {
      _ = try numbers.sorted(WorkMonitor { true }) { $0.0 < $1.0 }
    }
  }
}
