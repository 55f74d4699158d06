import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let mentions = StageSpec(
    "mentions", "mentions", "The places in these passages at which entities are named.",
    details: """
      Names and other names of all entities are sought; `documents` and `sources` are read whole. \
      The longest name counts. Case and accents do not matter, but for short names, names in \
      capitals and names that are common words. A name that several entities bear gives a row for \
      each, with `ambiguous`. The relation `mentions` is `passages | mentions`.
      """,
    form: .arguments, rows: .mentions,
    example: "passages | where text has \"agreement\" | mentions | count by entity"
  ) { call, input, binder throws(Diagnostic) in
    let arguments = StageArguments(call)
    guard arguments.isAtEnd else { throw arguments.unexpected(words: []) }
    switch input.relation?.name {
    case RelationSpec.passages.name, RelationSpec.documents.name, RelationSpec.sources.name:
      return binder.analysis(.mentions, call, input, rows: .mentions)
    default:
      throw Diagnostic(
        .typeMismatch, at: call.name.span,
        "`mentions` needs passages, documents or sources; these rows have " + input.columnNames,
        hint: "put it after one of these and what narrows it, before `count` and the like")
    }
  }
}

extension Binder {
  /// The rows of a relation that a query begins with; a derived one is an analysis of another.
  func rows(of relation: RelationSpec, _ name: Name) -> LogicalPlan {
    guard relation.isDerived else { return .relation(relation) }
    let analysis = Analysis(.mentions, words: name.text, at: name.span, rows: relation)
    return .analysis(.relation(.passages), analysis)
  }
}
