import AssayReading

/// A document that was sent to a program.
package struct SentDocument: Sendable {
  package let source: String
  package let bytes: [UInt8]
  package let sentences: [Passage]
  /// What the source says of itself; `nil` where it says nothing.
  package let language: String?
  package let published: String?
}
