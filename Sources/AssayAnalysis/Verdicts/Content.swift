import AssayModel

/// What a claim says under the key by which it is compared.
///
/// Of a fact the object, unless it belongs to the key, and the figure, date or text; of a question
/// the answer. Compared without regard to when, where and how it is meant.
struct Content: Hashable {
  var isDenied = false
  /// The object's key, or the place of an answer from 1; 0 for none.
  var object: Int32 = 0
  var figure: Figure?
  /// The first and last day of a date; `nil` for none.
  var days: Days?
  /// The number of a text; -1 for none.
  var text: Int32 = -1

  struct Days: Hashable {
    let first: Int32
    let last: Int32
  }

  /// An amount in base units.
  struct Figure: Hashable {
    let low: Double
    let high: Double
    let bound: Bound
    let unit: Int32
  }
}

/// How two contents stand to each other, before time, place and the rest are looked at.
enum ContentRelation: UInt8 {
  case same, inside, compatible, apart, several, unknown
  /// Two currencies, for which a rate has to be found.
  case needsRate
}

/// A relation, the field it rests on, and how far the two are apart.
struct ContentComparison {
  let relation: ContentRelation
  let field: DecidingField
  /// Of figures that are apart: the distance as a share of the greater, 0 to 1.
  var gap = Double.nan
  /// Of dates that are apart: the days between them.
  var days = Double.nan
}

/// Compares the contents of claims.
struct ContentComparer {
  let units: UnitTable
  let containment: Containment

  /// - Parameters:
  ///   - allowsSeveral: whether several contents may hold at a time.
  ///   - isAnswer: whether the objects are answers to a question.
  func compare(
    _ left: Content, _ right: Content, allowsSeveral: Bool, isAnswer: Bool
  ) -> ContentComparison {
    if left.isDenied != right.isDenied {
      return left.isDenied
        ? denial(left, of: right, isAnswer: isAnswer) : denial(right, of: left, isAnswer: isAnswer)
    }
    let both = compareAlike(left, right, isAnswer: isAnswer)
    if both.relation == .unknown || both.relation == .needsRate { return both }
    if left.isDenied {
      // That it is neither of two is no disagreement.
      return both.relation == .apart
        ? ContentComparison(relation: .compatible, field: .denied) : both
    }
    if allowsSeveral, both.relation != .same {
      return ContentComparison(relation: .several, field: .cardinality)
    }
    return both
  }

  /// Both are asserted, or both denied.
  private func compareAlike(
    _ left: Content, _ right: Content, isAnswer: Bool
  ) -> ContentComparison {
    var object = ContentComparison(relation: .same, field: isAnswer ? .answer : .object)
    if left.object != right.object {
      object = compareObjects(left.object, right.object, isAnswer: isAnswer)
      if object.relation == .apart { return object }
    }
    let value = compareValues(left, right)
    guard object.relation == .same else {
      return value.relation == .same ? object : value.relation == .inside ? object : value
    }
    return value.relation == .same && !left.hasValue ? object : value
  }

  private func compareObjects(_ left: Int32, _ right: Int32, isAnswer: Bool) -> ContentComparison {
    if isAnswer { return ContentComparison(relation: .apart, field: .answer) }
    let isInside =
      left == 0 || right == 0 || containment.contains(left, right)
      || containment.contains(right, left)
    return ContentComparison(relation: isInside ? .inside : .apart, field: .object)
  }

  private func compareValues(_ left: Content, _ right: Content) -> ContentComparison {
    func value(_ relation: ContentRelation) -> ContentComparison {
      ContentComparison(relation: relation, field: .value)
    }
    if let first = left.figure, let second = right.figure {
      return FigureComparer(units: units).compare(first, second)
    }
    if let first = left.days, let second = right.days { return Self.compare(first, second) }
    if left.text >= 0, right.text >= 0 {
      // Unequal words are no contradiction.
      return value(left.text == right.text ? .same : .unknown)
    }
    let (isLeft, isRight) = (left.hasValue, right.hasValue)
    // One names a figure and the other a date or a text; or one names nothing.
    if isLeft, isRight { return value(.unknown) }
    return value(isLeft == isRight ? .same : .inside)
  }

  private static func compare(_ left: Content.Days, _ right: Content.Days) -> ContentComparison {
    func value(_ relation: ContentRelation) -> ContentComparison {
      ContentComparison(relation: relation, field: .value)
    }
    if left == right { return value(.same) }
    if left.last < right.first || right.last < left.first {
      let days = max(Int(right.first) - Int(left.last), Int(left.first) - Int(right.last))
      return ContentComparison(relation: .apart, field: .value, days: Double(days))
    }
    let isOpen = left.isOpen || right.isOpen
    let isNested =
      left.first <= right.first && right.last <= left.last
      || right.first <= left.first && left.last <= right.last
    return value(isNested && !isOpen ? .inside : .compatible)
  }

  /// A denial beside an assertion: they cannot both hold if what is asserted lies wholly in what is
  /// denied.
  private func denial(
    _ denied: Content, of asserted: Content, isAnswer: Bool
  ) -> ContentComparison {
    let apart = ContentComparison(relation: .apart, field: .denied)
    let compatible = ContentComparison(relation: .compatible, field: .denied)
    let isObjectIn =
      denied.object == asserted.object || denied.object == 0
      || !isAnswer && containment.contains(denied.object, asserted.object)
    guard isObjectIn else { return compatible }
    guard denied.hasValue else { return apart }
    guard asserted.hasValue else { return compatible }
    if let first = denied.figure, let second = asserted.figure {
      let comparer = FigureComparer(units: units)
      let comparison = comparer.compare(first, second)
      switch comparison.relation {
      case .unknown, .needsRate: return comparison
      case .same: return apart
      default: return comparer.contains(first, second) ? apart : compatible
      }
    }
    if let first = denied.days, let second = asserted.days {
      return first.first <= second.first && second.last <= first.last ? apart : compatible
    }
    return denied.text == asserted.text && denied.text >= 0
      ? apart : ContentComparison(relation: .unknown, field: .value)
  }
}

extension Content {
  var hasValue: Bool { figure != nil || days != nil || text >= 0 }
}

extension Content.Days {
  var isOpen: Bool {
    Int64(first) == CalendarDay.beginning || Int64(last) == CalendarDay.end
  }
}
