import AssayCorpus
import AssayExchange
import AssayLanguage
import AssayModel
import AssayStore
import AssayText
import Glibc

/// What an import changes in the corpus: records at the end of the files that they belong into,
/// others in the place of records that give way, and documents.
struct ImportEdit {
  private let workspace: Workspace
  private let batch: ImportBatch
  private let format: ExchangeFormat
  private let snapshots: ImportedSnapshots
  private let replaces: Bool
  private let isTrial: Bool
  private var faults: [Diagnostic] = []
  /// The entries that go in, by the files that they go into, in the order of the first.
  private var additions: [(path: String, entries: [ImportBatch.Entry])] = []
  /// The entries that take the place of others, by the files of those.
  private var replacements: [String: [Replacement]] = [:]
  private var documents: [ImportBatch.Document] = []
  private var sameCount = 0
  /// The kinds of the stubs that are records of the corpus.
  private var stubsLeft: [RecordKind] = []
  /// Digests of the files as they were when what gives way was found in them.
  private var digests: [String: String] = [:]

  /// A record that gives way.
  private struct Replacement {
    let span: Span
    let entry: ImportBatch.Entry
    /// What takes its place, where that is not the imported record alone.
    let merged: [UInt8]?
    /// How many comments stand in it.
    let comments: Int
  }

  init(
    _ workspace: Workspace, _ batch: ImportBatch, _ format: ExchangeFormat,
    _ snapshots: ImportedSnapshots, replaces: Bool, isTrial: Bool
  ) {
    (self.workspace, self.batch, self.format) = (workspace, batch, format)
    self.snapshots = snapshots
    (self.replaces, self.isTrial) = (replaces, isTrial)
  }

  /// Makes the edit.
  ///
  /// - Returns: what was done, in lines for people.
  mutating func run() throws(Diagnostics) -> String {
    do throws(Diagnostic) {
      try sort()
      try sortDocuments()
    } catch {
      throw Diagnostics([error])
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    let count = additions.reduce(0) { $0 + $1.entries.count }
    let replacedCount = replacements.values.reduce(0) { $0 + $1.count }
    guard count + replacedCount + documents.count > 0 else { return told(nothingNew: true) }
    let total = count + replacedCount
    let moves = moves
    let (edit, insertions) = try edit("import of \(total) \(total == 1 ? "record" : "records")")
    let made = isTrial ? [] : makeFolders()
    var commit = EditCommit(workspace, .add, edit, insertions: insertions)
    commit.isTrial = isTrial
    if !isTrial { workspace.shelf?.settle(moves) }
    do throws(Diagnostics) {
      _ = try commit.run()
      workspace.shelf?.release(moves)
    } catch {
      for folder in made.reversed() { rmdir(folder) }
      guard isTrial, error.all == [EditCommit.trialSucceeded] else {
        throw Diagnostics(error.all.map(traced))
      }
    }
    return told(nothingNew: false)
  }

  /// The snapshots that come in: those that an imported source names.
  private var moves: [FileMove] { snapshots.moves(named: namedSnapshots) }

  private var namedSnapshots: Set<String> { Set(batch.namedSnapshots.map { plain($0.path) }) }

  // MARK: What goes where

  /// Parts what is new from what is there.
  private mutating func sort() throws(Diagnostic) {
    var known: [String: [String: ImportBatch.Entry]] = [:]
    var new: [ImportBatch.Entry] = []
    for (index, entry) in batch.entries.enumerated() {
      do throws(Cancelled) { try workspace.monitor.check(at: index) } catch {
        throw Diagnostic(error)
      }
      let found = try Diagnostic.telling { try workspace.find(entry.id, entry.kind) }
      if let found {
        if entry.isStub {
          stubsLeft.append(entry.kind)
        } else {
          known[found.path, default: [:]]["\(entry.kind.rawValue) \(entry.id)"] = entry
        }
      } else {
        new.append(entry)
      }
    }
    for path in known.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      try compare(known[path] ?? [:], with: path)
    }
    try place(new)
  }

  /// Of a format that carries all of a kind the whole record counts. Of another one the fields that
  /// it has do: the rest of the record may stay, even if it is replaced.
  private mutating func compare(
    _ entries: [String: ImportBatch.Entry], with path: String
  ) throws(Diagnostic) {
    var differing: [(replacement: Replacement, line: Int)] = []
    var same = 0
    let bytes = try workspace.folder.bytes(of: path)
    digests[path] = Digest.sha256(bytes)
    try RecordStream(workspace).forEach(in: SourceText(name: path, bytes: bytes)) { record in
      guard let entry = entries["\(record.kind.rawValue) \(record.id.id)"] else { return }
      let words = batch.text[entry.span.start..<entry.span.end]
      var merged: String?
      if format.carried(record.kind) == .all {
        if record.canonicalText.utf8.elementsEqual(words) { return same += 1 }
      } else {
        merged = Self.merged(words, into: record)
        if merged == record.canonicalText { return same += 1 }
      }
      let replacement = Replacement(
        span: record.span, entry: entry, merged: merged.map { Array($0.utf8) },
        comments: Self.comments(in: bytes, record.span))
      differing.append((replacement, record.line))
    }
    sameCount += same
    for (replacement, line) in differing {
      let entry = replacement.entry
      if replaces {
        replacements[path, default: []].append(replacement)
      } else if faults.count < 20 {
        let fault = Diagnostic(
          .differentRecord, at: entry.place,
          "\(entry.kind.word) `\(entry.id)` is another in the corpus: \(path):\(line)",
          hint: "`replace` puts this one in its place")
        faults.append(fault.located(in: batch.inputs[entry.input]))
      }
    }
  }

