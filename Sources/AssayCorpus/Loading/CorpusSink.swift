import AssayLanguage
import AssayModel
import AssayReading

/// Takes what a corpus holds, in the order in which it is read.
package protocol CorpusSink {
  associatedtype Failure: Error
  /// A record of a file; all its ids have keys in `ids`.
  mutating func add(_ record: Record, file: Int64, ids: inout IDTable) throws(Failure)
  /// The document of a source.
  mutating func add(_ document: SourceDocument, file: Int64, ids: inout IDTable) throws(Failure)
  /// A rate between currencies.
  mutating func add(_ rate: CurrencyRate) throws(Failure)
  /// A file has been read to its end.
  mutating func finish(_ file: CorpusFile) throws(Failure)
}

/// A document with its passages.
package struct SourceDocument: Sendable {
  /// The id of its source.
  package let source: String
  /// From the corpus folder.
  package let path: String
  package let digest: String
  package let bytes: [UInt8]
  package let passages: [Passage]
}

/// A file of the corpus as it was when it was read.
package struct CorpusFile: Sendable {
  package let key: Int64
  /// From the corpus folder.
  package let path: String
  /// See ``FileReader/stamp(of:)``.
  package let stamp: String
  /// SHA-256 in hexadecimal.
  package let digest: String
  /// The patterns of its `use` statements, as paths from the corpus folder.
  package let uses: [String]
  /// Whether it is the text of a source rather than corpus text.
  package let isDocument: Bool

  package init(
    key: Int64, path: String, stamp: String, digest: String, uses: [String], isDocument: Bool
  ) {
    (self.key, self.path, self.stamp, self.digest) = (key, path, stamp, digest)
    (self.uses, self.isDocument) = (uses, isDocument)
  }
}
