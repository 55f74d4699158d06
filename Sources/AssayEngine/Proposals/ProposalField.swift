import AssayLanguage
import AssayModel

/// What a program may say of a claim that it proposes; the manual lists them.
package struct ProposalField: Sendable {
  /// The key in the JSON object.
  package let name: String
  /// What its value has to be.
  package let form: Form
  /// Whether every proposal has to have it.
  package let isRequired: Bool
  /// What it says, in one sentence.
  package let summary: String

  /// How JSON has it.
  package enum Form: String, Sendable {
    case text = "text"
    /// What the field of a claim with this name has, as corpus text.
    case corpusText = "corpus text"
    case number = "number"
  }

  private init(_ name: String, _ form: Form, required: Bool = false, _ summary: String) {
    (self.name, self.form, self.isRequired, self.summary) = (name, form, required, summary)
  }

  /// Every field, in the order of the manual.
  package static let all: [ProposalField] = [
    ProposalField(
      "schema", .number, "The version of the form: 1, which is also taken for granted."),
    ProposalField("source", .text, required: true, "The id of a source that was sent."),
    ProposalField(
      "quote", .text, required: true, "Words of its document, byte for byte, that bear the claim."),
    ProposalField("start", .number, "A byte of the document, from 0, at or before the quote."),
    ProposalField("end", .number, "The byte behind the quote, or one after that."),
    ProposalField("says", .text, required: true, "The statement in words of the program's own."),
    ProposalField("fact", .corpusText, "The statement as data."),
    ProposalField("by", .corpusText, "On whose authority, and by way of whom."),
    ProposalField("when", .corpusText, "When the fact holds."),
    ProposalField("mode", .corpusText, "Fact, estimate, plan, opinion or question."),
    ProposalField("hedge", .text, "The words of the quote that hedge it."),
    ProposalField(
      "confidence", .number, "How sure the program is, from 0 to 1; goes into the note."),
    ProposalField("note", .text, "Anything that a reader should know."),
  ]

  /// The field with this name, or `nil`.
  package static func named(_ name: String) -> ProposalField? { all.first { $0.name == name } }
}
