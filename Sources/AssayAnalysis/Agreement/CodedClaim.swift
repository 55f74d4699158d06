/// A claim as one of the readers of a document coded it.
package struct CodedClaim: Sendable, Hashable {
  package let key: Int32
  /// A number for whoever recorded it.
  package let coder: Int32
  /// The document, by its place among those that are compared.
  package let document: Int32
  /// The sentence in which its quote begins, by its place in the document, from 0.
  package let sentence: Int32
  /// What each field says, by numbers that stand for words; 0 for a field that is not filled.
  package let codes: [Int32]

  package init(key: Int32, coder: Int32, document: Int32, sentence: Int32, codes: [Int32]) {
    (self.key, self.coder, self.document) = (key, coder, document)
    (self.sentence, self.codes) = (sentence, codes)
  }
}
