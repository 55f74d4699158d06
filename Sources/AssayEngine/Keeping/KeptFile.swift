import AssayCorpus
import AssayText

/// Files beside a corpus that a run reads and leaves behind.
package enum KeptFile {
  /// The bytes of a file.
  ///
  /// - Throws: `unreadableFile` with the system's reason.
  package static func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    try FileReader.bytes(of: path, shown: path)
  }

  /// The names in a folder, in byte order and without hidden ones; none if it cannot be read.
  package static func names(in folder: String) -> [String] { FileReader.names(in: folder) }

  /// SHA-256 of bytes, in hexadecimal.
  package static func digest(of bytes: [UInt8]) -> String { Digest.sha256(bytes) }

  /// Puts bytes in the place of what a file holds, in one step.
  ///
  /// - Parameter isForced: whether they have to outlast a power cut.
  /// - Throws: `unwritableFile`; the file is then as it was.
  package static func write(
    _ bytes: [UInt8], to path: String, isForced: Bool = true
  ) throws(Diagnostic) {
    try AtomicFile(bytes, at: path, shown: path, isForced: isForced).commit()
  }

  /// What tells whether a file has changed since it was looked at; `nil` without a file.
  package static func stamp(of path: String) -> String? { FileReader.stamp(of: path) }
}
