import AssayLanguage
import AssayModel
import AssayText

/// A stage of the language: everything that parser, binder, help and completion need of it.
package struct StageSpec: Sendable {
  package let name: String
  /// How it is written, as in `take N`.
  package let usage: String
  /// What it does, in one sentence.
  package let summary: String
  /// What else a user should know; may be empty.
  package let details: String
  package let form: StageForm
  /// Whether it says what becomes of the rows, so that no other stage may follow.
  package let isEnding: Bool
  /// Whether the columns that come out are those that go in, whatever its arguments are: then the
  /// stages behind it are held to them even where it has a fault.
  package let keepsRows: Bool
  /// The rows that it makes, where they are others than those that go in.
  package let rows: RelationSpec?
  /// Bare words that may stand behind its name, for completion.
  package let words: [String]
  /// A query that uses it, runnable on the example corpus.
  package let example: String
  let bind: @Sendable (StageCall, LogicalPlan, inout Binder) throws(Diagnostic) -> LogicalPlan

  init(
    _ name: String, _ usage: String, _ summary: String, details: String = "", form: StageForm,
    isEnding: Bool = false, keepsRows: Bool = false, rows: RelationSpec? = nil,
    words: [String] = [], example: String,
    bind:
      @escaping @Sendable (
        StageCall, LogicalPlan, inout Binder
      ) throws(Diagnostic) -> LogicalPlan
  ) {
    (self.name, self.usage, self.summary, self.details) = (name, usage, summary, details)
    (self.form, self.isEnding, self.rows, self.words) = (form, isEnding, rows, words)
    self.keepsRows = keepsRows
    (self.example, self.bind) = (example, bind)
  }

  /// The stage with this name, or `nil`.
  package static func named(_ name: String) -> StageSpec? { all.first { $0.name == name } }
}
