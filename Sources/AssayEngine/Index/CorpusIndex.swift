import AssayCorpus
import AssayModel
import AssayStore
import AssayText
import Glibc

/// The index of a corpus, brought up to date with its files.
///
/// A corpus without faults keeps its index for the next time. One with faults is read again at
/// each opening, into an index that is thrown away, so that its faults are always told.
package struct CorpusIndex {
  package let connection: Connection
  /// The folder in which the index is kept; `nil` when it is only in memory.
  package let folder: String?
  /// Everything that is wrong with the corpus.
  package let faults: [Diagnostic]

  /// Why there is no index.
  package enum Failure: Error {
    case stopped(Cancelled)
    case store(StoreError)
    /// Whoever had the index made did not want what came of it.
    case refused(Diagnostics)
  }

  /// Opens the index of a corpus.
  ///
  /// - Parameters:
  ///   - monitor: looked at while files are read and the index is written.
  ///   - order: with any but the first the index is made anew, in memory.
  package static func open(
    _ folder: CorpusFolder, _ monitor: WorkMonitor, _ order: RecordOrder = .declared
  ) throws(Failure) -> CorpusIndex {
    let location = IndexLocation(folder)
    if order != .declared {
      // What a killed shell left half written is put right first.
      if EditJournal.isUndecided(stateFolder: location.folder) { _ = try open(folder, monitor) }
      return try IndexBuild.run(folder, .memory, monitor, order: order)
    }
    if let connection = existing(location, monitor),
      let state = try state(of: folder, connection), state.isFresh, state.touched.isEmpty,
      !EditJournal.isUndecided(stateFolder: location.folder)
    {
      return CorpusIndex(prepared(connection), [], location)
    }
    return try location.locked(monitor, orThrow: { .stopped($0) }) { () throws(Failure) in
      EditJournal.recover(stateFolder: location.folder, in: folder)
      // Another shell may have done the work while this one waited, so the index is looked at anew.
      if let connection = existing(location, monitor),
        let state = try state(of: folder, connection),
        try bringUpToDate(connection, folder, state)
      {
        return CorpusIndex(prepared(connection), [], location)
      }
      location.removeLeftovers()
      return try IndexBuild.run(folder, location, monitor)
    }
  }

  init(_ connection: Connection, _ faults: [Diagnostic], _ location: IndexLocation) {
    self.connection = connection
    folder = location.folder
    self.faults = faults
  }

  /// How the files differ from the index; `nil` if it cannot be read.
  private static func state(
    of folder: CorpusFolder, _ connection: Connection
  ) throws(Failure) -> IndexState? {
    do {
      return try IndexState(folder, connection, connection.monitor)
    } catch let stop as Cancelled {
      throw .stopped(stop)
    } catch {
      if let stop = connection.monitor.stop { throw .stopped(stop) }
      return nil
    }
  }

  /// `false` if the index has to be made anew.
  private static func bringUpToDate(
    _ connection: Connection, _ folder: CorpusFolder, _ state: IndexState
  ) throws(Failure) -> Bool {
    if state.isFresh { return remember(state.touched, connection) }
    return try IndexUpdate.run(connection, folder, state) == .done
  }

  /// Keeps the new stamps of files whose bytes are as they were; that it fails harms nothing.
  private static func remember(
    _ touched: [(path: String, stamp: String)], _ connection: Connection
  ) -> Bool {
    for (path, stamp) in touched {
      let statement = try? connection.cached("UPDATE files SET stamp = ? WHERE path = ?")
      statement?.bind(stamp, at: 1)
      statement?.bind(path, at: 2)
      try? statement?.run()
    }
    return true
  }

  /// Keeps the stamps of files that were just written, once they are settled, lest each look at
  /// the files reads them again.
  static func rememberSettled(_ touched: [(path: String, stamp: String)], _ folder: CorpusFolder) {
    let settled = touched.filter { folder.settledStamp(of: $0.path) == $0.stamp }
    guard !settled.isEmpty, let connection = existing(IndexLocation(folder), .idle) else { return }
    try? connection.execute("PRAGMA busy_timeout = 0; BEGIN IMMEDIATE")
    _ = remember(settled, connection)
    try? connection.execute("COMMIT")
  }

  /// The index that is there, if it was made to its end by this version.
  static func existing(_ location: IndexLocation, _ monitor: WorkMonitor) -> Connection? {
    guard let path = location.database, access(path, R_OK) == 0,
      let connection = try? Connection(path: path, monitor),
      let version = try? connection.prepare("SELECT value FROM meta WHERE name = 'version'"),
      (try? version.step()) == true, version.integer(0) == Schema.version
    else { return nil }
    mapIntoMemory(connection)
    return connection
  }

  /// Settings for reading, measured: the default cache and the file mapped into memory.
  static func prepared(_ connection: Connection) -> Connection {
    mapIntoMemory(connection)
    try? connection.execute("PRAGMA query_only = 1")
    return connection
  }

  private static func mapIntoMemory(_ connection: Connection) {
    try? connection.execute("PRAGMA mmap_size = 2147483648")
  }
}
