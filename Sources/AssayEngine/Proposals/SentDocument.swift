import AssayReading

/// A document that was sent to a program.
package struct SentDocument: Sendable {
  /// The id of its source.
  package let source: String
  /// The document as it is on the disk.
  package let bytes: [UInt8]
  /// Its sentences, in order.
  package let sentences: [Passage]
  /// The language that the source names, as a BCP 47 tag; `nil` where it names none.
  package let language: String?
  /// When it was published, as the source has it; `nil` where it does not say.
  package let published: String?
}
