import AssayCorpus
import AssayExchange
import AssayModel
import AssayStore
import AssayText
import Glibc

/// Writes the records of a corpus in a format of other programs.
package struct CorpusExport {
  let workspace: Workspace
  let stream: RecordStream
  private let format: ExchangeFormat
  private let selection: RecordSelection
  private var losses = LossCount()
  private var counts: [RecordKind: Int] = [:]
  var snapshotCount = 0

  /// - Parameter claims: the ids of the claims that are meant; all records if it is `nil`.
  package init(
    _ workspace: Workspace, _ format: ExchangeFormat, claims: Set<String>? = nil
  ) throws(Diagnostic) {
    self.workspace = workspace
    self.format = format
    stream = RecordStream(workspace)
    if let claims {
      selection = try RecordSelection(claims: claims, in: RecordStream(workspace))
    } else {
      selection = RecordSelection()
    }
  }

  /// Writes to a file, or for CSV into a folder, which is made if it is missing; without a path to
  /// standard output.
  ///
  /// - Throws: `unwritableFile`, for a file of the corpus too; a file is then as it was.
  /// - Returns: what was written and what could not be carried, in lines for people.
  package mutating func run(to path: String?) throws(Diagnostic) -> String {
    if let path {
      let target = try ExportTarget(workspace)
      for file in format.files(at: path) { try target.require(file) }
    }
    switch format {
    case .csv: try writeTables(to: path ?? ".")
    case .sqlite: try writeDatabase(to: path ?? "")
    default: try writeText(to: path)
    }
    return summary(path)
  }

  private func summary(_ path: String?) -> String {
    var parts = RecordKind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \($0 == 1 ? kind.word : kind.relation)" }
    }
    if snapshotCount > 0 {
      parts.append("\(snapshotCount) snapshot\(snapshotCount == 1 ? "" : "s")")
    }
    let written = parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    let lost = losses.words.map { "not carried: \($0)\n" } ?? ""
    return "wrote \(written)\(path.map { " to \($0)" } ?? "")\n" + lost
  }

  /// Calls `body` with each record of a kind that is meant, and counts it.
  mutating func forEach(
    _ kind: RecordKind, _ body: (Record) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var (count, losses) = (0, losses)
    try stream.forEach(kind) { record throws(Diagnostic) in
      guard selection.contains(record) else { return }
      count += 1
      losses.add(record, in: format)
      try body(record)
    }
    self.losses = losses
    if count > 0, format.carried(kind) != .none { counts[kind] = count }
  }

  /// Calls `body` with each document of the sources that are meant.
  mutating func forEachDocument(
    _ body: (_ path: String, _ text: String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var seen: Set<String> = []
    try stream.forEach(.source) { source throws(Diagnostic) in
      guard selection.contains(source), let path = stream.document(of: source),
        seen.insert(path).inserted
      else { return }
      guard let text = stream.text(ofDocument: path) else {
        throw Diagnostic(.unreadableFile, at: nil, "cannot read `\(path)` as text")
      }
      try body(path, text)
    }
    if !seen.isEmpty { counts[.document] = seen.count }
  }

  /// The snapshots of the sources that are meant, each once.
  private func snapshots() throws(Diagnostic) -> [String] {
    var (paths, seen): ([String], Set<String>) = ([], [])
    try stream.forEach(.source) { source in
      guard selection.contains(source), let path = stream.snapshot(of: source),
        seen.insert(path).inserted
      else { return }
      paths.append(path)
    }
    return paths
  }

  /// Calls `body` with each snapshot of the sources that are meant.
  mutating func forEachSnapshot(
    _ body: (_ path: String, _ digest: String, _ bytes: [UInt8]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    for path in try snapshots() {
      let bytes = try stream.bytes(ofSnapshot: path)
      try body(path, Digest.sha256(bytes), bytes)
      snapshotCount += 1
    }
  }

  private mutating func writeText(to path: String?) throws(Diagnostic) {
    let stream = stream
    guard var writer = format.writer({ stream.text(ofDocument: $0) }) else { return }
    let file = if let path { try StreamedFile(path: path, shown: path) } else { StreamedFile() }
    try file.write { writer.begin(&$0) }
    for kind in writer.kinds {
      if kind == .document {
        try forEachDocument { path, text throws(Diagnostic) in
          try file.write { writer.add(document: path, text, to: &$0) }
        }
      } else {
        try forEach(kind) { record throws(Diagnostic) in
          try file.write { writer.add(record, to: &$0) }
        }
      }
    }
    for kind in RecordSpec.kinds where !writer.kinds.contains(kind) {
      try forEach(kind) { _ in }
    }
    if !writer.kinds.contains(.document) {
      var count = 0
      try forEachDocument { _, _ in count += 1 }
      counts[.document] = nil
      for _ in 0..<count { losses.add(.document) }
    }
    if format.carriesSnapshots {
      try forEachSnapshot { path, digest, bytes throws(Diagnostic) in
        try file.write { writer.add(snapshot: path, digest: digest, bytes, to: &$0) }
      }
    } else {
      losses.snapshots += try snapshots().count
    }
    try file.write { writer.end(&$0) }
    losses.add(writer.losses)
    for (kind, count) in counts {
      let written = count - writer.losses.count(of: kind)
      counts[kind] = written > 0 ? written : nil
    }
    try file.commit()
  }

  /// A table for each kind, even of no records: what an earlier export left must not be read.
  private mutating func writeTables(to folder: String) throws(Diagnostic) {
    let snapshots = try snapshots()
    let target = try ExportTarget(workspace)
    for path in snapshots { try target.require(folder + "/" + path) }
    try makeFolder(folder)
    var files: [StreamedFile] = []
    for kind in RecordSpec.kinds + [.document] {
      let path = folder + "/" + RecordTable.file(of: kind)
      let file = try StreamedFile(path: path, shown: path)
      files.append(file)
      try file.write { CSVText.append(RecordTable.header(of: kind), to: &$0) }
      guard let columns = RecordColumns(kind) else {
        try forEachDocument { path, text throws(Diagnostic) in
          try file.write { CSVText.append([path, text], to: &$0) }
        }
        continue
      }
      try forEach(kind) { record throws(Diagnostic) in
        try file.write { CSVText.append(columns.cells(of: record), to: &$0) }
      }
    }
    if !snapshots.isEmpty { try makeFolder(folder + "/" + SnapshotName.relation) }
    try forEachSnapshot { path, _, bytes throws(Diagnostic) in
      let place = folder + "/" + path
      // What has its digest for a name is the same if it is there.
      guard FileReader.size(of: place) != bytes.count else { return }
      let file = try StreamedFile(path: place, shown: place)
      try file.write { $0 += bytes }
      try file.commit()
    }
    for file in files { try file.commit() }
  }

  private func makeFolder(_ folder: String) throws(Diagnostic) {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw Diagnostic(
        .unwritableFile, at: nil,
        "cannot make the folder `\(folder)`: \(String(cString: strerror(errno)))")
    }
  }

  private mutating func writeDatabase(to path: String) throws(Diagnostic) {
    try RecordDatabase.requireReplaceable(path)
    let temporary = path + ".new-\(getpid())"
    unlink(temporary)
    defer { unlink(temporary) }
    do {
      let database = try RecordDatabase(writing: temporary)
      for columns in RecordColumns.all {
        let insert = try database.table(of: columns.kind)
        try forEach(columns.kind) { record throws(Diagnostic) in
          try RecordDatabase.add(columns.cells(of: record), insert)
        }
      }
      let insert = try database.table(of: .document)
      try forEachDocument { path, text throws(Diagnostic) in
        try RecordDatabase.add([path, text], insert)
      }
      let snapshot = try database.snapshotTable()
      try forEachSnapshot { path, _, bytes throws(Diagnostic) in
        snapshot.bind(path, at: 1)
        snapshot.bind(bytes[...], at: 2)
        do throws(StoreError) { try snapshot.run() } catch {
          throw RecordDatabase.unwritable(path, error)
        }
      }
      try database.finish()
    } catch let fault as Diagnostic {
      throw fault
    } catch {
      throw RecordDatabase.unwritable(path, error)
    }
    guard rename(temporary, path) == 0 else {
      throw Diagnostic(
        .unwritableFile, at: nil, "cannot write `\(path)`: \(String(cString: strerror(errno)))")
    }
  }
}
