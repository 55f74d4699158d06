import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

/// A statement that is bound and only has to be run.
package enum Step: Sendable {
  case query(BoundQuery)
  case explain(LogicalPlan)
  case expect(BoundExpression, message: String?, Span)
  case command(Name, arguments: [Name], Span)
  /// Records to write to the corpus, all or none.
  case declare([Record])
}

/// Values for the parameters of a script, given with `--set`.
package struct ParameterValues: Sendable {
  package let values: [String: String]

  package init(_ values: [String: String] = [:]) { self.values = values }
}
