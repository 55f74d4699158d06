/// The formats in which records come in and go out, beside the language itself.
package enum ExchangeFormat: String, CaseIterable, Sendable {
  case csv, jsonl, sqlite
  case webAnnotation = "web-annotation"
  case claimReview = "claim-review"
  case followTheMoney = "follow-the-money"
  case turtle, graphml
}
