import AssayText

/// What came of reading files that are to be brought into a corpus; nothing is written yet.
package struct Ingestion {
  /// What is to be done with a file, or with a document in it.
  package enum Entry {
    case proposal(SourceProposal)
    /// The corpus has it: the source, and what of it is the same.
    case known(file: String, source: String, part: Part)
    case failed(Diagnostic)
  }

  /// What of a source a file is the same as.
  package enum Part: Sendable {
    /// Its snapshot, or its document, byte for byte.
    case snapshot, document
    /// The text of its document; the bytes differ.
    case text
  }

  /// In the order of the files.
  package internal(set) var entries: [Entry] = []

  /// What is proposed.
  package var proposals: [SourceProposal] {
    entries.compactMap { if case .proposal(let proposal) = $0 { proposal } else { nil } }
  }

  /// What is wrong with files that could not be read.
  package var faults: [Diagnostic] {
    entries.compactMap { if case .failed(let fault) = $0 { fault } else { nil } }
  }
}
