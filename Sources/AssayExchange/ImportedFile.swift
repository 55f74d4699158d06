import AssayLanguage
import AssayModel
import AssayText

/// Reads what other programs have written.
package enum ImportedFile {
  /// Reads a file in a format that is one text.
  package static func read(
    _ text: SourceText, as format: ExchangeFormat, into batch: inout ImportBatch,
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    batch.begin(text)
    if let fault = text.encodingFault() { return batch.report(fault) }
    switch format {
    case .jsonl: try RecordLines.read(into: &batch, monitor)
    case .webAnnotation: try WebAnnotationReader.read(into: &batch, monitor)
    case .turtle: try TurtleReader.read(into: &batch, monitor)
    case .claimReview: try ClaimReviewReader.read(into: &batch, monitor)
    case .followTheMoney: try FollowTheMoneyReader.read(into: &batch, monitor)
    case .graphml: try GraphMLReader.read(into: &batch, monitor)
    case .csv, .sqlite:
      batch.report(.badImport("`\(format.rawValue)` is not one text", at: nil))
    }
  }

  /// Reads a table of records of one kind.
  package static func read(
    _ text: SourceText, of kind: RecordKind, into batch: inout ImportBatch, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    batch.begin(text)
    if let fault = text.encodingFault() { return batch.report(fault) }
    try RecordTable.read(kind, into: &batch, monitor)
  }
}
