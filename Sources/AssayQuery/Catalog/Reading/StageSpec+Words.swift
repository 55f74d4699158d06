import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let words = StageSpec(
    "words", "words [least N] [by KEYS]", "How often each word stands in the text.",
    details: """
      Of `passages`, `documents`, `sources` and `claims`; what narrows the rows narrows the text. The \
      most frequent word comes first; `least` leaves out those that stand there less often. With keys \
      each group has its own list. Words are folded: case and accents do not count.
      """,
    form: .argumentsByKeys, rows: .words(), words: ["least"],
    example: "documents | words least 2 by source | take 10"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireText(call, input)
    var arguments = StageArguments(call)
    var scope = Analysis.WordListScope(size: 1, least: 1)
    while !arguments.isAtEnd {
      guard try arguments.takeOption("least") else {
        throw arguments.unexpected(words: ["least", "by"])
      }
      scope.least = try binder.wholeNumber(&arguments, in: call, after: "least", 1...1_000_000_000)
    }
    let (rows, keys) = try binder.grouped(
      call, input, besides: RelationSpec.words().columns.map(\.name))
    scope.keyCount = keys.count
    return binder.analysis(.words(scope), call, rows, rows: .words(by: keys))
  }

  static let ngrams = StageSpec(
    "ngrams", "ngrams N [least M] [by KEYS]", "Runs of two to six words that stand there again.",
    details: """
      Of `passages`, `documents`, `sources` and `claims`; what narrows the rows narrows the text. A \
      run stays in its sentence. `least` says how often it has to stand there, 2 by default. With \
      keys each group has its own list.
      """,
    form: .argumentsByKeys, rows: .ngrams(), words: ["least"],
    example: "documents | ngrams 3 | take 10"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireText(call, input)
    var arguments = StageArguments(call)
    let size = try binder.wholeNumber(&arguments, in: call, after: "ngrams", 2...6)
    var scope = Analysis.WordListScope(size: size, least: 2)
    while !arguments.isAtEnd {
      guard try arguments.takeOption("least") else {
        throw arguments.unexpected(words: ["least", "by"])
      }
      scope.least = try binder.wholeNumber(&arguments, in: call, after: "least", 1...1_000_000_000)
    }
    let (rows, keys) = try binder.grouped(
      call, input, besides: RelationSpec.ngrams().columns.map(\.name))
    scope.keyCount = keys.count
    return binder.analysis(.words(scope), call, rows, rows: .ngrams(by: keys))
  }
}
