/// A sentence of a document, or what stands for one: a heading, a row of a table, a block of code.
package struct Passage: Sendable, Hashable {
  /// The paragraph, from 1.
  package let paragraph: Int
  /// The sentence within the paragraph, from 1.
  package let sentence: Int
  /// Its first byte in the document; no white space.
  package let start: Int
  /// The byte behind its last, which is no white space either.
  package let end: Int

  package init(paragraph: Int, sentence: Int, start: Int, end: Int) {
    (self.paragraph, self.sentence, self.start, self.end) = (paragraph, sentence, start, end)
  }
}
