import AssayCorpus
import AssayModel
import AssayStore
import AssayText

/// Brings an index up to date by reading only the files that changed.
///
/// That suffices when no record that others rely on has gone or changed its shape, and when what
/// was read has no faults; everything else is left to ``IndexBuild``.
enum IndexUpdate {
  /// Brings the index up to date; `false` when it has to be made anew.
  static func run(
    _ connection: Connection, _ folder: CorpusFolder, _ state: IndexState
  ) -> Bool {
    guard !state.hasChangedDocument, !state.hasFaultyUse,
      !state.changed.contains(CorpusFolder.entry)
    else { return false }
    do {
      try connection.execute("BEGIN IMMEDIATE")
      guard try update(connection, folder, state) else {
        try connection.execute("ROLLBACK")
        return false
      }
      try connection.execute("COMMIT")
      return true
    } catch {
      try? connection.execute("ROLLBACK")
      return false
    }
  }

  private static func update(
    _ connection: Connection, _ folder: CorpusFolder, _ state: IndexState
  ) throws -> Bool {
    let lookup = IndexLookup(connection)
    var ids = IDTable(greatest: lookup.greatestKey, known: lookup.known)
    var sink = try IndexSink(connection)
    var before: [IndexLookup.Declared] = []
    for path in state.changed + state.removed {
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
    var loader = CorpusLoader(folder, into: sink, ids: ids, paths: paths)
    for path in state.changed {
      let uses = try loader.load(path)
      if uses != state.known[path]?.uses ?? [] { return false }
    }
    loader.finish()
    guard loader.faults.isEmpty, !loader.hasContainment, !loader.hasHeader else { return false }
    try loader.sink.removeEarlier()
    return try keepsShapes(before, loader.ids, lookup)
  }

  /// Whether everything that other records may rely on is still there as it was.
  private static func keepsShapes(
    _ before: [IndexLookup.Declared], _ ids: IDTable, _ lookup: IndexLookup
  ) throws -> Bool {
    var ids = ids
    for record in before {
      let shape = ids.shape(of: record.id, record.kind)
      if shape == record.shape { continue }
      guard shape == nil, record.kind == .claim, try !lookup.isReferredTo(claim: record.key) else {
        return false
      }
    }
    return true
  }
}
