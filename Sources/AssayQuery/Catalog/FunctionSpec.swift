import AssayModel

/// A function of the language.
package struct FunctionSpec: Sendable {
  package let name: String
  package let usage: String
  package let summary: String
  package let kind: Kind
  /// A statement that uses it, runnable on the example corpus.
  package let example: String

  /// Where a function may stand.
  package enum Kind: Sendable {
    /// Anywhere in an expression.
    case scalar(ScalarFunction)
    /// In `summarize`.
    case aggregate(AggregateFunction)
    /// Takes a query and gives one value.
    case query(QueryFunction)
  }

  private init(_ name: String, _ usage: String, _ summary: String, _ kind: Kind, _ example: String)
  {
    (self.name, self.usage, self.summary) = (name, usage, summary)
    (self.kind, self.example) = (kind, example)
  }

  /// The functions with this name: `count` is an aggregate, and one of a query.
  package static func named(_ name: String) -> [FunctionSpec] { all.filter { $0.name == name } }

  /// The names of those that take a query.
  package static let queryFunctions = Set(
    all.filter { if case .query = $0.kind { true } else { false } }.map(\.name))

  /// Every function, in the order of `help functions`.
  package static let all: [FunctionSpec] = [
    FunctionSpec(
      "count", "count()", "How many rows there are.", .aggregate(.count),
      "claims | summarize n = count() by mode"),
    FunctionSpec(
      "count-distinct", "count-distinct(x)", "How many different values there are.",
      .aggregate(.countDistinct), "claims | summarize sources = count-distinct(source) by predicate"
    ),
    FunctionSpec(
      "sum", "sum(x)", "The sum; of figures, missing when their units differ.", .aggregate(.sum),
      "claims | where value.unit = \"USD\" | summarize total = sum(value)"),
    FunctionSpec(
      "mean", "mean(x)", "The arithmetic mean of numbers.", .aggregate(.mean),
      "documents | summarize sentences = mean(sentences)"),
    FunctionSpec(
      "min", "min(x)", "The least value.", .aggregate(.least),
      "claims | summarize first = min(when)"),
    FunctionSpec(
      "max", "max(x)", "The greatest value.", .aggregate(.greatest),
      "claims | summarize latest = max(when) by source"),
    FunctionSpec(
      "list", "list(x)", "The different values in one cell, in order.", .aggregate(.list),
      "claims | summarize sources = list(source) by predicate"),
    FunctionSpec(
      "share", "share(CONDITION)",
      "The share of rows for which the condition holds, 0 to 1; missing when there are none.",
      .aggregate(.share), "claims | summarize reported = share(speaker is present) by source"),
    FunctionSpec(
      "lower", "lower(text)", "The text in lower case (ASCII).", .scalar(.lower),
      "entities | select lower(name) as name"),
    FunctionSpec(
      "length", "length(text)", "How many characters the text has.", .scalar(.length),
      "claims | select id, length(says) as length | sort -length"),
    FunctionSpec(
      "abs", "abs(x)", "The number without its sign.", .scalar(.abs),
      "claims | where value is present | select id, abs(value.number) as size"),
    FunctionSpec(
      "round", "round(x, digits)", "The number rounded to so many decimals.", .scalar(.round),
      "claims | where value is present | select id, round(value.number, 1) as rounded"),
    FunctionSpec(
      "coalesce", "coalesce(x, y, …)", "The first of the values that is not missing.",
      .scalar(.coalesce), "claims | select id, coalesce(scope, \"no scope\") as scope"),
    FunctionSpec(
      "if", "if(condition, x, y)", "`x` where the condition holds, otherwise `y`.",
      .scalar(.choice),
      "claims | derive voice = if(speaker is missing, \"own\", \"reported\") | count by voice"),
    FunctionSpec(
      "count", "count(QUERY)", "How many rows a query has.", .query(.count),
      "expect count(claims) >= 20"),
    FunctionSpec(
      "value", "value(QUERY)", "The one value of a query's first row.", .query(.value),
      "let $latest = value(claims | summarize latest = max(when))"),
    FunctionSpec(
      "empty", "empty(QUERY)", "Whether a query has no row.", .query(.empty),
      "expect empty(claims | where says is missing)"),
  ]
}

/// A function of one row.
package enum ScalarFunction: Sendable {
  case lower, length, abs, round, coalesce, choice
}

/// A function of the rows of a group.
package enum AggregateFunction: Sendable {
  case count, countDistinct, sum, mean, least, greatest, list, share
}

/// A function of a whole query.
package enum QueryFunction: Sendable {
  case count, value, empty
}
