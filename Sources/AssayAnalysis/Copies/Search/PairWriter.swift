import AssayModel

/// Turns what wordings share into matches of the units that have them.
struct PairWriter {
  private let options: CopyOptions
  private let words: WordStore
  private let documents: [Int32]
  private let wordings: WordingTable
  private(set) var matches: [CopyMatch] = []

  init(_ options: CopyOptions, _ words: WordStore, _ documents: [Int32], _ wordings: WordingTable) {
    (self.options, self.words, self.documents, self.wordings) = (
      options, words, documents, wordings
    )
  }

  /// Adds the matches of units whose words are all alike.
  ///
  /// Up to `commonness` of them are matched each with each; more are a star: each is matched with
  /// the first unit, and those of its document with the first unit of another one.
  mutating func addAlike(_ wording: Int, _ monitor: WorkMonitor) throws(Cancelled) {
    let wordCount = words.words(of: wordings.first(of: wording)).count
    guard wordings.documents[wording] == nil, wordCount >= options.sharedWords else { return }
    let units = wordings.units(of: wording).map(Int.init)
    let whole = [WordRun(short: 0, long: 0, count: wordCount)]
    guard isFormula(wording) else {
      for (place, unit) in units.enumerated() {
        if place > 0 { try monitor.check(at: place) }
        for other in others(units[..<place], than: unit) { append(other, unit, whole) }
      }
      return
    }
    let centres = centres(of: wording)
    for (place, unit) in units.dropFirst().enumerated() {
      if place > 0 { try monitor.check(at: place) }
      for other in others(centres, than: unit).prefix(1) {
        append(min(unit, other), max(unit, other), whole)
      }
    }
  }

  /// Adds the matches of units of two wordings that share `runs`, if they share enough.
  ///
  /// A wording of more than `commonness` units stands for itself once in each pair.
  mutating func add(
    longer: Int, shorter: Int, _ runs: [WordRun], _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let shared = runs.reduce(0) { $0 + $1.count }
    let least = Double(words.words(of: wordings.first(of: shorter)).count)
    guard shared >= options.sharedWords, Double(shared) >= options.containment * least else {
      return
    }
    let (shorts, longs) = (centres(of: shorter), centres(of: longer))
    switch (isFormula(shorter), isFormula(longer)) {
    case (false, false):
      for short in shorts {
        try monitor.check()
        for long in others(longs, than: short) { append(short: short, long: long, runs) }
      }
    case (false, true):
      for (place, short) in shorts.enumerated() {
        if place > 0 { try monitor.check(at: place) }
        for long in others(longs, than: short).prefix(1) {
          append(short: short, long: long, runs)
        }
      }
    case (true, false):
      for (place, long) in longs.enumerated() {
        if place > 0 { try monitor.check(at: place) }
        for short in others(shorts, than: long).prefix(1) {
          append(short: short, long: long, runs)
        }
      }
    case (true, true):
      guard let short = shorts.first(where: { !others(longs, than: $0).isEmpty }),
        let long = others(longs, than: short).first
      else { return }
      append(short: short, long: long, runs)
    }
  }

  /// The units that stand for a wording: all, or of a formula the first unit and the first one of
  /// another document.
  private func centres(of wording: Int) -> [Int] {
    guard isFormula(wording) else { return wordings.units(of: wording).map(Int.init) }
    return [wordings.first(of: wording)] + (wordings.firstElsewhere[wording].map { [$0] } ?? [])
  }

  private func isFormula(_ wording: Int) -> Bool {
    wordings.units(of: wording).count > options.commonness
  }

  /// Those of `units` that are of other documents than `unit`.
  private func others(_ units: some Collection<Int>, than unit: Int) -> [Int] {
    units.filter { documents[$0] != documents[unit] }
  }

  private mutating func append(short: Int, long: Int, _ runs: [WordRun]) {
    if short < long {
      append(short, long, runs)
    } else {
      append(long, short, runs.map { WordRun(short: $0.long, long: $0.short, count: $0.count) })
    }
  }

  /// - Parameter runs: `short` counts words of `first`, `long` words of `second`.
  private mutating func append(_ first: Int, _ second: Int, _ runs: [WordRun]) {
    let spans = runs.sorted { $0.short < $1.short }.map { run in
      CopySpan(
        first: words.span(of: run.short..<run.short + run.count, in: first),
        second: words.span(of: run.long..<run.long + run.count, in: second),
        firstWord: run.short, secondWord: run.long, wordCount: run.count)
    }
    let shared = runs.reduce(0) { $0 + $1.count }
    matches.append(
      CopyMatch(
        first: first, second: second, sharedWords: shared,
        firstContainment: Double(shared) / Double(max(1, words.words(of: first).count)),
        secondContainment: Double(shared) / Double(max(1, words.words(of: second).count)),
        spans: spans))
  }
}
