import AssayLanguage
import AssayModel
import AssayReading
import AssayText

/// Reads the files of a corpus, checks what they say, and hands it on record by record.
package struct CorpusLoader<Sink: CorpusSink> {
  let folder: CorpusFolder
  package var sink: Sink
  var checker: RecordChecker
  private var quotes: QuoteChecker
  let paths: PathTable
  /// Whether the declaration of the corpus itself was read.
  package private(set) var hasHeader = false
  private var rates: [CurrencyRate] = []
  /// The snapshots that were looked at and are sound, by their paths.
  var snapshots: Set<String> = []
  /// For how many more missing files a suggestion is looked for, which takes long in large folders.
  private var suggestionsLeft = 20
  /// Looked at while files are read and checked.
  let monitor: WorkMonitor

  package init(
    _ folder: CorpusFolder, into sink: Sink, ids: IDTable = IDTable(), paths: PathTable,
    _ monitor: WorkMonitor = .idle
  ) {
    self.folder = folder
    self.sink = sink
    self.paths = paths
    self.monitor = monitor
    checker = RecordChecker(ids: ids) { paths.path(of: $0) }
    quotes = QuoteChecker(folder)
  }

  /// Why reading ended early.
  package enum Failure: Error {
    case stopped(Cancelled)
    case sink(Sink.Failure)
  }

  /// Reads the whole corpus from its entry file on.
  package mutating func loadAll() throws(Failure) {
    try look { () throws(Cancelled) in try monitor.enter(.readingFiles, of: 0) }
    let reader = ReadAhead(folder, monitor)
    defer { reader.close() }
    var seen: Set<String> = [CorpusFolder.entry]
    var unfinished = 1
    var uses: [String] = []
    var (known, roomy) = (enqueue(CorpusFolder.entry, reader), 1 << 24)
    while unfinished > 0, let batch = reader.next() {
      uses += try take(batch)
      guard batch.isLast else { continue }
      try finish(batch, uses: uses)
      unfinished -= 1
      for path in uses.flatMap({ folder.files(matching: $0) }) where seen.insert(path).inserted {
        known += enqueue(path, reader)
        unfinished += 1
      }
      // Seldom, as each time all is moved.
      if known > 2 * roomy {
        roomy = known
        checker.ids.makeRoom(forBytes: known)
      }
      uses = []
    }
    try look { () throws(Cancelled) in try monitor.check() }
    try finish()
  }

  /// Gives up what was gathered for the checks; the loader is of no use afterwards.
  package mutating func abandon() {
    let gathered = (checker, quotes)
    checker = RecordChecker(ids: IDTable()) { _ in "" }
    quotes = QuoteChecker(folder)
    LateRelease.release(gathered)
  }

  /// Says how many bytes there are to be read.
  private func enqueue(_ path: String, _ reader: ReadAhead) -> Int {
    let size = FileReader.size(of: folder.absolute(path))
    monitor.expect(size)
    reader.enqueue(path)
    return size
  }

  /// Does work that may be stopped.
  func look(_ work: () throws(Cancelled) -> Void) throws(Failure) {
    do throws(Cancelled) { try work() } catch { throw .stopped(error) }
  }

  /// Reads one file, and gives the patterns of the files that it uses.
  package mutating func load(_ path: String) throws(Failure) -> [String] {
    var scan = FileScan(path, in: folder, monitor)
    var uses: [String] = []
    while let batch = scan.next() {
      uses += try take(batch)
      if batch.isLast { try finish(batch, uses: uses) }
    }
    return uses
  }

  /// Checks the items of a batch and hands them on; gives the patterns of its `use` statements.
  mutating func take(_ batch: FileScan.Batch) throws(Failure) -> [String] {
    try look { () throws(Cancelled) in try monitor.advance(by: batch.byteCount) }
    let file = paths.key(of: batch.path)
    var uses: [String] = []
    for item in batch.items {
      switch item {
      case .corpus(let header): try note(header, in: file)
      case .use(let pattern, let span):
        if let path = resolve(pattern, at: span, in: batch.text, file: file) { uses.append(path) }
      case .faulty(let record): _ = checker.check(record, in: file, isFaulty: true)
      case .record(let record):
        guard checker.check(record, in: file) else { continue }
        quotes.note(record, in: file)
        try pass { sink, ids throws(Sink.Failure) in
          try sink.add(record, file: file, ids: &ids)
        }
        if record.kind == .source {
          try loadDocument(of: record, in: batch.text, file: file)
          try loadSnapshot(of: record, in: batch.text, file: file)
        }
      }
    }
    return uses
  }

  private mutating func note(_ header: CorpusHeader, in file: Int64) throws(Failure) {
    if hasHeader {
      checker.report(
        Diagnostic(
          .duplicateID, at: header.id.span, "`corpus` is declared twice",
          hint: "a corpus has one declaration"), in: file)
    }
    hasHeader = true
    for rate in header.rates {
      if let fault = rate.fault(beside: rates) { checker.report(fault, in: file) }
      rates.append(rate)
      try pass { sink throws(Sink.Failure) in try sink.add(rate) }
    }
  }

  /// Tells what is wrong with a file, and closes it.
  mutating func finish(_ batch: FileScan.Batch, uses: [String]) throws(Failure) {
    let file = paths.key(of: batch.path)
    for fault in batch.faults { checker.report(fault, in: file) }
    try settleQuotes()
    guard let seal = batch.seal else { return }
    let record = CorpusFile(
      key: file, path: batch.path, stamp: seal.stamp, digest: seal.digest, uses: uses,
      isDocument: false)
    try pass { sink throws(Sink.Failure) in try sink.finish(record) }
  }

  private mutating func resolve(
    _ pattern: String, at span: Span, in text: SourceText, file: Int64
  ) -> String? {
    do throws(Diagnostic) {
      let path = try folder.relative(pattern, from: text.name, at: span)
      let found = folder.files(matching: path)
      guard !found.isEmpty else {
        if path.hasPrefix(CorpusFolder.quarantine + "/") { throw .quarantined(pattern, at: span) }
        throw .noFileMatches(pattern, at: span, meant: suggestion(for: pattern, in: text.name))
      }
      for file in found { try folder.requireInside(file, at: span) }
      return path
    } catch {
      checker.report(error.located(in: text), in: file)
      return nil
    }
  }

  mutating func suggestion(for path: String, in file: String) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return folder.suggestion(for: path, in: file)
  }

  /// Reads the document that a source names, with its digest and passages.
  private mutating func loadDocument(
    of source: Record, in text: SourceText, file: Int64
  ) throws(Failure) {
    guard let index = RecordSpec.source.field("document")?.index,
      let field = source.fields.first(where: { $0.index == index }),
      case .text(let named) = field.value
    else { return }
    let document: SourceDocument
    do throws(Diagnostic) {
      document = try self.document(named, of: source, at: field.span)
    } catch {
      if let stop = monitor.stop { throw .stopped(stop) }
      checker.report(error.located(in: text), in: file)
      return
    }
    let key = paths.key(of: document.path)
    try pass { sink, ids throws(Sink.Failure) in
      try sink.add(document, file: key, ids: &ids)
    }
    let stamp = folder.settledStamp(of: document.path)
    let record = CorpusFile(
      key: key, path: document.path, stamp: stamp, digest: document.digest, uses: [],
      isDocument: true)
    try pass { sink throws(Sink.Failure) in try sink.finish(record) }
  }

  private mutating func document(
    _ named: String, of source: Record, at span: Span
  ) throws(Diagnostic) -> SourceDocument {
    let path = try folder.relative(named, from: CorpusFolder.entry, at: span)
    try folder.requireInside(path, at: span)
    let bytes: [UInt8]
    do throws(Diagnostic) {
      // A document may be about to be written together with its source.
      if case .some(.some(let planned)) = folder.overlay[path] {
        bytes = planned
      } else {
        bytes = try FileReader.bytes(of: folder.absolute(path), shown: named)
      }
    } catch {
      let near = suggestion(for: named, in: CorpusFolder.entry)
      throw Diagnostic(
        .documentMissing, at: span, error.message, hint: near.map { "did you mean `\($0)`?" })
    }
    if let fault = SourceText(name: path, bytes: bytes).encodingFault() {
      throw Diagnostic(.documentMissing, at: span, "`\(named)`: \(fault.message)", hint: fault.hint)
    }
    let digest = try look(named, at: span) { () throws(Cancelled) in
      try Digest.sha256(bytes, monitor)
    }
    try checkDigest(of: source, digest)
    let isMarkdown = path.hasSuffix(".md") || path.hasSuffix(".markdown")
    let passages = try look(named, at: span) { () throws(Cancelled) in
      try Segmenter.passages(of: bytes, isMarkdown: isMarkdown, monitor)
    }
    return SourceDocument(
      source: source.id.id, path: path, digest: digest, bytes: bytes, passages: passages)
  }

  /// Does work on a document that may be stopped; the monitor then says why.
  func look<Result>(
    _ document: String, at span: Span, _ work: () throws(Cancelled) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(Cancelled) {
      return try work()
    } catch {
      throw Diagnostic(.documentMissing, at: span, "`\(document)` was not read to its end")
    }
  }

  private func checkDigest(of source: Record, _ digest: String) throws(Diagnostic) {
    guard let index = RecordSpec.source.field("digest")?.index,
      let field = source.fields.first(where: { $0.index == index }),
      case .text(let recorded) = field.value, recorded.lowercased() != digest
    else { return }
    throw Diagnostic(
      .documentChanged, at: field.span, "the document of `\(source.id.id)` has changed",
      hint: "its digest is now \(digest)")
  }

  /// Runs the checks that need every file.
  package mutating func finish() throws(Failure) {
    do throws(Cancelled) {
      try checker.finish(monitor)
      try quotes.finish(&checker, monitor)
    } catch {
      throw .stopped(error)
    }
  }

  private mutating func settleQuotes() throws(Failure) {
    do throws(Cancelled) { try quotes.settle(&checker, monitor) } catch { throw .stopped(error) }
  }

  /// Everything that was found wrong, in the order of the files and of the places in them.
  package var faults: [Diagnostic] { faultsByFile.flatMap(\.faults) }

  /// The same, with the files they are in.
  package var faultsByFile: [(path: String, faults: [Diagnostic])] {
    let sorted = checker.faults.enumerated().sorted { left, right in
      (left.element.file, left.element.fault.span?.start ?? 0, left.offset)
        < (right.element.file, right.element.fault.span?.start ?? 0, right.offset)
    }
    return sorted.map(\.element).chunked(by: \.file).map { file, faults in
      let all = faults.map(\.fault)
      let path = paths.path(of: file)
      guard all.contains(where: { $0.excerpt == nil && $0.span != nil }) else { return (path, all) }
      let bytes = (try? folder.bytes(of: path)) ?? []
      return (path, Diagnostics(all).located(in: SourceText(name: path, bytes: bytes)).all)
    }
  }

  /// Whether any entity that was read is part of another.
  package var hasContainment: Bool { checker.hasContainment }

  /// The ids that were met, for a look-up after reading.
  package var ids: IDTable { checker.ids }

  mutating func pass(
    _ work: (inout Sink) throws(Sink.Failure) -> Void
  ) throws(Failure) {
    do throws(Sink.Failure) { try work(&sink) } catch { throw .sink(error) }
  }

  private mutating func pass(
    _ work: (inout Sink, inout IDTable) throws(Sink.Failure) -> Void
  ) throws(Failure) {
    do throws(Sink.Failure) { try work(&sink, &checker.ids) } catch { throw .sink(error) }
  }
}

extension Array {
  /// Neighbours with the same key together, in their order.
  fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [(Key, [Element])] {
    var chunks: [(Key, [Element])] = []
    for element in self {
      let own = key(element)
      if chunks.last?.0 == own {
        chunks[chunks.count - 1].1.append(element)
      } else {
        chunks.append((own, [element]))
      }
    }
    return chunks
  }
}
