import AssayCorpus
import AssayExchange
import AssayModel
import AssayStore
import AssayText

/// Brings the records of a file of another program into the corpus, all of them or none.
package struct CorpusImport {
  private let workspace: Workspace
  private let format: ExchangeFormat
  /// Whether everything is checked and nothing written.
  package var isTrial = false
  /// Whether a record gives way that has the id of an imported one and says something else.
  package var replaces = false
  /// The columns of a table of claims that others have made, by the fields that they become.
  package var mapping: ColumnMapping?

  package init(_ workspace: Workspace, _ format: ExchangeFormat) {
    (self.workspace, self.format) = (workspace, format)
  }

  /// Reads a file, or for CSV a folder, and writes what is new.
  ///
  /// - Throws: everything that is wrong, at its place in the file; nothing is then written.
  /// - Returns: what was done, in lines for people.
  package func run(_ path: String) throws(Diagnostics) -> String {
    let batch: ImportBatch
    let snapshots = ImportedSnapshots(workspace)
    defer { snapshots.discard() }
    do throws(Diagnostic) {
      batch = try Diagnostic.telling { try read(path, snapshots) }
    } catch {
      throw Diagnostics([error])
    }
    guard batch.faults.isEmpty else { throw Diagnostics(faults(of: batch)) }
    var edit = ImportEdit(
      workspace, batch, format, snapshots, replaces: replaces, isTrial: isTrial)
    return try edit.run()
  }

  /// Of a file that has nothing of the format one fault says more than one a line.
  private func faults(of batch: ImportBatch) -> [Diagnostic] {
    guard batch.entries.isEmpty, batch.documents.isEmpty, batch.snapshotCount == 0,
      format.isText, let first = batch.faults.first, let input = batch.inputs.last,
      !format.signs.contains(where: { Self.has($0, input.bytes) })
    else { return batch.faults }
    let start = first.span?.start ?? 0
    let fault = Diagnostic(
      first.code, at: Span(start, start + 1), "this is no file of the format `\(format.rawValue)`",
      hint: first.message)
    return [fault.located(in: input)]
  }

  private static func has(_ sign: String, _ bytes: [UInt8]) -> Bool {
    let sign = Array(sign.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      sign.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes) != nil }
    }
  }

  private func read(_ path: String, _ snapshots: ImportedSnapshots) throws -> ImportBatch {
    var batch = ImportBatch()
    batch.takeSnapshot = { path, bytes throws(Diagnostic) in try snapshots.take(path, bytes) }
    let isForeign = [.webAnnotation, .claimReview, .followTheMoney, .graphml].contains(format)
    if isForeign || mapping != nil {
      batch.lookup = ImportBatch.Lookup(workspace)
    }
    switch format {
    case .csv where mapping != nil:
      let text = SourceText(name: path, bytes: try FileReader.bytes(of: path, shown: path))
      if let mapping {
        try ImportedFile.read(text, mapping, into: &batch, workspace.monitor)
      }
    case .csv: try readTables(path, &batch)
    case .sqlite:
      guard FileReader.stamp(of: path) != nil else {
        throw Diagnostic(.unreadableFile, at: nil, "cannot read `\(path)`: no such file")
      }
      do {
        for (kind, text) in try RecordDatabase.tables(in: path, workspace.monitor) {
          try ImportedFile.read(text, of: kind, into: &batch, workspace.monitor)
        }
        try RecordDatabase.readSnapshots(in: path, into: &batch, workspace.monitor)
      } catch let error as StoreError {
        if let stop = error.stop { throw stop }
        throw Diagnostic.badImport("`\(path)` cannot be read: \(error.message)", at: nil)
      }
    default:
      let text = SourceText(name: path, bytes: try FileReader.bytes(of: path, shown: path))
      try ImportedFile.read(text, as: format, into: &batch, workspace.monitor)
    }
    batch.leaveOutSnapshots { snapshots.isMissing($0) }
    return batch
  }

  /// Reads the tables of a folder, or the one that is named.
  private func readTables(_ path: String, _ batch: inout ImportBatch) throws {
    let kinds = RecordSpec.kinds + [.document]
    if FileReader.stamp(of: path) != nil {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard let kind = kinds.first(where: { RecordTable.file(of: $0) == name }) else {
        throw Diagnostic(
          .unknownExchange, at: nil, "`\(name)` names no kind of record",
          hint: "`--map \"says=COLUMN, source=COLUMN\"` reads any table of claims")
      }
      let text = SourceText(name: path, bytes: try FileReader.bytes(of: path, shown: path))
      try ImportedFile.read(text, of: kind, into: &batch, workspace.monitor)
      let folder = path.dropLast(name.count)
      return try readSnapshots(folder.isEmpty ? "." : String(folder), &batch)
    }
    let names = FileReader.names(in: path)
    let found = kinds.filter { names.contains(RecordTable.file(of: $0)) }
    guard !found.isEmpty else {
      throw Diagnostic(
        .unreadableFile, at: nil, "`\(path)` is no folder with tables of records",
        hint: "tables: " + kinds.map { RecordTable.file(of: $0) }.joined(separator: ", "))
    }
    for kind in found {
      let file = path + "/" + RecordTable.file(of: kind)
      let text = SourceText(name: file, bytes: try FileReader.bytes(of: file, shown: file))
      try ImportedFile.read(text, of: kind, into: &batch, workspace.monitor)
    }
    try readSnapshots(path, &batch)
  }

  /// Reads the snapshots beside tables that their sources name.
  private func readSnapshots(_ folder: String, _ batch: inout ImportBatch) throws {
    var seen: Set<String> = []
    for (_, path) in batch.namedSnapshots where seen.insert(path).inserted {
      let place = folder + "/" + path
      guard SnapshotName.digest(of: path) != nil, FileReader.stamp(of: place) != nil else {
        continue
      }
      try workspace.monitor.check()
      batch.begin(SourceText(name: place, ""))
      batch.add(
        snapshot: path, try FileReader.bytes(of: place, shown: place), at: Span(0, 0))
    }
  }
}
