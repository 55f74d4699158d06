import AssayModel

/// Gathers claims of one item into values: figures that agree after conversion and rounding are one.
struct ValueClasses {
  private let claims: ComparedColumns
  private let comparer: FigureComparer
  private let contents: ContentComparer

  init(_ evidence: Evidence) {
    claims = ComparedColumns(evidence.claims)
    comparer = FigureComparer(units: evidence.units)
    contents = ContentComparer(units: evidence.units, containment: evidence.containment)
  }

  /// How far figures may lie apart, as a share of the greater one, to speak for each other.
  private static let nearness = 0.25
  /// How far a value speaks for another that holds beside it.
  private static let compatibleWeight = 0.5
  /// With how many neighbours by size a value is compared.
  private static let mostNeighbours = 24

  /// Whether two of the values cannot both hold, and which speak for each other.
  ///
  /// - Parameter start: the number of the first value.
  /// - Complexity: O(values), each with its neighbours.
  func likeness(
    of classes: [Class], _ key: KeyContext, from start: Int32, _ monitor: WorkMonitor
  ) throws(Cancelled) -> (isDisputed: Bool, pairs: [(first: Int32, second: Int32, weight: Double)])
  {
    guard classes.count > 1 else { return (false, []) }
    let order = try classes.indices.sorted(monitor) {
      (classes[$0].content.figure?.middle ?? 0, $0) < (classes[$1].content.figure?.middle ?? 0, $1)
    }
    var isDisputed = false
    var pairs: [(first: Int32, second: Int32, weight: Double)] = []
    for (index, one) in order.enumerated() {
      if index > 0 { try monitor.check(at: index) }
      for other in order[(index + 1)...].prefix(Self.mostNeighbours) {
        let comparison = contents.compare(
          classes[one].content, classes[other].content, allowsSeveral: key.allowsSeveral,
          isAnswer: key.question > 0)
        let weight: Double
        switch comparison.relation {
        case .apart:
          isDisputed = true
          weight = 1 - comparison.gap / Self.nearness
        case .same: weight = 1
        case .inside, .compatible: weight = Self.compatibleWeight
        case .several, .unknown, .needsRate: continue
        }
        guard weight > 0 else { continue }  // nor if there is no gap
        let places = (start + Int32(min(one, other)), start + Int32(max(one, other)))
        pairs.append((places.0, places.1, weight))
      }
    }
    return (isDisputed, pairs)
  }

  /// A value and the places of its claims, ascending.
  struct Class {
    let content: Content
    var claims: [Int32]
  }

  /// What a claim says under a key.
  func content(of entry: ComparisonKeys.Entry, _ key: KeyContext) -> Content {
    Content(claims, entry, objectIsKey: key.objectIsKey)
  }

  /// The values in the order of their first claims.
  func classes(
    of entries: [ComparisonKeys.Entry], _ key: KeyContext, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [Class] {
    var found: [Class] = []
    var numbers: [Content: Int] = [:]
    for (place, entry) in entries.enumerated() {
      if place > 0 { try monitor.check(at: place) }
      let content = content(of: entry, key)
      let known =
        found.count > 8 ? numbers[content] : found.firstIndex { $0.content == content }
      if let known {
        if found[known].claims.last != entry.claim { found[known].claims.append(entry.claim) }
      } else {
        // The numbers are only looked at once there are many.
        if found.count == 8 {
          for (index, each) in found.enumerated() { numbers[each.content] = index }
        }
        if found.count >= 8 { numbers[content] = found.count }
        found.append(Class(content: content, claims: [entry.claim]))
      }
    }
    return found.count > 1 ? try merge(found, monitor) : found
  }

  /// Brings figures together that are the same within tolerance, from the least upwards; each is
  /// held to what stands for the figures below it, which is the first of them by id.
  ///
  /// Amounts go before ranges and open ends, which would part those that agree.
  private func merge(_ found: [Class], _ monitor: WorkMonitor) throws(Cancelled) -> [Class] {
    typealias Order = (isDenied: Int, object: Int32, kind: Int, low: Double, high: Double)
    var order: [(place: Int, at: Order)] = []
    for (place, each) in found.enumerated() {
      guard let figure = each.content.figure else { continue }
      let kind = figure.bound.isOneSided ? 2 : figure.bound == .between ? 1 : 0
      let at = (each.content.isDenied ? 1 : 0, each.content.object, kind, figure.low, figure.high)
      order.append((place, at))
    }
    guard order.count > 1 else { return found }
    order = try order.sorted(monitor) {
      $0.at == $1.at ? $0.place < $1.place : $0.at < $1.at
    }
    var merged = found
    var isGone = [Bool](repeating: false, count: found.count)
    var standing: [Int] = []
    for (number, (place, _)) in order.enumerated() {
      if number > 0 { try monitor.check(at: number) }
      var place = place
      while let below = standing.last, areSame(found[below].content, found[place].content) {
        standing.removeLast()
        let (kept, dropped) = (min(below, place), max(below, place))
        merged[kept].claims += merged[dropped].claims
        isGone[dropped] = true
        place = kept
      }
      standing.append(place)
    }
    return
      try merged.indices.filter { !isGone[$0] }
      .map { Class(content: merged[$0].content, claims: merged[$0].claims.sorted()) }
      .sorted(monitor) { $0.claims[0] < $1.claims[0] }
  }

  private func areSame(_ left: Content, _ right: Content) -> Bool {
    guard let first = left.figure, let second = right.figure else { return false }
    return left.isDenied == right.isDenied && left.object == right.object
      && comparer.compare(first, second).relation == .same
  }
}
