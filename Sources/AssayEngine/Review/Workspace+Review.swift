import AssayCorpus
import AssayText

extension Workspace {
  /// What is to be reviewed in the document of a source.
  ///
  /// - Throws: `unknownRecord`; `unreadableFile` when the document is gone.
  package func review(of source: String, at span: Span) throws(Diagnostic) -> SourceReview {
    let reading = try read(source, at: span)
    // The document may have been cut since it was read for the index.
    let sentences = try sentences(of: source).filter { $0.end <= reading.bytes.count }
    let decisions = try decisions(about: source)
    let kept = try Quarantine(of: source, in: self)
    let (others, gone) = kept.proposals(for: reading, sentences)
    return SourceReview(
      reading: reading, sentences: sentences,
      proposals: try proposedClaims(of: source, at: span) + others,
      decisions: decisions.decisions, faults: decisions.faults + kept.faults, goneProposals: gone)
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
