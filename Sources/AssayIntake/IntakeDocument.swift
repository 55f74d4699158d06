import AssayModel
import AssayText

/// A document that was brought in: its text, what it says of itself, and the way back to the bytes
/// it was made of.
package struct IntakeDocument: Sendable {
  /// UTF-8 with `\n` line ends; Markdown if ``isMarkdown``.
  package let text: [UInt8]
  /// Whether marks of Markdown in the text are meant as such.
  package let isMarkdown: Bool
  /// What the bytes were.
  package let form: Form
  /// What the document says of itself.
  package var details = Details()
  /// Where the text comes from.
  package let origins: OriginMap
  /// What a person should know of how the text came about, a sentence each: a converted encoding,
  /// pages without text.
  package var notes: [String] = []

  package init(text: [UInt8], isMarkdown: Bool, form: Form, origins: OriginMap) {
    (self.text, self.isMarkdown, self.form, self.origins) = (text, isMarkdown, form, origins)
  }

  /// What the bytes were.
  package enum Form: String, CaseIterable, Sendable {
    case text, markdown, html, pdf, mail, epub, jsonl, csv
  }

  /// What a document says of itself; what it does not say is `nil`.
  package struct Details: Sendable, Equatable {
    /// What it is called, without the name of the site.
    package var title: String?
    /// Who wrote it.
    package var author: String?
    /// Who brought it out.
    package var publisher: String?
    /// When it was published, as far as the document says.
    package var published: PartialDate?
    /// When it was saved, as far as the file says.
    package var retrieved: PartialDate?
    /// The canonical address.
    package var url: String?
    /// As a BCP 47 tag.
    package var language: String?
    /// A word of `ClosedList.sourceKind`.
    package var kind: String?

    package init() {}
  }
}
