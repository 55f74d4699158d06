import AssayCorpus
import AssayModel
import AssayStore
import AssayText
import Glibc

/// Makes an index from nothing.
enum IndexBuild {
  /// Reads the whole corpus into a new database, which takes the place of the old one when the
  /// corpus has no faults.
  ///
  /// - Parameters:
  ///   - order: the order in which records get their keys.
  ///   - isWanted: asked before that, with what is wrong; `false` leaves the old one.
  static func run(
    _ folder: CorpusFolder, _ location: IndexLocation, _ monitor: WorkMonitor,
    order: RecordOrder = .declared,
    isWanted: ([IndexUpdate.FileFaults]) -> Bool = { _ in true }
  ) throws(CorpusIndex.Failure) -> CorpusIndex {
    let path = location.folder.map { $0 + "/index.new.\(getpid())" } ?? ":memory:"
    var isKept = false
    defer { if !isKept { unlink(path) } }
    do {
      let connection = try Connection(path: path, monitor)
      ActiveConnection.set(connection)
      try connection.execute(
        "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      try connection.execute(Schema.tables)
      try connection.execute(Schema.bulkLoading)
      try connection.execute("BEGIN")
      var loader = CorpusLoader(
        folder, into: try IndexSink(connection), paths: PathTable(), monitor)
      do {
        switch order {
        case .declared: try loader.loadAll()
        case .reversed: try loader.loadAllReversed()
        }
        try makeIndexes(connection, monitor)
        try connection.execute(Schema.afterBulkLoading)
        try connection.execute(
          "INSERT INTO meta VALUES ('version', \(Schema.version)); COMMIT")
      } catch {
        loader.abandon()
        throw error
      }
      let files = loader.faultsByFile.map {
        IndexUpdate.FileFaults(path: $0.path, faults: $0.faults)
      }
      let faults = files.flatMap(\.faults)
      let isWanted = isWanted(files)
      if isWanted, faults.isEmpty, let database = location.database { isKept = put(path, database) }
      return CorpusIndex(CorpusIndex.prepared(connection), faults, location)
    } catch let failure as CorpusLoader<IndexSink>.Failure {
      switch failure {
      case .stopped(let stop): throw .stopped(stop)
      case .sink(let error):
        if let stop = error.stop { throw .stopped(stop) }
        throw .store(error)
      }
    } catch let error as StoreError {
      if let stop = error.stop { throw .stopped(stop) }
      throw .store(error)
    } catch {
      throw .stopped(error as? Cancelled ?? .interrupted)
    }
  }

  /// The indexes, one after the other.
  private static func makeIndexes(_ connection: Connection, _ monitor: WorkMonitor) throws {
    let statements = Schema.indexes.split(separator: ";").filter { $0.contains("CREATE") }
    try monitor.enter(.indexing, of: statements.count)
    for statement in statements {
      try connection.execute(String(statement))
      try monitor.advance(by: 1)
    }
  }

  /// Puts a finished database in the place of the old one; shells that read the old one go on
  /// with it.
  private static func put(_ path: String, _ database: String) -> Bool {
    // The journal of a killed update belongs to the old file and must not meet the new one.
    unlink(database + "-journal")
    return rename(path, database) == 0
  }
}
