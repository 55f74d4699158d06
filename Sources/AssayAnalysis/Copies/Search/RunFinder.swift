import AssayModel

/// Finds the runs of words that two texts share: greedy string tiling.
///
/// The longest run is taken first and its words are not used again; so a run is maximal unless a
/// longer one has its neighbours. Of equal runs the one that stands first is taken.
///
/// - SeeAlso: M. Wise, *String Similarity via Greedy String Tiling and Running Karp-Rabin Matching*
///   (1993). `runWords` is the minimum match length there.
struct RunFinder {
  private static let none = UInt32.max
  /// How many places of the long text a place of the short one is compared with.
  private static let placeLimit = 64
  /// How many steps runs may be followed for each word of the short text.
  private static let stepLimit = 256

  private let runWords: Int
  /// For each bucket the first place in the long text whose next words fall in it.
  private var heads: [UInt32] = []
  /// For each place the next one in its bucket.
  private var nexts: [UInt32] = []
  private var mask: UInt32 = 0
  private var isShortTaken: [Bool] = []
  /// For each word of the long text the last comparison that took it.
  private var longTakenBy: [Int] = []
  private var comparison = 0
  private var queue = RunQueue()

  init(runWords: Int) { self.runWords = runWords }

  /// Prepares for comparisons with `long`.
  ///
  /// - Complexity: O(words).
  mutating func index(_ long: UnsafeBufferPointer<UInt32>) {
    var buckets = 16
    while buckets < 2 * long.count { buckets *= 2 }
    mask = UInt32(truncatingIfNeeded: buckets - 1)
    heads = [UInt32](repeating: Self.none, count: buckets)
    nexts.removeAll(keepingCapacity: true)
    longTakenBy = [Int](repeating: 0, count: long.count)
    comparison = 0
    forEachStart(in: long) { _, bucket in nexts.append(bucket) }
    for place in nexts.indices.reversed() {
      let bucket = Int(nexts[place])
      nexts[place] = heads[bucket]
      heads[bucket] = UInt32(truncatingIfNeeded: place)
    }
  }

  /// The runs that `short` shares with `long`, which is the text last indexed, by their places in
  /// `short`.
  ///
  /// Where `long` has the first words of a run more than 64 times, the run is found by later words
  /// of it; in texts that repeat few words over and over some runs may be missed.
  ///
  /// - Complexity: O(words of `short`) for common texts, with a factor of 256 at worst.
  mutating func runs(
    short: UnsafeBufferPointer<UInt32>, long: UnsafeBufferPointer<UInt32>, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [WordRun] {
    try fillQueue(short, long, monitor)
    guard !queue.isEmpty else { return [] }
    comparison += 1
    isShortTaken = [Bool](repeating: false, count: short.count)
    var runs: [WordRun] = []
    var popped = 0
    while let run = queue.pop() {
      popped += 1
      try monitor.check(at: popped)
      if isFree(run) {
        take(run)
        runs.append(run)
      } else {
        queueFreeParts(of: run)
      }
    }
    return runs.sorted { $0.short < $1.short }
  }

  /// Queues every run that cannot be made longer at either end.
  private mutating func fillQueue(
    _ short: UnsafeBufferPointer<UInt32>, _ long: UnsafeBufferPointer<UInt32>,
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var steps = short.count * Self.stepLimit
    // Whether there are places of the long text that the place before was not compared with.
    var hasUnseen = false
    try forEachStart(in: short) { place, bucket throws(Cancelled) in
      if place & 1023 == 1023 { try monitor.check() }
      var other = heads[Int(bucket)]
      var compared = 0
      while other != Self.none, compared < Self.placeLimit, steps > 0 {
        let start = Int(other)
        other = nexts[start]
        compared += 1
        guard short[place] == long[start] else { continue }
        let isInside = place > 0 && start > 0 && short[place - 1] == long[start - 1]
        // What began at the place before was queued there, if it was seen.
        guard hasUnseen || !isInside else { continue }
        let before = isInside ? Self.agreement(short[..<place], long[..<start]) : 0
        let room = min(short.count - place, long.count - start)
        var count = 1
        while count < room, short[place + count] == long[start + count] { count += 1 }
        steps -= before + count
        guard before + count >= runWords else { continue }
        queue.push(WordRun(short: place - before, long: start - before, count: before + count))
      }
      hasUnseen = other != Self.none
    }
  }

  /// How many words two texts have in common at their ends.
  private static func agreement(
    _ one: Slice<UnsafeBufferPointer<UInt32>>, _ other: Slice<UnsafeBufferPointer<UInt32>>
  ) -> Int {
    zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
  }

  private func forEachStart<Failure: Error>(
    in words: UnsafeBufferPointer<UInt32>,
    _ body: (_ place: Int, _ bucket: UInt32) throws(Failure) -> Void
  ) throws(Failure) {
    guard words.count >= runWords else { return }
    var rolling = RollingHash(of: runWords)
    for index in 0..<runWords { rolling.push(words[index]) }
    try body(0, rolling.value & mask)
    for index in runWords..<words.count {
      rolling.roll(words[index], dropping: words[index - runWords])
      try body(index - runWords + 1, rolling.value & mask)
    }
  }

  private func isFree(_ run: WordRun) -> Bool {
    (0..<run.count).allSatisfy { isFree(run, at: $0) }
  }

  private func isFree(_ run: WordRun, at offset: Int) -> Bool {
    !isShortTaken[run.short + offset] && longTakenBy[run.long + offset] != comparison
  }

  private mutating func take(_ run: WordRun) {
    for offset in 0..<run.count {
      isShortTaken[run.short + offset] = true
      longTakenBy[run.long + offset] = comparison
    }
  }

  private mutating func queueFreeParts(of run: WordRun) {
    var begin = 0
    for offset in 0...run.count where offset == run.count || !isFree(run, at: offset) {
      if offset - begin >= runWords {
        queue.push(
          WordRun(short: run.short + begin, long: run.long + begin, count: offset - begin))
      }
      begin = offset + 1
    }
  }
}
