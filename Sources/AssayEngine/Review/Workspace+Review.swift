import AssayCorpus
import AssayText

extension Workspace {
  /// What is to be reviewed in the document of a source.
  ///
  /// A document that has changed since the corpus was read is read anew with it.
  ///
  /// - Throws: `unknownRecord`; `unreadableFile` when the document is gone; `documentChanged` and
  ///   `documentMissing` when it is not read.
  package func review(of source: String, at span: Span) throws(Diagnostic) -> SourceReview {
    var stamp = documentStamp(of: source)
    var reading = try read(source, at: span)
    if try !isIndexed(reading.bytes, of: source) {
      try reload()
      stamp = documentStamp(of: source)
      reading = try read(source, at: span)
    }
    try requireDocumentRead(of: source, at: span)
    // The document may have been cut since it was read for the index.
    let sentences = try sentences(of: source).filter { $0.end <= reading.bytes.count }
    let decisions = try decisions(about: source)
    let kept = try Quarantine(of: source, in: self)
    let (others, gone) = kept.proposals(for: reading, sentences)
    return SourceReview(
      reading: reading, sentences: sentences,
      proposals: try proposedClaims(of: source, at: span) + others,
      decisions: decisions.decisions, faults: decisions.faults + kept.faults, goneProposals: gone,
      stamp: stamp)
  }

  /// Whether the document is another by now than the one that is reviewed, or gone.
  package func hasOtherDocument(than review: SourceReview) -> Bool {
    guard let path = review.reading.path else { return false }
    let stamp = FileReader.settledStamp(of: folder.absolute(path))
    if !stamp.isEmpty, stamp == review.stamp { return false }
    guard let bytes = try? folder.bytes(of: path) else { return true }
    return !review.isOf(bytes)
  }

  /// The settled stamp of a source's document; empty if there is none.
  private func documentStamp(of source: String) -> String {
    let path = try? Diagnostic.telling { () throws -> String? in
      let row = try connection.cached(
        "SELECT path FROM documents WHERE source = (SELECT key FROM sources WHERE id = ?)")
      row.bind(source, at: 1)
      defer { row.reset() }
      return try row.step() ? row.text(0) : nil
    }
    return path.map { FileReader.settledStamp(of: folder.absolute($0)) } ?? ""
  }

  /// The decisions about the document of a source.
  package func decisions(about source: String) throws(Diagnostic) -> ReviewFile {
    let path = ReviewFile.path(of: source)
    return ReviewFile(try kept(path).map { SourceText(name: path, bytes: $0) }, of: source)
  }

  /// Keeps a decision, or takes it out again; gives all that there are then.
  ///
  /// The file is read anew, as others may have decided meanwhile.
  package func decide(
    _ decision: ReviewDecision, isTakenBack: Bool = false, about source: String
  ) throws(Diagnostic) -> [ReviewDecision] {
    let path = ReviewFile.path(of: source)
    var all: [ReviewDecision] = []
    try rewrite(path) { old throws(Diagnostic) in
      var file = ReviewFile(old.map { SourceText(name: path, bytes: $0) }, of: source)
      if isTakenBack { file.remove(decision) } else { file.keep(decision) }
      all = file.decisions
      return file.bytes
    }
    return all
  }
}
