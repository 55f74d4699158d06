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

/// A step, and the statement that it was made of.
package struct BoundStep: Sendable {
  package let step: Step
  /// The text that holds the statement: the program, or a script that it uses.
  package let text: SourceText
  /// Where the statement stands in its text.
  package let span: Span
  /// Where it stands in the program itself: of a script that is used, the `use`.
  package let place: Span
}

/// A program that only has to be run.
package struct BoundProgram: Sendable {
  package let steps: [BoundStep]
  /// The scripts that it uses, in the order in which they were read.
  package let used: [SourceText]
  /// The parameters with their values as the language writes them, in the order of the program.
  package let parameters: [(name: String, value: String)]
}

/// Values for the parameters of a script, given with `--set`.
package struct ParameterValues: Sendable {
  package let values: [String: String]

  package init(_ values: [String: String] = [:]) { self.values = values }
}
