import AssayCorpus
import AssayLanguage
import AssayModel
import AssayText

/// Reads what a program wrote: a proposal a line, each held to the corpus and to its document.
package struct ProposalReader {
  private let workspace: Workspace
  private let documents: [String: SentDocument]
  private let maker: String

  /// What came of an output.
  package struct Outcome: Sendable {
    /// The claims of each source, in the order of the lines.
    package var claims: [String: [String]] = [:]
    /// The first of the faults that differ, in the order of the lines, each with its first line
    /// and the number of those like it.
    package var faults: [Diagnostic] = []
    /// How many lines have a fault that is not among ``faults``.
    package var untoldLines = 0
    /// How many lines have a fault.
    package var badLines = 0
  }

  /// How many faults are told; those of the same words count once.
  package static let mostFaults = 20

  package init(_ workspace: Workspace, sent documents: [SentDocument], maker: String) {
    (self.workspace, self.maker) = (workspace, maker)
    self.documents = Dictionary(documents.map { ($0.source, $0) }) { first, _ in first }
  }

  /// Reads an output; its name is what faults call it.
  package func read(_ output: SourceText) throws(Diagnostic) -> Outcome {
    do throws(Cancelled) {
      return try outcome(of: output)
    } catch {
      throw Diagnostic(error)
    }
  }

  private func outcome(of output: SourceText) throws(Cancelled) -> Outcome {
    var faults: [(line: Int, fault: Diagnostic)] = []
    var drafts: [ProposalDraft] = []
    var start = 0
    let newline = UInt8(ascii: "\n")
    for (number, line) in output.bytes.split(
      separator: newline, omittingEmptySubsequences: false
    ).enumerated() {
      try workspace.monitor.check(at: number)
      let span = Span(start, start + line.count)
      start += line.count + 1
      guard line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { continue }
      do throws(Diagnostic) {
        let draft = try ProposalDraft(line: Array(line), at: span)
        guard documents[draft.source] != nil else {
          throw draft.fault("source", "no document of `\(draft.source)` was sent")
        }
        drafts.append(draft)
      } catch {
        faults.append((span.start, error))
      }
    }
    var claims: [(draft: ProposalDraft, claim: ClaimText)] = []
    // The id of a claim is made of what it says.
    var seen: Set<String> = []
    for (draft, places) in zip(drafts, try places(of: drafts)) {
      try workspace.monitor.check()
      do throws(Diagnostic) {
        let quote = try quote(of: draft, places)
        let claim = try draft.claim(quoting: quote, maker: maker)
        if seen.insert(claim.id).inserted { claims.append((draft, claim)) }
      } catch {
        faults.append((draft.span.start, error))
      }
    }
    let refused = try references(of: claims)
    faults += refused.values.map { ($0.line, $0.fault) }
    var outcome = Outcome()
    for (index, made) in claims.enumerated() where refused[index] == nil {
      outcome.claims[made.draft.source, default: []].append(made.claim.text)
    }
    faults.sort { $0.line < $1.line }
    outcome.badLines = faults.count
    let (told, count) = Self.together(faults.map(\.fault))
    outcome.untoldLines = faults.count - count
    outcome.faults = Diagnostics(told).located(in: output).all
    return outcome
  }

  /// The first fault of each kind of those that are told, and how many faults that are.
  private static func together(_ faults: [Diagnostic]) -> (told: [Diagnostic], count: Int) {
    var kinds: [String: Int] = [:]
    var firsts: [(fault: Diagnostic, count: Int)] = []
    for fault in faults {
      if let kind = kinds[fault.message] {
        firsts[kind].count += 1
      } else if firsts.count < mostFaults {
        kinds[fault.message] = firsts.count
        firsts.append((fault, 1))
      }
    }
    let told = firsts.map { fault, count in
      let more = count == 1 ? "" : ", and \(count - 1) like it"
      return Diagnostic(fault.code, at: fault.span, fault.message + more, hint: fault.hint)
    }
    return (told, firsts.reduce(0) { $0 + $1.count })
  }

  /// The first two places of each quote, looked for in one pass over each document.
  private func places(of drafts: [ProposalDraft]) throws(Cancelled) -> [[Int]] {
    var places = [[Int]](repeating: [], count: drafts.count)
    for source in documents.keys.sorted() {
      let own = drafts.indices.filter { drafts[$0].source == source }
      guard let document = documents[source], !own.isEmpty else { continue }
      let found = try QuoteFinder(document.bytes).places(
        of: own.map { Array(drafts[$0].quote.utf8) }, workspace.monitor)
      for (index, place) in zip(own, found) { places[index] = place }
    }
    return places
  }

  /// The quote, if the document holds it where the draft says and nowhere else.
  private func quote(of draft: ProposalDraft, _ places: [Int]) throws(Diagnostic) -> String {
    guard let document = documents[draft.source], let first = places.first else {
      throw draft.fault("quote", "the document of `\(draft.source)` does not hold this quote")
    }
    let length = draft.quote.utf8.count
    if let range = draft.range {
      guard range.upperBound <= document.bytes.count else {
        throw draft.fault("quote", "`end` lies behind the document's \(document.bytes.count) bytes")
      }
      guard let place = places.count == 1 ? first : place(of: draft.quote, in: document, range),
        range.lowerBound <= place, place + length <= range.upperBound
      else {
        throw draft.fault("quote", "bytes \(range.lowerBound)..\(range.upperBound) do not hold it")
      }
      return places.count == 1 ? draft.quote : try wider(draft, from: place, length, document)
    }
    return places.count == 1 ? draft.quote : try wider(draft, from: first, length, document)
  }

  /// The first place of a quote among some bytes of a document.
  private func place(of quote: String, in document: SentDocument, _ range: Range<Int>) -> Int? {
    let words = Array(quote.utf8)
    let found = (try? QuoteFinder(Array(document.bytes[range])).places(of: [words]).first) ?? []
    return found.first.map { range.lowerBound + $0 }
  }

  /// Of words that stand several times the sentence around them, which the corpus can tell apart.
  private func wider(
    _ draft: ProposalDraft, from start: Int, _ length: Int, _ document: SentDocument
  ) throws(Diagnostic) -> String {
    guard draft.range != nil, let sentence = Quarantine.sentence(at: start, in: document.sentences),
      sentence.start <= start, start + length <= sentence.end
    else {
      throw draft.fault("quote", "the document holds this quote several times: quote more")
    }
    let words = Array(document.bytes[sentence.start..<sentence.end])
    guard (try? QuoteFinder(document.bytes).places(of: [words]).first)?.count == 1 else {
      throw draft.fault("quote", "the document holds the sentence of this quote several times")
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// What is wrong with the references of claims, by their places in the list.
  private func references(
    of claims: [(draft: ProposalDraft, claim: ClaimText)]
  ) throws(Cancelled) -> [Int: (line: Int, fault: Diagnostic)] {
    var records: [Record] = []
    var refused: [Int: (line: Int, fault: Diagnostic)] = [:]
    // The places of the records among the claims.
    var places: [Int] = []
    for (index, (draft, claim)) in claims.enumerated() {
      var parser = RecordParser(SourceText(name: "", claim.text))
      if case .record(let record)? = parser.next(), parser.faults.isEmpty {
        records.append(record)
        places.append(index)
      } else {
        refused[index] = (draft.span.start, draft.fault("", "this makes no claim that can be read"))
      }
    }
    let lookup = IndexLookup(workspace.connection)
    let ids = IDTable(greatest: lookup.greatestKey, known: lookup.known, indexed: lookup.ids)
    let found = try LooseRecords.faults(of: records, ids: ids, workspace.monitor)
    for (place, fault) in found where fault.code != .duplicateID {
      let index = places[place]
      guard refused[index] == nil else { continue }
      let draft = claims[index].draft
      let field = records[place].fields.first { field in
        fault.span.map { field.span.start <= $0.start && $0.end <= field.span.end } ?? false
      }
      let name = field?.index.map { RecordSpec.claim.fields[$0].name } ?? ""
      refused[index] = (draft.span.start, draft.fault(name, fault.message, hint: fault.hint))
    }
    return refused
  }
}
