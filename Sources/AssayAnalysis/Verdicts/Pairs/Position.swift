import AssayModel

/// What claims under one key say in one manner: the same content, of the same time and place, with
/// the same scope, meant alike. Claims that differ in nothing that a verdict looks at are one
/// position; a claim that a person has linked is one by itself, so that its pairs can be left out.
struct Position: Hashable {
  /// The number of the content among those of the key.
  var value: Int32 = 0
  var first: Int32 = 1
  var last: Int32 = 0
  var place: Int32 = 0
  var scope: Int32 = -1
  var mode: Mode = .fact
  var isRetracted = false
  /// The place of the claim if a person has linked it to another; -1 else.
  var linkedClaim: Int32 = -1

  init(
    _ claims: ComparedColumns, _ claim: Int, value: Int32, isRetracted: Bool, isLinked: Bool
  ) {
    self.value = value
    (first, last) = (claims.times.first[claim], claims.times.last[claim])
    (place, scope) = (claims.places[claim], claims.scopes[claim])
    (mode, self.isRetracted) = (claims.modes[claim], isRetracted)
    if isLinked { linkedClaim = Int32(truncatingIfNeeded: claim) }
  }

  var isDated: Bool { first <= last }
}

extension Content {
  /// What a claim says under a key.
  init(_ claims: ComparedColumns, _ entry: ComparisonKeys.Entry, objectIsKey: Bool) {
    let claim = Int(entry.claim)
    if entry.answer >= 0 {
      let answer = claims.answers[Int(entry.answer)]
      (isDenied, object) = (!answer.isFor, min(answer.answer, .max - 1) + 1)
      return
    }
    isDenied = claims.isDenied[claim]
    if !objectIsKey { object = entry.isMirrored ? claims.subjects[claim] : claims.objects[claim] }
    if !claims.figures.isMissing(claim) {
      figure = Figure(
        low: claims.figures.low[claim], high: claims.figures.high[claim],
        bound: claims.figures.bounds[claim], unit: claims.figures.units[claim])
    }
    if !claims.valueDates.isMissing(claim) {
      days = Days(first: claims.valueDates.first[claim], last: claims.valueDates.last[claim])
    }
    text = claims.valueTexts[claim]
  }
}
