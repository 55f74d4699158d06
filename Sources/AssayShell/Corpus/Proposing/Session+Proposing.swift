import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// `propose`: another program's claims, kept apart until a person accepts them.
extension Session {
  /// Sends documents to a program and keeps what it proposes.
  ///
  /// Nothing of a run that failed is kept, and what was proposed before stays. Of a run that went
  /// well the good lines are kept and the others told.
  ///
  /// - Parameter span: where the program is named.
  /// - Throws: `extractorFailed`; the last of the faults of its lines.
  package func propose(_ request: ProposeRequest, at span: Span?) throws(Diagnostic) {
    var sources = request.sources
    if sources.isEmpty {
      sources = try workspace.sourcesWithDocuments().map { Name($0, at: span ?? Span(0, 0)) }
    }
    var documents: [SentDocument] = []
    var sent: Set<String> = []
    for source in sources where sent.insert(source.text).inserted {
      documents.append(try workspace.sent(source.text, at: source.span))
    }
    let input = try PassageLines(workspace).bytes(for: documents)
    let output = try run(request, input, at: span)
    let text = SourceText(name: "<\(request.maker)>", bytes: output)
    let outcome = try ProposalReader(workspace, sent: documents, maker: request.maker).read(text)
    let count = outcome.claims.values.reduce(0) { $0 + $1.count }
    var kept = 0
    if count == 0 {
      for document in documents {
        kept += try workspace.countOfProposals(by: request.maker, of: document.source)
      }
    } else {
      for document in documents {
        let claims = outcome.claims[document.source] ?? []
        let kept = try workspace.quarantine(claims, by: request.maker, of: document.source)
        guard kept.count + kept.former > 0 else { continue }
        let former = kept.former == 0 ? "" : ", in place of \(kept.former)"
        say("\(kept.path): \(Self.proposals(kept.count)) of \(request.maker)\(former)\n")
      }
    }
    try tell(outcome, count, keeping: kept)
  }

  private static func proposals(_ count: Int) -> String {
    count == 1 ? "1 proposal" : "\(count) proposals"
  }

  /// - Parameter kept: how many earlier proposals of the same program stay.
  private func tell(
    _ outcome: ProposalReader.Outcome, _ count: Int, keeping kept: Int
  ) throws(Diagnostic) {
    let first = outcome.claims.keys.sorted().first
    let hint = first.map { "; `review @\($0)` goes through them" } ?? ""
    guard let last = outcome.faults.last else {
      guard count == 0 else { return say("\(Self.proposals(count))\(hint)\n") }
      let earlier = kept == 1 ? "1 earlier proposal stays" : "\(kept) earlier proposals stay"
      return say("nothing is proposed\(kept == 0 ? "" : "; \(earlier)")\n")
    }
    let lines = outcome.badLines == 1 ? "1 line" : "\(outcome.badLines) lines"
    let rest = count == 0 ? "; the proposals are as before" : hint
    say("\(Self.proposals(count)), \(lines) left out\(rest)\n\n")
    let untold = outcome.untoldLines
    report(Array(outcome.faults.dropLast()))
    if outcome.faults.count > 1 { say("\n") }
    guard untold > 0 else { throw last }
    report([last])
    throw Diagnostic(
      .badProposal, at: nil,
      untold == 1 ? "1 more line is no proposal" : "\(untold) more lines are no proposals")
  }

  /// Runs the program; gives what it wrote.
  private func run(
    _ request: ProposeRequest, _ input: [UInt8], at span: Span?
  ) throws(Diagnostic) -> [UInt8] {
    let ending: ChildProcess.Ending
    do throws(Cancelled) {
      ending = try ChildProcess(shell: request.command, request.limits).run(
        input, workspace.monitor)
    } catch {
      throw Diagnostic(error)
    }
    let reason: String
    var wider: String?
    switch ending.reason {
    case .exited(0): return ending.output
    case .exited(let code): reason = "it ended with \(code)"
    case .signalled(let signal): reason = "signal \(signal) ended it"
    case .tookTooLong:
      wider = "`--seconds` allows more"
      reason = "it took longer than \(Numeral.words(request.limits.seconds)) s"
    case .wroteTooMuch:
      wider = "`--megabytes` allows more"
      reason = "it wrote more than \(request.limits.outputBytes >> 20) MiB"
    case .notStarted(let why): reason = why
    }
    throw Diagnostic(
      .extractorFailed, at: span, "`\(request.command)` failed: \(reason)",
      hint: Self.lastLine(of: ending.errors).map { "it says: \($0)" } ?? wider)
  }

  /// What a program said last on standard error.
  private static func lastLine(of errors: [UInt8]) -> String? {
    let lines = errors.split(separator: UInt8(ascii: "\n"))
    let last = lines.last { line in line.contains { $0 > 0x20 } }
    return last.map { String(decoding: $0.prefix(200), as: UTF8.self) }
  }
}
