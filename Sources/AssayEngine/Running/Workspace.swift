import AssayCorpus
import AssayLanguage
import AssayModel
import AssayQuery
import AssayReading
import AssayStore
import AssayText

/// A corpus that is open, and what the program has bound so far.
package final class Workspace {
  package let folder: CorpusFolder
  /// What is wrong with the corpus; queries see the records that are sound.
  package private(set) var faults: [Diagnostic]
  package var environment = Environment()
  /// The text of the statement that runs, for messages that repeat a part of it.
  package var statementText: SourceText?
  /// Where a shell may keep what belongs to this corpus and is not its text; `nil` when there is
  /// no such place.
  package private(set) var stateFolder: String?
  private(set) var connection: Connection
  private(set) var ids: IDCache
  /// What this shell has changed in the corpus.
  package let journal: EditJournal
  /// Where files wait that come into the corpus or were taken out of it; made when it is needed.
  var shelf: FileShelf?
  /// Whether statements may write to the corpus.
  package var acceptsDeclarations = false
  /// Whether it is in safe mode.
  private(set) var isRestricted = false
  private let order: RecordOrder
  /// How the files differ from the index since it was opened: of a faulty corpus some always do.
  private var knownDifference: IndexState.Difference? = IndexState.Difference()
  /// How often the corpus was read again or written since it was opened.
  package private(set) var revision = 0
  /// The analyses of the last statement, in the order of their tables.
  var analyses: [FinishedAnalysis] = []
  /// Analyses that may be asked again.
  var keptAnalyses = KeptAnalyses()
  /// The words of the documents, once a statement has asked for them.
  var words: WordIndex?
  /// What long work looks at.
  package let monitor: WorkMonitor
  /// What a statement may take.
  package var limits = Limits.none

  /// Opens the corpus in a folder and brings its index up to date.
  ///
  /// - Parameter order: the order in which the index holds the records; one that is not as they
  ///   are declared is made for this workspace alone, in memory.
  /// - Throws: `missingCorpus`, or what keeps the index from being made.
  package init(
    _ path: String, monitor: WorkMonitor = WorkMonitor(), order: RecordOrder = .declared
  ) throws(Diagnostic) {
    self.order = order
    folder = try CorpusFolder(path)
    self.monitor = monitor
    let index = try Self.openIndex(of: folder, monitor, order)
    connection = index.connection
    faults = index.faults
    stateFolder = index.folder
    ids = IDCache(connection)
    journal = EditJournal(stateFolder: index.folder)
    if !faults.isEmpty { knownDifference = difference }
  }

  private static func openIndex(
    of folder: CorpusFolder, _ monitor: WorkMonitor, _ order: RecordOrder
  ) throws(Diagnostic) -> CorpusIndex {
    monitor.begin()
    defer { monitor.end() }
    do throws(CorpusIndex.Failure) {
      return try CorpusIndex.open(folder, monitor, order)
    } catch {
      switch error {
      case .stopped(let stop): throw Diagnostic(stop)
      case .store(let error): throw .storeFailed(error)
      case .refused(let faults): throw faults.all.first ?? .interrupted
      }
    }
  }

  /// Reads the files of the corpus again where they have changed.
  ///
  /// - Throws: `missingCorpus` when it is gone; what was read of it stays.
  package func reload() throws(Diagnostic) {
    try folder.requirePresent()
    adopt(try Self.openIndex(of: folder, monitor, order))
  }

  /// Takes over what shells that were killed had changed; gives how many edits can be undone.
  package func adoptJournals() -> Int {
    let count = try? IndexLocation(folder).locked(
      monitor, orThrow: { Diagnostic($0) }
    ) { () throws(Diagnostic) in journal.adopt() }
    return count ?? 0
  }

  /// The program in a file, which may be Markdown; its path from the working folder is its name.
  package static func script(_ path: String) throws(Diagnostic) -> SourceText {
    try FileReader.script(path)
  }

  /// Whether files of the corpus have changed since they were read.
  package var hasChangedFiles: Bool {
    difference != knownDifference
  }

  private var difference: IndexState.Difference? {
    guard let state = try? IndexState(folder, connection, monitor) else { return nil }
    // The index of a corpus with faults is thrown away; what lies beside it is an older one.
    if faults.isEmpty, state.isFresh { CorpusIndex.rememberSettled(state.touched, folder) }
    return state.difference(in: folder)
  }

  /// Keeps the index from being asked for more than rows, now and after it was read again.
  package func restrict() {
    isRestricted = true
    connection.restrict()
  }

  /// Goes on with another index of the same corpus.
  func adopt(_ index: CorpusIndex) {
    forgetAnalyses()
    keptAnalyses.removeAll()
    words = nil
    // A signal must not meet a connection that is closed.
    ActiveConnection.set(index.connection)
    connection = index.connection
    if isRestricted { connection.restrict() }
    faults = index.faults
    stateFolder = index.folder
    ids = IDCache(connection)
    knownDifference = faults.isEmpty ? IndexState.Difference() : difference
    revision += 1
  }

  /// What went wrong while an id was looked up, told once the program is bound.
  private var lookupFailure: StoreError?

  func takeLookupFailure() -> Diagnostic? {
    defer { lookupFailure = nil }
    return lookupFailure.map { .storeFailed($0) }
  }

  /// The first cell of the first row of a statement with one parameter; `nil` if there is none.
  private func lookUp(_ sql: String, _ id: String) -> Int64? {
    do throws(StoreError) {
      let statement = try connection.cached(sql)
      statement.bind(id, at: 1)
      defer { statement.reset() }
      return try statement.step() ? statement.integer(0) : nil
    } catch {
      lookupFailure = lookupFailure ?? error
      return nil
    }
  }

  /// How many records of a kind the corpus has.
  package func count(of kind: RecordKind) throws(Diagnostic) -> Int {
    do throws(StoreError) {
      let statement = try connection.cached("SELECT count(*) FROM \(kind.relation)")
      defer { statement.reset() }
      return try statement.step() ? Int(statement.integer(0)) : 0
    } catch {
      throw .storeFailed(error)
    }
  }

  /// A binder for the statement at hand.
  package var binder: Binder { Binder(vocabulary: self, environment: environment) }
}

