import AssayModel

/// How figures changed from claim to claim, through time and sources.
///
/// Figures belong together when they agree in subject, predicate, object, qualifiers and dimension.
/// A group needs two claims, and two sources or two dates. Denied claims and those of mode
/// `question` state no figure; a claim without subject or predicate has no place here.
package struct Drift: Sendable {
  /// The figures of one group, and what is true of all of them.
  package struct Group: Hashable, Sendable {
    /// Where its rows stand in ``Drift/rows``.
    package let rows: Range<Int>
    /// How many sources state it.
    package let sources: Int
    /// How many different dates it has; claims without a date add none.
    package let dates: Int
    /// The greatest middle ÷ the least; at least 1, no unit.
    ///
    /// `nil` with fewer than two middles, with one that is 0 or below, or beyond all numbers.
    package let spread: Double?
    /// Whether some amount lies in all intervals, so that all can be true at one time.
    package let hasCommonAmount: Bool
  }

  /// One figure in its group.
  package struct Row: Hashable, Sendable {
    /// The claim's place.
    package let claim: Int32
    package let clock: FigureClock
    /// The first and the last day by that clock; both 0 for ``FigureClock/none``.
    package let first: Int32
    package let last: Int32
    /// In base units; `nil` when an end of the figure is open.
    package let middle: Double?
    /// From the row before; `nil` in the first row.
    package let fromPrevious: FigureChange?
    /// From the first row; `nil` in it.
    package let fromFirst: FigureChange?
  }

  /// In the order of each group's first claim.
  package private(set) var groups: [Group] = []
  /// Group after group; in a group by first day, then last day, rows without a date at the end,
  /// then by the source's id, then by claim.
  package private(set) var rows: [Row] = []

  /// - Parameter dimensions: For each unit's number that of its dimension; a unit beyond the end, or
  ///   with a number below 0, compares only with itself.
  /// - Complexity: O(claims + figures · log figures of a group).
  package init(
    claims: ClaimTable, sources: SourceTable, dimensions: [Int32], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    try monitor.enter(.comparing, of: claims.count)
    var numbering = FigureNumbering(dimensions: dimensions)
    let numbers = try claims.keys.indices.map { place throws(Cancelled) in
      try monitor.reach(place)
      return numbering.number(of: place, in: claims)
    }
    let members = try MemberGroups(count: numbering.count, groups: numbers, monitor)
    for number in 0..<numbering.count {
      try monitor.check(at: number)
      let places = members[Int32(truncatingIfNeeded: number)]
      guard places.count > 1 else { continue }
      let dated = try places.map { DatedFigure($0, claims, sources) }.sorted(monitor, by: <)
      try append(dated, claims, monitor)
    }
  }

  private mutating func append(
    _ dated: [DatedFigure], _ claims: ClaimTable, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let dates = Self.dateCount(dated)
    let sourceCount = Self.sourceCount(dated, claims)
    guard let start = dated.first, dates > 1 || sourceCount > 1 else { return }
    let figures = claims.figures
    var (least, greatest, middles) = (Double.infinity, -Double.infinity, 0)
    var (low, high) = (-Double.infinity, Double.infinity)
    var previous = start
    let begin = rows.count
    for (number, each) in dated.enumerated() {
      if number > 0 { try monitor.check(at: number) }
      let place = Int(each.claim)
      let middle = figures.middle(of: place)
      if let middle {
        (least, greatest, middles) = (min(least, middle), max(greatest, middle), middles + 1)
      }
      (low, high) = (max(low, figures.low[place]), min(high, figures.high[place]))
      let isFirst = rows.count == begin
      let fromPrevious =
        isFirst ? nil : FigureChange(from: Int(previous.claim), to: place, in: figures)
      let isSecond = rows.count == begin + 1
      let fromFirst =
        isSecond || isFirst
        ? fromPrevious : FigureChange(from: Int(start.claim), to: place, in: figures)
      rows.append(
        Row(
          claim: each.claim, clock: each.clock, first: each.first, last: each.last, middle: middle,
          fromPrevious: fromPrevious, fromFirst: fromFirst))
      previous = each
    }
    let ratio = middles > 1 && least > 0 ? greatest / least : .nan
    groups.append(
      Group(
        rows: begin..<rows.count, sources: sourceCount, dates: dates,
        spread: ratio.isFinite ? ratio : nil, hasCommonAmount: low <= high))
  }

  /// How many different dates; the figures are in order.
  private static func dateCount(_ dated: [DatedFigure]) -> Int {
    var count = 0
    var former: DatedFigure?
    for each in dated where each.clock != .none {
      if former.map({ $0.first != each.first || $0.last != each.last }) ?? true { count += 1 }
      former = each
    }
    return count
  }

  private static func sourceCount(_ dated: [DatedFigure], _ claims: ClaimTable) -> Int {
    let sources = dated.map { claims.sources[Int($0.claim)] }.sorted()
    return zip(sources, sources.dropFirst()).reduce(1) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }
}

/// A figure with what it is ordered by.
private struct DatedFigure: Comparable {
  let claim: Int32
  let source: Int32
  let first: Int32
  let last: Int32
  let clock: FigureClock

  init(_ claim: Int32, _ claims: ClaimTable, _ sources: SourceTable) {
    self.claim = claim
    source = sources.order(of: claims.sources[Int(claim)])
    (clock, first, last) = claims.figureTime(of: Int(claim), sources: sources)
  }

  static func < (left: Self, right: Self) -> Bool {
    if (left.clock == .none) != (right.clock == .none) { return right.clock == .none }
    return (left.first, left.last, left.source, left.claim)
      < (right.first, right.last, right.source, right.claim)
  }
}

/// Numbers for figures that may be compared.
private struct FigureNumbering {
  let dimensions: [Int32]
  private var facts = PairNumbering()
  private var objects = PairNumbering()
  private var qualified = PairNumbering()
  private var measured = PairNumbering()

  init(dimensions: [Int32]) { self.dimensions = dimensions }

  var count: Int { measured.count }

  /// -1 for a claim that states no figure.
  mutating func number(of claim: Int, in claims: ClaimTable) -> Int32 {
    guard !claims.figures.isMissing(claim), !claims.isDenied[claim],
      claims.modes[claim] != .question, claims.subjects[claim] > 0, claims.predicates[claim] > 0
    else { return -1 }
    let fact = facts.number(claims.subjects[claim], claims.predicates[claim])
    let asked = objects.number(fact, claims.objects[claim])
    let whole = qualified.number(asked, claims.qualifiers[claim])
    return measured.number(whole, dimension(of: claims.figures.units[claim]))
  }

  /// Below 0 for a unit that compares only with itself.
  private func dimension(of unit: Int32) -> Int32 {
    let known = Int(unit) < dimensions.count ? dimensions[Int(unit)] : -1
    return known >= 0 ? known : -1 - unit
  }
}
