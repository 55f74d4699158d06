import AssayModel
import AssayText

/// An expression whose names are looked up and whose type is known.
package struct BoundExpression: Sendable {
  package let node: Node
  package let type: ValueType
  package let isNullable: Bool
  package let span: Span

  package indirect enum Node: Sendable {
    /// The column of the rows with this number, and its name.
    case column(Int, name: String)
    /// The column of the record that a reference points to.
    case follow(BoundExpression, RelationSpec, ColumnSpec)
    case constant(Constant)
    /// A part of a date or a figure: `when.year`, `value.number`.
    case part(BoundExpression, ValuePart)
    case compare(Comparison, BoundExpression, BoundExpression)
    /// The value is one of these; for types whose values are equal or not, and nothing between.
    case isOneOf(BoundExpression, [Constant])
    /// The entity is this one or a part of it.
    case partOf(BoundExpression, whole: Int64)
    /// The claim has one of these entities as subject, object, mention or qualifier, or a part of
    /// one. Asked of the rows' own record.
    case isAbout([Int64])
    /// The rows' own record.
    case ownKey
    /// What the rows' own claim says in the field of this predicate.
    case qualifier(predicate: Int64, name: String)
    case not(BoundExpression)
    case and(BoundExpression, BoundExpression)
    case or(BoundExpression, BoundExpression)
    case arithmetic(Arithmetic, BoundExpression, BoundExpression)
    case isMissing(BoundExpression)
    /// The text holds these folded words.
    case hasWords(BoundExpression, String)
    case matches(BoundExpression, String)
    case scalar(ScalarFunction, [BoundExpression])
    case aggregate(AggregateFunction, BoundExpression?)
    case query(QueryFunction, LogicalPlan)
  }
}

/// A value that is known before the query runs.
package enum Constant: Hashable, Sendable {
  case number(Double)
  case text(String)
  case boolean(Bool)
  case date(PartialDate)
  case figure(Quantity)
  /// A record by its key, with its id for messages.
  case record(RecordKind, key: Int64, id: String)
}

/// How two values of one type are compared.
package enum Comparison: Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, overlaps
}

/// What is computed of two numbers, figures or texts.
package enum Arithmetic: Sendable {
  case plus, minus, times, divide, join
}

/// A part of a date or a figure.
package enum ValuePart: String, CaseIterable, Sendable {
  case year, month, day, start, end, precision
  case number, low, high, unit, bound

  /// The parts of a value of this type.
  package static func of(_ type: ValueType) -> [ValuePart] {
    switch type {
    case .date: [.year, .month, .day, .start, .end, .precision]
    case .figure: [.number, .low, .high, .unit, .bound]
    default: []
    }
  }

  package var type: ValueType {
    switch self {
    case .year, .month, .day, .number, .low, .high: .number
    case .start, .end: .date
    case .unit: .text
    case .precision: .word(.precision)
    case .bound: .word(.bound)
    }
  }

  /// What it is, in one sentence.
  package var summary: String {
    switch self {
    case .year: "The year, when the date lies in one."
    case .month: "The month, 1 to 12, when the date lies in one."
    case .day: "The day of the month, when the date is one day."
    case .start: "The first day that the date may mean."
    case .end: "The last day that the date may mean."
    case .precision: "Whether the date is a day, a month, a year, a range or open."
    case .number: "The number that was said, in the figure's own unit."
    case .low: "The least amount, in the figure's own unit."
    case .high: "The greatest amount, in the figure's own unit."
    case .unit: "The unit."
    case .bound: "Whether the figure is exact, a bound, about or a range."
    }
  }
}
