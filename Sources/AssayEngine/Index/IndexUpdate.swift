import AssayCorpus
import AssayModel
import AssayStore
import AssayText

/// Brings an index up to date by reading only the files that changed.
///
/// That suffices when nothing has gone or changed its shape that others rely on, and when what
/// was read has no faults; everything else is left to ``IndexBuild``.
enum IndexUpdate {
  /// How an update ended.
  enum Outcome: Equatable {
    case done
    /// The index is as it was, and so are the files: this is wrong with those that changed.
    case faulty([FileFaults])
    /// The index has to be made anew.
    case needsBuild
    /// What was to be done before is done, but the index could not be written.
    case behind
  }

  /// How long readers in other shells are waited for, in milliseconds; a query may take minutes.
  private static let patience: Int32 = 500

  /// What is wrong with a file.
  struct FileFaults: Equatable {
    let path: String
    let faults: [Diagnostic]
  }

  /// Brings the index up to date.
  static func run(
    _ connection: Connection, _ folder: CorpusFolder, _ state: IndexState
  ) throws(CorpusIndex.Failure) -> Outcome {
    do throws(Diagnostic) {
      return try run(connection, folder, state, beforeCommit: {})
    } catch {
      if let stop = connection.monitor.stop { throw .stopped(stop) }
      return .needsBuild
    }
  }

  /// Brings the index up to date; what `beforeCommit` does is done only if all is sound, and the
  /// index changes only if that does not fail.
  ///
  /// - Throws: what `beforeCommit` throws, and why the work was stopped.
  static func run(
    _ connection: Connection, _ folder: CorpusFolder, _ state: IndexState,
    beforeCommit: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Outcome {
    guard !state.hasChangedDocument, !state.hasFaultyUse,
      !state.changed.contains(CorpusFolder.entry)
    else { return .needsBuild }
    do {
      // Readers are waited for here: at the end the files are written already, and everybody
      // would wait for the slowest query.
      guard try connection.beginAlone(waiting: patience) else { return .needsBuild }
      let outcome = try update(connection, folder, state)
      guard outcome == .done else {
        try connection.execute("ROLLBACK")
        return outcome
      }
      try beforeCommit()
      guard (try? connection.execute("COMMIT")) != nil else {
        try? connection.execute("ROLLBACK")
        return .behind
      }
      return .done
    } catch {
      try? connection.execute("ROLLBACK")
      if let fault = error as? Diagnostic { throw fault }
      if let stop = connection.monitor.stop { throw Diagnostic(stop) }
      return .needsBuild
    }
  }

  private static func update(
    _ connection: Connection, _ folder: CorpusFolder, _ state: IndexState
  ) throws -> Outcome {
    let monitor = connection.monitor
    let lookup = IndexLookup(connection)
    var ids = IDTable(
      greatest: lookup.greatestKey, known: lookup.known, indexed: lookup.ids)
    var sink = try IndexSink(connection)
    var before: [IndexLookup.Declared] = []
    for path in state.changed + state.removed {
      try monitor.check()
      guard let file = state.known[path] else { continue }
      before += try lookup.declared(inFile: file.key)
      try sink.expectClaims(ofFile: file.key)
      try sink.writer.removeAllButClaims(ofFile: file.key)
      if state.removed.contains(path) {
        try connection.execute("DELETE FROM files WHERE key = \(file.key)")
      }
    }
    for record in before { ids.reserve(record.key, for: record.id, record.kind) }
    let paths = PathTable(state.known.mapValues(\.key))
    var loader = CorpusLoader(folder, into: sink, ids: ids, paths: paths, monitor)
    for path in state.changed {
      let uses = try loader.load(path)
      if uses != state.known[path]?.uses ?? [] { return .needsBuild }
    }
    try loader.finish()
    let faults = loader.faultsByFile
    guard faults.isEmpty else {
      return .faulty(faults.map { FileFaults(path: $0.path, faults: $0.faults) })
    }
    guard !loader.hasHeader else { return .needsBuild }
    if loader.hasContainment, try RecordCircles.exist(connection) { return .needsBuild }
    try loader.sink.removeEarlier()
    return try keepsShapes(before, loader.ids, connection) ? .done : .needsBuild
  }

  /// Whether everything that other records may rely on is still there as it was.
  private static func keepsShapes(
    _ before: [IndexLookup.Declared], _ ids: IDTable, _ connection: Connection
  ) throws -> Bool {
    var ids = ids
    let references = ReferenceFinder(connection)
    for record in before {
      let shape = ids.shape(of: record.id, record.kind)
      if shape == record.shape { continue }
      guard shape == nil, try !references.isReferredTo(record.kind, record.key) else {
        return false
      }
    }
    return true
  }
}
