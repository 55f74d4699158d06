import AssayLanguage
import AssayModel
import AssayText

/// The records and documents that a file brings in, read and ready to be written.
package struct ImportBatch {
  /// A record: its place in ``text``, and where it comes from.
  package struct Entry: Sendable {
    /// What it is a record of.
    package let kind: RecordKind
    /// Its id, which no other of its kind in the batch has.
    package let id: String
    /// The source of a claim.
    package let source: String?
    /// Where it stands in ``ImportBatch/text``.
    package let span: Span
    /// The index of the input that it comes from.
    package let input: Int
    /// Where its id stands in the input.
    package let place: Span
    /// Whether it only stands for a record that the format names and does not carry: one of the
    /// corpus with the same id is as good.
    package let isStub: Bool
  }

  /// A document of a source.
  package struct Document: Sendable {
    /// From the corpus folder.
    package let path: String
    /// What it says.
    package let text: String
    /// The index of the input that it comes from.
    package let input: Int
    /// Where it stands in the input.
    package let place: Span
  }

  /// The texts that were read, for faults to be shown in.
  package private(set) var inputs: [SourceText] = []
  /// The records as corpus text, an empty line between each two.
  package private(set) var text: [UInt8] = []
  /// The records in the order of ``text``.
  package private(set) var entries: [Entry] = []
  /// The documents in the order of the inputs.
  package private(set) var documents: [Document] = []
  /// Takes a snapshot that was read, with its bytes: they are not kept here.
  package var takeSnapshot: (_ path: String, _ bytes: [UInt8]) throws(Diagnostic) -> Void = {
    (_, _) throws(Diagnostic) in
  }
  /// How many snapshots were read.
  package private(set) var snapshotCount = 0
  /// The paths of the snapshots that sources name, by the indexes of their entries.
  package private(set) var namedSnapshots: [(entry: Int, path: String)] = []
  /// What the reader has to say beside: what was left out, and why.
  package var notes: [String] = []
  /// What is wrong with the inputs, in their order.
  package private(set) var faults: [Diagnostic] = []
  private var places: [String: Int] = [:]
  /// The indexes of documents by their paths.
  private var documentPlaces: [String: Int] = [:]
  /// The ids that things of other programs were given, each behind its kind.
  var givenIDs: Set<String> = []
  /// The ids that were given first to what is alike.
  var namesakes: [RecordKind: [Likeness: String]] = [:]
  /// By an id without a number the first number that nothing in the batch has.
  var firstFree: [String: Int] = [:]
  /// With which number the search for an id goes on, by the id without one.
  private var numbers: [String: Int] = [:]

  /// After how many faults reading ends.
  private static let most = 20

  /// What the corpus knows already.
  package var lookup = Lookup()

  /// What readers ask of the corpus that a file comes into.
  package struct Lookup {
    /// The id of the source at an address; `nil` if none is.
    package var sourceAt: (String) -> String? = { _ in nil }
    /// The id of the entity with a name; `nil` if none or several have it.
    package var entityNamed: (String) -> String? = { _ in nil }
    /// Whether a source has a document, so that claims can quote it.
    package var hasDocument: (String) -> Bool = { _ in false }
    /// What the source or entity with an id is like; `nil` if there is none.
    package var likeness: (RecordKind, String) -> Likeness? = { _, _ in nil }
    /// Whether the corpus has a record of this kind and id.
    package var has: (RecordKind, String) -> Bool = { _, _ in false }

    package init() {}
  }

  package init() {}

  /// Whether there are so many faults that reading on tells nothing new.
  package var isHopeless: Bool { faults.count >= Self.most }

  /// Begins another input; faults and places are of this one from here on.
  package mutating func begin(_ input: SourceText) { inputs.append(input) }

  /// The text that is read.
  package var input: SourceText { inputs.last ?? SourceText(name: "", "") }

  /// Notes a fault of the input.
  package mutating func report(_ fault: Diagnostic) {
    guard !isHopeless else { return }
    faults.append(fault.excerpt == nil ? fault.located(in: input) : fault)
  }

  /// Adds a record, or its fault. One that came before and says the same is passed over.
  package mutating func add(_ draft: RecordDraft, isStub: Bool = false) {
    let record: Record
    do throws(Diagnostic) { record = try draft.record(in: input) } catch { return report(error) }
    let words = Array(Printer.text(of: .declaration(record)).utf8)
    let key = "\(record.kind.rawValue) \(record.id.id)"
    if let index = places[key] {
      let other = entries[index]
      if isStub || text[other.span.start..<other.span.end].elementsEqual(words) { return }
      let before = inputs[other.input]
      let line = before.position(of: other.place.start).line
      return report(
        Diagnostic(
          .differentRecord, at: draft.id.span,
          "\(record.kind.word) `\(record.id.id)` stands here again and says something else",
          hint: "the first is in `\(before.name)`, line \(line)"))
    }
    places[key] = entries.count
    if record.kind == .source, let path = record.text("snapshot") {
      namedSnapshots.append((entries.count, path))
    }
    if !text.isEmpty { text += [0x0A, 0x0A] }
    let span = Span(text.count, text.count + words.count)
    text += words
    var source: String?
    if case .claim(let reference) = record.header { source = reference.id }
    entries.append(
      Entry(
        kind: record.kind, id: record.id.id, source: source, span: span, input: inputs.count - 1,
        place: draft.id.span, isStub: isStub))
  }

  /// Adds a document. One that came before and is the same is passed over.
  package mutating func add(document path: String, _ text: String, at place: Span) {
    if let index = documentPlaces[path] {
      guard documents[index].text != text else { return }
      return report(
        Diagnostic(
          .differentRecord, at: place, "document `\(path)` stands here again with other words"))
    }
    documentPlaces[path] = documents.count
    documents.append(Document(path: path, text: text, input: inputs.count - 1, place: place))
  }

  /// Hands on a snapshot, or notes what is wrong with it.
  package mutating func add(snapshot path: String, _ bytes: [UInt8], at place: Span) {
    guard SnapshotName.digest(of: path) != nil else {
      return report(.badImport("`\(path)` is no path `snapshots/SHA-256.html`", at: place))
    }
    snapshotCount += 1
    do throws(Diagnostic) {
      try takeSnapshot(path, bytes)
    } catch {
      report(Diagnostic(error.code, at: place, error.message, hint: error.hint))
    }
  }

  /// Takes the field `snapshot` out of sources whose snapshot is missing, and says so.
  package mutating func leaveOutSnapshots(where isMissing: (String) -> Bool) {
    let missing = Set(namedSnapshots.filter { isMissing($0.path) }.map(\.entry))
    guard !missing.isEmpty else { return }
    var text: [UInt8] = []
    for (index, entry) in entries.enumerated() {
      var words = Array(self.text[entry.span.start..<entry.span.end])
      if missing.contains(index) { words = Self.withoutSnapshot(words) }
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let span = Span(text.count, text.count + words.count)
      text += words
      entries[index] = Entry(
        kind: entry.kind, id: entry.id, source: entry.source, span: span, input: entry.input,
        place: entry.place, isStub: entry.isStub)
    }
    self.text = text
    namedSnapshots.removeAll { missing.contains($0.entry) }
    let ids = missing.sorted().map { "@" + entries[$0].id }
    let shown = ids.prefix(3).joined(separator: ", ") + (ids.count > 3 ? ", …" : "")
    notes.append(
      "`snapshot` left out of \(ids.count) source\(ids.count == 1 ? "" : "s"), as the file is not "
        + "there: \(shown)")
  }

  private static func withoutSnapshot(_ words: [UInt8]) -> [UInt8] {
    var parser = RecordParser(SourceText(name: "", bytes: words))
    guard case .record(var record)? = parser.next(),
      let index = RecordSpec.source.field("snapshot")?.index
    else { return words }
    record.fields.removeAll { $0.index == index }
    return Array(Printer.text(of: .declaration(record)).utf8)
  }

  /// An id for a record that has none of this program's, from what another calls it: the same each
  /// time, so that a second import finds the first.
  ///
  /// - Parameter key: what the other program tells the record by; its content if there is no more.
  package func lastingID(_ kind: RecordKind, of name: String, key: String) -> String {
    let digits = String(WordHash.of(key), radix: 16)
    let mark = String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    return IDWord.of(name, prefix: kind.word) + "-x" + mark.prefix(8)
  }

  /// An id for a record that has none, made of what it is called, that no other has.
  package mutating func freshID(_ kind: RecordKind, of name: String) -> String {
    let id = IDWord.of(name, prefix: kind.word)
    var number = numbers["\(kind.rawValue) \(id)"] ?? 1
    var fresh = number == 1 ? id : "\(id)-\(number)"
    while has(kind, fresh) || lookup.has(kind, fresh) {
      number += 1
      fresh = "\(id)-\(number)"
    }
    // Given now, though the record may come later.
    numbers["\(kind.rawValue) \(id)"] = number + 1
    return fresh
  }

  /// Whether a record of this kind and id was read.
  package func has(_ kind: RecordKind, _ id: String) -> Bool {
    places["\(kind.rawValue) \(id)"] != nil
  }
}