extension Workspace: Vocabulary {
  package func key(of id: String, _ kind: RecordKind) -> Int64? {
    lookUp("SELECT key FROM \(kind.relation) WHERE id = ?", id)
  }

  package func ids(_ kind: RecordKind) -> [String] {
    texts("SELECT id FROM \(kind.relation) ORDER BY id LIMIT 200000")
  }

  package func names(_ kind: RecordKind) -> [(id: String, name: String)] {
    guard let name = Self.nameColumn(of: kind) else { return [] }
    let own = "SELECT id, \(name) FROM \(kind.relation) WHERE \(name) IS NOT NULL"
    let others =
      " UNION ALL SELECT id, aliases.name FROM aliases JOIN entities ON entities.key = entity"
    return pairs((kind == .entity ? own + others : own) + " LIMIT 200000")
  }

  package func answers(toQuestion key: Int64) -> [String] {
    texts("SELECT answer FROM options WHERE question = \(key) ORDER BY position")
  }

  package func qualifier(_ predicate: String) -> (key: Int64, type: ValueType)? {
    guard let key = key(of: predicate, .predicate),
      let shape = IndexLookup(connection).known(.predicate, predicate)?.shape
    else { return nil }
    let parts = shape.split(separator: " ", omittingEmptySubsequences: false)
    if !parts[0].isEmpty, parts[0] != "none" { return (key, .reference(.entity)) }
    switch parts.last {
    case "none", nil: return nil
    case "date": return (key, .date)
    case "text": return (key, .text)
    default: return (key, .figure)
    }
  }

  package func fault(inPattern pattern: String) -> (message: String, offset: Int)? {
    Pattern.fault(in: pattern)
  }

  /// The column that says what the records of a kind are called.
  private static func nameColumn(of kind: RecordKind) -> String? {
    switch kind {
    case .source: "title"
    case .entity: "name"
    case .predicate: "label"
    case .question: "text"
    case .claim, .link, .judgement, .document: nil
    }
  }

  /// The rows of a statement with two columns and as many parameters as there are texts.
  private func pairs(_ sql: String, _ texts: String...) -> [(id: String, name: String)] {
    guard let statement = try? connection.cached(sql) else { return [] }
    for (index, text) in texts.enumerated() { statement.bind(text, at: index + 1) }
    defer { statement.reset() }
    var found: [(id: String, name: String)] = []
    while (try? statement.step()) == true { found.append((statement.text(0), statement.text(1))) }
    return found
  }

  private func texts(_ sql: String) -> [String] {
    guard let statement = try? connection.prepare(sql) else { return [] }
    var texts: [String] = []
    while (try? statement.step()) == true { texts.append(statement.text(0)) }
    return texts
  }
}

extension Diagnostic {
  /// What a failure of the index means to a user.
  static func storeFailed(_ error: StoreError) -> Diagnostic {
    if let stop = error.stop { return Diagnostic(stop) }
    if error.isInterrupt { return .interrupted }
    if error.isFull {
      return Diagnostic(.unwritableFile, at: nil, "the index cannot be written: the disk is full")
    }
    if error.message == Pattern.tooLong {
      return Diagnostic(
        .badPattern, at: nil, error.message,
        hint: "nested repetitions such as `(a+)+` try every way to share the text")
    }
    if error.message == "parser stack overflow" {
      return Diagnostic(.tooDeep, at: nil, "the query has more steps than one statement can hold")
    }
    return Diagnostic(
      .storeFailed, at: nil, "the index failed: \(error.message)",
      hint: error.isDamage ? "delete the folder `.assay` in the corpus: it is made anew" : nil)
  }

  /// Ctrl-C.
  package static var interrupted: Diagnostic { Diagnostic(.interrupted, at: nil, "interrupted") }
}

extension Workspace {
  /// Stops the query that runs now; for the handler of SIGINT.
  package static let interruptHook: @convention(c) () -> Void = { ActiveConnection.interrupt() }
}
