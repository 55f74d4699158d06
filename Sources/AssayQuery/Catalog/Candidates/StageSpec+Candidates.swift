import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let candidates = StageSpec(
    "candidates", "candidates", "Sentences that look like claims, with the reasons.",
    details: """
      Of `passages` it reads these sentences, of `documents` and `sources` all of theirs. Figures, \
      dates, known names, speakers, hedges, denials and plans speak for a sentence; `taken` says \
      whether a claim quotes it already. `help candidates` has the rule.
      """,
    form: .arguments, rows: .candidates,
    example: "sources | candidates | where not taken | count by source"
  ) { call, input, binder throws(Diagnostic) in
    switch input.relation?.name {
    case RelationSpec.passages.name, RelationSpec.documents.name, RelationSpec.sources.name: break
    default:
      throw Diagnostic(
        .typeMismatch, at: call.name.span,
        "`candidates` needs passages, documents or sources; these rows have " + input.columnNames,
        hint: "put it after one of these and what narrows it, before `count` and the like")
    }
    let arguments = StageArguments(call)
    guard arguments.isAtEnd else { throw arguments.unexpected(words: []) }
    return binder.analysis(.candidates, call, input, rows: .candidates)
  }
}
