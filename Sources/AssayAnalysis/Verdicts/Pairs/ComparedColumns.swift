/// The columns of claims that verdicts look at, for reading claim by claim.
///
/// A class, so that handing it on costs one count and not one for each column.
final class ComparedColumns: Sendable {
  let sources: [Int32]
  let subjects: [Int32]
  let objects: [Int32]
  let isDenied: [Bool]
  let modes: [Mode]
  let figures: FigureColumn
  let valueDates: DayColumn
  let valueTexts: [Int32]
  let speakers: [Int32]
  let times: DayColumn
  let places: [Int32]
  let scopes: [Int32]
  let answers: [ClaimTable.Answer]

  init(_ claims: ClaimTable) {
    (sources, subjects, objects) = (claims.sources, claims.subjects, claims.objects)
    (isDenied, modes, figures) = (claims.isDenied, claims.modes, claims.figures)
    (valueDates, valueTexts) = (claims.valueDates, claims.valueTexts)
    (speakers, times, places) = (claims.speakers, claims.times, claims.places)
    (scopes, answers) = (claims.scopes, claims.answers)
  }
}
