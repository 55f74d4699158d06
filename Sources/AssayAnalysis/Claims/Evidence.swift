import AssayModel

/// All that an analysis of claims may look at: the claims and what they refer to.
package struct Evidence: Sendable {
  package var claims: ClaimTable
  package var sources = SourceTable()
  package var predicates = PredicateTable()
  package var questions = QuestionTable()
  package var containment = Containment()
  package var units = UnitTable()
  package var links: [Link] = []
  /// For each claim whether its own source has corrected it or taken it back, in a claim that may
  /// not be among these; empty if that is not known beyond ``links``.
  package var takenBack: [Bool] = []
  /// For each entity's key its place in the order of ids; empty where that is the order of keys, or
  /// no relation is symmetric.
  package var entityRanks: [Int32] = []

  package init(claims: ClaimTable) { self.claims = claims }

  /// The place of an entity in the order of ids.
  func rank(ofEntity entity: Int32) -> Int32 {
    entityRanks.indices.contains(Int(entity)) ? entityRanks[Int(entity)] : entity
  }

  /// A person's word on two claims, by their places.
  package struct Link: Sendable {
    package let claim: Int32
    package let relation: Relation
    package let other: Int32

    package init(claim: Int32, relation: Relation, other: Int32) {
      (self.claim, self.relation, self.other) = (claim, relation, other)
    }

    /// In the order of ``ClosedList/linkRelation``.
    package enum Relation: UInt8, CaseIterable, Sendable {
      case supports, contradicts, refines, restates, corrects, retracts
    }
  }
}

/// The units of a ``FigureColumn`` by their numbers.
package struct UnitTable: Sendable {
  package private(set) var units: [Unit] = []
  /// Units with equal numbers here can be converted into each other.
  package private(set) var dimensions: [Int32] = []
  /// How many base units one of the unit is.
  package private(set) var factors: [Double] = []
  package private(set) var isMoney: [Bool] = []
  /// Rates between currencies that the corpus declares.
  package var rates: [Rate] = []

  package init(_ units: [Unit] = []) {
    var known: [Dimension: Int32] = [:]
    for unit in units {
      let number = known[unit.dimension] ?? Int32(known.count)
      known[unit.dimension] = number
      dimensions.append(number)
      factors.append(unit.factor)
      if case .money = unit.dimension { isMoney.append(true) } else { isMoney.append(false) }
    }
    self.units = units
  }

  /// Whether a number stands for a unit here.
  func knows(_ unit: Int32) -> Bool { units.indices.contains(Int(unit)) }

  /// `1 from = factor to`, in the days from `first` to `last`.
  package struct Rate: Sendable {
    package let from: Unit
    package let to: Unit
    package let factor: Double
    package let first: Int32
    package let last: Int32

    package init(from: Unit, to: Unit, factor: Double, first: Int32, last: Int32) {
      (self.from, self.to, self.factor) = (from, to, factor)
      (self.first, self.last) = (first, last)
    }
  }

  /// How many of the unit `to` one of the unit `from` is in all of these days; `nil` without a rate.
  package func rate(_ from: Int32, _ to: Int32, first: Int32, last: Int32) -> Double? {
    guard !rates.isEmpty, first <= last else { return nil }
    let (source, target) = (units[Int(from)], units[Int(to)])
    for rate in rates where rate.first <= last && first <= rate.last {
      if rate.from == source, rate.to == target { return rate.factor }
      if rate.from == target, rate.to == source, rate.factor != 0 { return 1 / rate.factor }
    }
    return nil
  }
}
