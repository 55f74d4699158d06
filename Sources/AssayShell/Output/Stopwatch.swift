/// The wall time of a statement, without the time that somebody was reading.
struct Stopwatch {
  private let start = ContinuousClock.now
  private let screen: Screen?
  private let waitedBefore: Duration

  /// Begins now; what `screen` waits for a reader from here on does not count.
  init(_ screen: Screen?) {
    self.screen = screen
    waitedBefore = screen?.waited ?? .zero
  }

  /// The time until now: `12.3 ms`, from a second on `1.23 s`.
  var words: String {
    Self.words(ContinuousClock.now - start - ((screen?.waited ?? .zero) - waitedBefore))
  }

  static func words(_ time: Duration) -> String {
    let parts = time.components
    let microseconds = max(parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000, 0)
    return microseconds < 1_000_000
      ? fixed(microseconds, unit: 1000, digits: 1) + " ms"
      : fixed(microseconds, unit: 1_000_000, digits: 2) + " s"
  }

  /// `number` counted in `unit`, rounded to so many digits after the point.
  private static func fixed(_ number: Int64, unit: Int64, digits: Int) -> String {
    let scale = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    let rounded = (number * scale + unit / 2) / unit
    let fraction = String(rounded % scale)
    let zeros = String(repeating: "0", count: digits - fraction.utf8.count)
    return "\(rounded / scale).\(zeros)\(fraction)"
  }
}
