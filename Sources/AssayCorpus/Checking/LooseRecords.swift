import AssayModel
import AssayText

/// Holds records that stand in no file of a corpus to what the corpus declares.
package enum LooseRecords {
  /// What is wrong with each: references, facts, answers, hedges; not the quotes.
  ///
  /// - Parameter ids: the records of the corpus.
  /// - Returns: the faults with the place of their record in the list, in no order.
  package static func faults(
    of records: [Record], ids: IDTable, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [(record: Int, fault: Diagnostic)] {
    var checker = RecordChecker(ids: ids) { _ in "" }
    for (index, record) in records.enumerated() {
      try monitor.check(at: index)
      _ = checker.check(record, in: Int64(index))
    }
    try checker.finish(monitor)
    return checker.faults.map { (Int($0.file), $0.fault) }
  }
}
