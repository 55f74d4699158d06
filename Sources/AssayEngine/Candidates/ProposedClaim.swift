/// A claim that a sentence of a document seems to make, before a person has looked at it.
package struct ProposedClaim: Sendable {
  /// Unique among the proposals of a source.
  package let id: String
  package let source: String
  /// The paragraph and the sentence of it, from 1.
  package let paragraph: Int
  package let sentence: Int
  /// The bytes of the document that it is about.
  package let start: Int
  package let end: Int
  /// What speaks for it, in words for a person.
  package let reasons: [String]
  /// The words for who speaks, if another than the source does; the first if there are several.
  package let speaker: String?
  /// A whole `claim … { … }` declaration in corpus text.
  package let text: String
  /// Who proposed it; `nil` for the program itself.
  package let maker: String?

  package init(
    id: String, source: String, paragraph: Int, sentence: Int, start: Int, end: Int,
    reasons: [String], speaker: String? = nil, text: String, maker: String? = nil
  ) {
    (self.id, self.source, self.paragraph, self.sentence) = (id, source, paragraph, sentence)
    (self.start, self.end, self.reasons, self.text) = (start, end, reasons, text)
    (self.speaker, self.maker) = (speaker, maker)
  }
}
