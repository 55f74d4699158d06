import AssayModel

/// Writes records in a format that is one text.
package protocol ExchangeWriter {
  /// The kinds that it is given, all of one before all of the next.
  var kinds: [RecordKind] { get }
  /// What it had to leave out beside what its format never carries.
  var losses: LossCount { get }
  /// Writes what stands before the records.
  mutating func begin(_ out: inout [UInt8])
  /// Writes a record, or keeps of it what a later one needs.
  mutating func add(_ record: Record, to out: inout [UInt8])
  /// Writes a document.
  mutating func add(document path: String, _ text: String, to out: inout [UInt8])
  /// Writes a snapshot.
  ///
  /// - Parameter digest: SHA-256 of the bytes, in hexadecimal.
  mutating func add(snapshot path: String, digest: String, _ bytes: [UInt8], to out: inout [UInt8])
  /// Writes what stands behind the records.
  mutating func end(_ out: inout [UInt8])
}

extension ExchangeWriter {
  package var losses: LossCount { LossCount() }
  package mutating func begin(_ out: inout [UInt8]) {}
  package mutating func add(document path: String, _ text: String, to out: inout [UInt8]) {}
  package mutating func add(
    snapshot path: String, digest: String, _ bytes: [UInt8], to out: inout [UInt8]
  ) {}
  package mutating func end(_ out: inout [UInt8]) {}
}

/// What a document says, by its path; `nil` if it cannot be read.
package typealias DocumentText = (String) -> String?
