import AssayModel
import AssayText

/// Whether a value is of the measure that a predicate declares.
enum MeasureCheck {
  /// What is wrong with a value, to be told where it stands; `nil` when it fits.
  static func fault(
    of value: FactValue, for predicate: String, _ measure: String
  ) -> ((Span) -> Diagnostic)? {
    switch value {
    case .text: return measure == "text" ? nil : wrong(predicate, measure, "a text")
    case .date(let date):
      if measure == "date" { return nil }
      let isYear = date.description.utf8.count == 4
      return wrong(
        predicate, measure, isYear ? "the year \(date)" : "a date",
        hint: isYear ? "four bare digits are a year; say what is counted: `\(date) people`" : nil)
    case .figure(let figure):
      if measure == figure.unit.dimension.word { return nil }
      guard case .count(let noun) = figure.unit.dimension, !noun.isEmpty,
        !["none", "date", "text"].contains(measure)
      else { return wrong(predicate, measure, "`\(figure)`") }
      let known = Unit.known.filter { Unit($0).dimension.word == measure }
      return { span in
        Diagnostic(
          .unitUnknown, at: span, "`\(noun)` is no unit of \(measure)",
          hint: Spelling.closest(to: noun, among: known).map { "did you mean `\($0)`?" }
            ?? (measure == "money"
              ? "currencies are written by their codes: `USD`, `EUR`, `PEN`"
              : "units: \(known.joined(separator: ", "))"))
      }
    }
  }

  private static func wrong(
    _ predicate: String, _ measure: String, _ found: String, hint: String? = nil
  ) -> (Span) -> Diagnostic {
    let wanted =
      switch measure {
      case "none": "no value"
      case "money": "a sum of money"
      case "area": "an area"
      case "percent": "a percentage"
      case "count": "a count of something"
      default: "a \(measure)"
      }
    return { span in
      Diagnostic(
        .wrongMeasure, at: span, "`\(predicate)` takes \(wanted), not \(found)", hint: hint)
    }
  }
}
