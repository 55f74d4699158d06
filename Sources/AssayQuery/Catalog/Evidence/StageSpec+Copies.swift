import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let copies = StageSpec(
    "copies", "copies [documents] [over SHARE]",
    "Pairs of passages of different documents that share wording.",
    details: """
      Of `passages` it compares sentences; of `documents`, `sources` and `claims` the paragraphs of \
      their documents. A pair is given if the words in runs of five or more that both have make \
      SHARE of either, 0.5 unless said otherwise, and are six or more. `documents` adds up what \
      two documents share. `help evidence` says how copies are found.
      """,
    form: .arguments, rows: .copies(ofSentences: false), words: ["documents", "over"],
    example: "documents | copies | count"
  ) { call, input, binder throws(Diagnostic) in
    var scope = Analysis.CopyScope(unit: try binder.unitOfCopies(call, input))
    var arguments = StageArguments(call)
    while !arguments.isAtEnd {
      if arguments.take("documents") {
        scope.givesDocuments = true
      } else if arguments.take("over") {
        scope.leastShare = try binder.share(&arguments, in: call)
      } else {
        throw arguments.unexpected(words: ["documents", "over"])
      }
    }
    let rows: RelationSpec =
      scope.givesDocuments ? .copyingDocuments : .copies(ofSentences: scope.unit == .sentence)
    return binder.analysis(.copies(scope), call, input, rows: rows)
  }
}

extension Binder {
  /// What `copies` compares of these rows.
  fileprivate func unitOfCopies(
    _ call: StageCall, _ input: LogicalPlan
  ) throws(Diagnostic) -> Analysis.CopyScope.Unit {
    switch input.relation?.name {
    case RelationSpec.passages.name: return .sentence
    case RelationSpec.documents.name, RelationSpec.sources.name, RelationSpec.claims.name:
      return .paragraph
    default:
      throw Diagnostic(
        .typeMismatch, at: call.name.span,
        "`copies` needs passages, documents, sources or claims; these rows have "
          + input.columnNames,
        hint: "put it after one of these and what narrows it, before `count` and the like")
    }
  }

  /// The share after `over`: a number from 0 to 1, or as many percent.
  fileprivate mutating func share(
    _ arguments: inout StageArguments, in call: StageCall
  ) throws(Diagnostic) -> Double {
    let wanted = "a share from 0 to 1"
    let meaning = "`over 0.5` is half of the words of either passage"
    let span = arguments.span
    let word = arguments.word
    guard word == nil, let expression = arguments.takeExpression() else {
      throw Diagnostic(
        .wrongArguments, at: word?.span ?? call.span, "`over` takes \(wanted)", hint: meaning)
    }
    let constant = try constant(expression)
    let number: Double
    switch constant {
    case .number(let share): number = share
    case .figure(let figure) where figure.unit.dimension == .percent && figure.bound == .exactly:
      number = figure.number / 100
    case .figure(let figure) where StageSpec.copies.words.contains(figure.unit.symbol):
      throw Diagnostic(
        .wrongArguments, at: span, "`\(figure.unit.symbol)` after a number is read as its unit",
        hint: "write `copies documents over 0.5`")
    default: throw .wrongType(constant.type, wanted: wanted, at: span, hint: meaning)
    }
    guard 0...1 ~= number else {
      throw Diagnostic(.outOfRange, at: span, "`over` takes \(wanted)", hint: meaning)
    }
    return number
  }
}