  /// A record with the fields that imported text has in the place of its own.
  private static func merged(_ words: ArraySlice<UInt8>, into record: Record) -> String? {
    var parser = RecordParser(SourceText(name: "", bytes: Array(words)))
    guard case .record(var merged)? = parser.next() else { return nil }
    // A speaker without those between is no word against them.
    merged.fields.removeAll { field in
      guard case .chain(let speaker, let via) = field.value, via.isEmpty, let index = field.index,
        case .chain(let known, _)? = record.value(at: index)
      else { return false }
      return known.id == speaker.id
    }
    let taken = Set(merged.fields.map(\.index))
    merged.fields += record.fields.filter { !taken.contains($0.index) }
    return merged.canonicalText
  }

  /// How many comments a record has: each `#` outside of texts begins one.
  private static func comments(in bytes: [UInt8], _ span: Span) -> Int {
    var (count, isQuoted, isEscaped, isComment) = (0, false, false, false)
    for byte in bytes[min(span.start, bytes.count)..<min(span.end, bytes.count)] {
      switch byte {
      case 0x0A: isComment = false
      case _ where isComment: break
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isQuoted: isEscaped = true
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "#") where !isQuoted:
        isComment = true
        count += 1
      default: break
      }
    }
    return count
  }

  private mutating func place(_ entries: [ImportBatch.Entry]) throws(Diagnostic) {
    var paths: [String: String] = [:]
    var places: [String: Int] = [:]
    for entry in entries {
      let key = "\(entry.kind.rawValue) \(entry.source ?? "")"
      let path: String
      if let known = paths[key] {
        path = known
      } else {
        path = try Diagnostic.telling {
          try Placement(workspace).path(for: entry.kind, source: entry.source)
        }
        paths[key] = path
      }
      if let index = places[path] {
        additions[index].entries.append(entry)
      } else {
        places[path] = additions.count
        additions.append((path, [entry]))
      }
    }
  }

  private mutating func sortDocuments() throws(Diagnostic) {
    for document in batch.documents {
      do throws(Diagnostic) {
        let inside = try workspace.folder.relative(
          document.path, from: CorpusFolder.entry, at: document.place)
        let parts = inside.split(separator: "/")
        guard !parts.contains(where: { $0.hasPrefix(".") }), !inside.hasSuffix(".assay") else {
          throw Diagnostic.badImport("`\(inside)` is no path of a document", at: document.place)
        }
        for count in parts.indices {
          let above = parts[...count].joined(separator: "/")
          try workspace.folder.requireInside(above, at: document.place)
        }
        guard FileReader.stamp(of: workspace.folder.absolute(inside)) != nil else {
          documents.append(document)
          continue
        }
        guard try workspace.folder.bytes(of: inside).elementsEqual(document.text.utf8) else {
          throw Diagnostic(
            .differentRecord, at: document.place, "document `\(inside)` is another in the corpus",
            hint: "move one of them, or take out the line that brings it in")
        }
        sameCount += 1
      } catch {
        faults.append(error.located(in: batch.inputs[document.input]))
      }
    }
  }

  // MARK: The edit

  private func edit(
    _ label: String
  ) throws(Diagnostics) -> (CorpusEdit, [EditCommit.Insertion]) {
    var changes: [FileChange] = []
    var insertions: [EditCommit.Insertion] = []
    let text = SourceText(name: "import", bytes: batch.text)
    let added = additions.map(\.path)
    let others = replacements.keys.filter { !added.contains($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in added + others {
      let absolute = workspace.folder.absolute(path)
      var bytes: [UInt8]?
      if FileReader.stamp(of: absolute) != nil {
        do throws(Diagnostic) { bytes = try workspace.folder.bytes(of: path) } catch {
          throw Diagnostics([error])
        }
      }
      let old = bytes ?? []
      if replacements[path] != nil, bytes.map(Digest.sha256) != digests[path] {
        throw Diagnostics([.changedMeanwhile(path)])
      }
      let replaced = (replacements[path] ?? []).sorted { $0.span.start < $1.span.start }
      let start = replaced.first?.span.start ?? old.count
      var new: [UInt8] = []
      func insert(_ entry: ImportBatch.Entry, _ merged: [UInt8]? = nil) {
        if let merged { return new += merged }
        insertions.append(
          EditCommit.Insertion(path: path, offset: new.count, span: entry.span, source: text))
        new += batch.text[entry.span.start..<entry.span.end]
      }
      var end = start
      for replacement in replaced {
        new += old[end..<replacement.span.start]
        insert(replacement.entry, replacement.merged)
        end = replacement.span.end
      }
      new += old[end...]
      let entries = additions.first { $0.path == path }?.entries ?? []
      if !entries.isEmpty { new += CorpusEditor.separator(after: old) }
      for (index, entry) in entries.enumerated() {
        if index > 0 { new.append(0x0A) }
        insert(entry)
        new.append(0x0A)
      }
      changes.append(FileChange(path: path, replacing: start..<old.count, of: bytes, by: new))
    }
    for document in documents {
      changes.append(
        FileChange(
          path: plain(document.path), replacing: 0..<0, of: nil, by: Array(document.text.utf8)))
    }
    return (CorpusEdit(label, changes, moves: moves), insertions)
  }

  private func plain(_ path: String) -> String {
    (try? workspace.folder.relative(path, from: CorpusFolder.entry, at: Span(0, 0))) ?? path
  }

  /// Makes the folders of new documents; gives those that were missing.
  private func makeFolders() -> [String] {
    var made: [String] = []
    for document in documents {
      var folder = workspace.folder.realPath
      for part in plain(document.path).split(separator: "/").dropLast() {
        folder += "/" + part
        if mkdir(folder, 0o777) == 0 { made.append(folder) }
      }
    }
    return made
  }

  // MARK: Telling

  /// A fault of an imported record is shown where the record comes from.
  private func traced(_ fault: Diagnostic) -> Diagnostic {
    guard fault.excerpt?.name == "import", let place = fault.span?.start else { return fault }
    var (low, high) = (0, batch.entries.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if batch.entries[middle].span.start <= place { low = middle } else { high = middle }
    }
    guard batch.entries.indices.contains(low) else { return fault }
    let entry = batch.entries[low]
    return Diagnostic(fault.code, at: entry.place, fault.message, hint: fault.hint)
      .located(in: batch.inputs[entry.input])
  }

  private func told(nothingNew: Bool) -> String {
    var lines = ""
    let verb = isTrial ? "would add" : "added"
    let added = additions.flatMap(\.entries)
    let snapshotCount = nothingNew ? 0 : moves.count
    if !added.isEmpty || !documents.isEmpty || snapshotCount > 0 {
      lines += "\(verb) \(Self.words(added.map(\.kind), documents.count, snapshotCount))\n"
    }
    let replaced = replacements.values.flatMap { $0.map(\.entry.kind) }
    if !replaced.isEmpty {
      lines += "\(isTrial ? "would replace" : "replaced") \(Self.words(replaced, 0))\n"
    }
    if !stubsLeft.isEmpty {
      lines += "taken to be records of the corpus: \(Self.words(stubsLeft, 0))\n"
    }
    if let lostComments { lines += lostComments + "\n" }
    let sameCount = sameCount + snapshots.knownCount
    if sameCount > 0 {
      lines += "\(sameCount) \(sameCount == 1 ? "is" : "are") there already and the same\n"
    }
    if nothingNew, sameCount == 0 { lines += "nothing to add\n" }
    let unnamed = snapshots.count(notNamed: namedSnapshots)
    if unnamed > 0 { lines += "snapshots left out that no imported source names: \(unnamed)\n" }
    for note in batch.notes { lines += note + "\n" }
    return lines
  }

  /// As in `2 comments of @lies are lost`; `nil` if none are.
  private var lostComments: String? {
    let all = replacements.values.flatMap(\.self).filter { $0.comments > 0 }
      .sorted { $0.entry.span.start < $1.entry.span.start }
    guard !all.isEmpty else { return nil }
    let count = all.reduce(0) { $0 + $1.comments }
    let names = all.prefix(3).map { "@" + $0.entry.id }.joined(separator: ", ")
    let verb = isTrial ? "would be" : count == 1 ? "is" : "are"
    return "\(count) comment\(count == 1 ? "" : "s") of \(names)\(all.count > 3 ? ", …" : "") "
      + "\(verb) lost"
  }

  private static func words(
    _ kinds: [RecordKind], _ documents: Int, _ snapshots: Int = 0
  ) -> String {
    var counts: [RecordKind: Int] = [.document: documents]
    for kind in kinds { counts[kind, default: 0] += 1 }
    var parts = RecordKind.allCases.compactMap { kind in
      let count = counts[kind] ?? 0
      return count == 0 ? nil : "\(count) \(count == 1 ? kind.word : kind.relation)"
    }
    if snapshots > 0 { parts.append("\(snapshots) snapshot\(snapshots == 1 ? "" : "s")") }
    return parts.joined(separator: ", ")
  }
}
