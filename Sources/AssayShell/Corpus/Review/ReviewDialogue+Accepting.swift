import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// From a draft to a claim of the corpus.
extension ReviewDialogue {
  /// Writes the draft; `nil` when something is wrong with it, which has been told.
  mutating func accept() -> Workspace.AcceptedClaim? {
    guard let records = records(), let missing = declareMissing(in: records) else { return nil }
    let declared = missing.isEmpty ? records : self.records()
    guard let declared, let claim = declared.first(where: { $0.kind == .claim }) else { return nil }
    do throws(Diagnostics) {
      let (told, edit) = try session.workspace.accept(declared, from: text)
      session.say(told)
      return Workspace.AcceptedClaim(id: claim.id.id, edit: edit)
    } catch {
      session.report(error.all)
      return nil
    }
  }

  private var text: SourceText { SourceText(name: "<proposal>", draft) }

  /// The records of the draft, a claim among them.
  private func records() -> [Record]? {
    var parser = RecordParser(text)
    var records: [Record] = []
    var others: Span?
    while let item = parser.next() {
      switch item {
      case .record(let record): records.append(record)
      case .use(_, let span): others = span
      case .corpus(let header): others = header.id.span
      case .faulty: break
      }
    }
    var faults = parser.faults
    if let others {
      faults.append(Diagnostic(.misplacedStatement, at: others, "only records can be accepted"))
    }
    if faults.isEmpty, !records.contains(where: { $0.kind == .claim }) {
      faults.append(
        Diagnostic(.missingField, at: Span(0, min(draft.utf8.count, 1)), "there is no claim here"))
    }
    guard faults.isEmpty else {
      session.report(Diagnostics(faults).located(in: text).all)
      return nil
    }
    return records
  }

  /// Asks for the entities and predicates that are missing, and puts them above the claim.
  ///
  /// - Returns: what was missing; `nil` when the reviewer declares something not.
  private mutating func declareMissing(in records: [Record]) -> [MissingRecord]? {
    let range = proposal.start..<proposal.end
    let words = String(decoding: review.reading.bytes[range], as: UTF8.self)
    let missing = MissingRecord.all(in: records, session.workspace, calledIn: words)
    var declarations: [String] = []
    for record in missing {
      guard let text = declaration(of: record) else { return nil }
      declarations.append(text)
    }
    if !declarations.isEmpty { draft = (declarations + [draft]).joined(separator: "\n\n") }
    return missing
  }

  private func declaration(of record: MissingRecord) -> String? {
    let near = Spelling.closest(to: record.id, among: session.workspace.ids(record.kind))
    let sign = record.kind == .entity ? "@" : ""
    let hint = near.map { "; there is `\(sign)\($0)`" } ?? ""
    session.say(
      "there is no \(record.kind.word) `\(record.id)`\(hint). Declare it, or Ctrl-C to go back:\n")
    let completer = Completer(session.workspace)
    var initial = record.declaration
    while true {
      guard
        let line = dialogue.ask(
          "", initial: initial, complete: { completer.complete($0, at: $1) }),
        line.contains(where: { !$0.isWhitespace })
      else { return nil }
      let source = SourceText(name: "<\(record.kind.word)>", line)
      var parser = RecordParser(source)
      let item = parser.next()
      if parser.next() == nil, parser.faults.isEmpty, case .record(let found)? = item {
        if found.kind == record.kind, found.id.id == record.id { return line }
        session.say("this declares \(found.kind.word) `\(found.id.id)`, not `\(record.id)`\n")
      } else {
        session.report(Diagnostics(parser.faults).located(in: source).all)
      }
      initial = line
    }
  }
}
