import AssayModel
import AssayText

/// An expression as it is written.
package indirect enum Expression: Sendable {
  /// `mode`, `source.publisher`: a column, and what follows a reference.
  case path([Name])
  /// `@peru`.
  case reference(Name)
  /// `$year`.
  case variable(Name)
  case literal(Literal, Span)
  case unary(UnaryOperator, Expression, Span)
  case binary(BinaryOperator, Expression, Expression)
  /// `x in (a, b)`.
  case membership(Expression, [Expression], Span)
  /// `x is missing`, `x is present`.
  case presence(Expression, isPresent: Bool, Span)
  case call(Name, [Expression], Span)
  /// A query where a function takes one: `count(claims | where …)`.
  case query(Query)

  /// The bytes that it covers.
  package var span: Span {
    switch self {
    case .path(let names): names[0].span.joined(with: names[names.count - 1].span)
    case .reference(let name), .variable(let name): name.span
    case .literal(_, let span), .unary(_, _, let span), .membership(_, _, let span),
      .presence(_, _, let span), .call(_, _, let span):
      span
    case .binary(_, let left, let right): left.span.joined(with: right.span)
    case .query(let query): query.span
    }
  }
}

/// A value that stands in the program.
package enum Literal: Hashable, Sendable {
  /// A number without unit; four bare digits may also mean a year, so the digits are kept.
  case number(Double, digits: String)
  case figure(Quantity)
  case date(PartialDate)
  case text(String)
  case boolean(Bool)
  /// `a..b` of bare numbers: years beside a date, a range of amounts beside a figure.
  case range(from: Literal.Bare, to: Literal.Bare)

  /// A bare number of a range.
  package struct Bare: Hashable, Sendable {
    package let number: Double
    package let digits: String

    package init(number: Double, digits: String) { (self.number, self.digits) = (number, digits) }
  }
}

/// An operator before its operand.
package enum UnaryOperator: String, CaseIterable, Sendable {
  case not
  case minus = "-"
}

/// An operator between two operands: its sign, and how tightly it binds.
package enum BinaryOperator: String, CaseIterable, Sendable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case has, matches, overlaps, before, after, within
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"

  /// Operators of a higher precedence bind tighter; `not` stands between `and` and comparisons.
  package var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .plus, .minus: 5
    case .times, .divide: 6
    default: Self.comparisonPrecedence
    }
  }

  package static let notPrecedence = 3
  package static let comparisonPrecedence = 4
  package static let unaryPrecedence = 7

  /// What it does, in one sentence.
  package var summary: String {
    switch self {
    case .or: "At least one of the two holds."
    case .and: "Both hold."
    case .equal: "The same value; of dates and figures, the left lies inside of the right."
    case .notEqual: "Not the same value."
    case .less: "Wholly below the right."
    case .lessOrEqual: "Nowhere above the right."
    case .greater: "Wholly above the right."
    case .greaterOrEqual: "Nowhere below the right."
    case .has: "The text holds these words, whole and in this order; case and accents are forgiven."
    case .matches: "The text fits a regular expression (PCRE2)."
    case .overlaps: "The two dates or figures have something in common."
    case .before: "The date ends before the other begins."
    case .after: "The date begins after the other ends."
    case .within: "The date lies inside the other; the entity is it or a part of it."
    case .plus: "The sum, or two texts joined."
    case .minus: "The difference."
    case .times: "The product."
    case .divide: "The quotient; missing when the right is zero."
    }
  }
}

/// The forms of a condition that are no operator between two operands.
package enum ConditionForm: String, CaseIterable, Sendable {
  case not
  case membership = "in (…)"
  case missing = "is missing"
  case present = "is present"

  /// When it holds, in one sentence.
  package var summary: String {
    switch self {
    case .not: "The condition does not hold."
    case .membership: "Equal to one of the values."
    case .missing: "There is no value."
    case .present: "There is a value."
    }
  }
}
