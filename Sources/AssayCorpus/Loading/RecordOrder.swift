/// In which order the records of a corpus come into its index, which gives them their keys.
///
/// No result may depend on it.
package enum RecordOrder: String, CaseIterable, Sendable {
  /// As they are reached from `corpus.assay` on.
  case declared
  /// The last file first, and in each file the last record.
  case reversed
}
