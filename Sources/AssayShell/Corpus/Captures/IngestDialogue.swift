import AssayEngine
import AssayModel
import AssayText

/// Shows proposed sources one by one to somebody at the prompt, who accepts, changes or leaves each.
struct IngestDialogue {
  private let session: Session
  private let dialogue: any Dialogue
  /// Whether somebody has changed a proposal.
  private var isChanged = false

  /// The fields that are gone through one by one.
  private static let asked = [
    "title", "publisher", "author", "published", "retrieved", "kind", "url", "language",
  ]

  init(_ session: Session, _ dialogue: any Dialogue) {
    (self.session, self.dialogue) = (session, dialogue)
  }

  /// What somebody does with a proposal.
  private enum Answer {
    case take, takeAll, leave, stop
  }

  /// Asks for each proposal.
  ///
  /// - Returns: the proposals that were accepted, as they were accepted; none when Ctrl-C was
  ///   pressed and nothing is to be kept.
  mutating func accepted(of ingestion: Ingestion) throws(Diagnostic) -> [SourceProposal] {
    let proposals = ingestion.proposals
    var accepted: [SourceProposal] = []
    for (index, proposal) in proposals.enumerated() {
      var proposal = proposal
      let rest = Array(proposals[(index + 1)...])
      switch try ask(&proposal, "\(index + 1) of \(proposals.count)", accepted, rest) {
      case .take: accepted.append(proposal)
      case .takeAll: return accepted + [proposal] + rest
      case .leave: continue
      case .stop:
        guard !accepted.isEmpty else { return [] }
        return dialogue.agrees("write the \(accepted.count) that were accepted") ? accepted : []
      }
    }
    return accepted
  }

  private mutating func ask(
    _ proposal: inout SourceProposal, _ place: String, _ accepted: [SourceProposal],
    _ rest: [SourceProposal]
  ) throws(Diagnostic) -> Answer {
    while true {
      session.say("\n" + shown(proposal, place))
      let question = "add it? [Y]es, [n]o, [f]ields, [e]ditor, [a]ll, [q]uit "
      guard let line = dialogue.ask(question, initial: "", complete: { _, _ in .none }) else {
        return .stop
      }
      switch line.split(separator: " ").joined().lowercased() {
      case "", "y", "yes":
        if holds(accepted + [proposal]) { return .take }
      case "a", "all":
        if holds(accepted + [proposal] + rest) { return .takeAll }
      case "n", "no": return .leave
      case "q", "quit": return .stop
      case "f", "fields":
        isChanged = true
        guard askFields(&proposal) else { return .stop }
      case "e", "editor": try edit(&proposal, accepted)
      default: session.say("one of the letters, or Enter for yes\n")
      }
    }
  }

  /// Whether the corpus takes proposals as they are; what is wrong is told at once, so that nothing
  /// that was accepted is lost in the end.
  private func holds(_ proposals: [SourceProposal]) -> Bool {
    // What was proposed fits as long as nobody has changed anything.
    guard isChanged else { return true }
    let faults = CorpusEditor(session.workspace).faults(ofAdding: proposals)
    session.report(faults)
    return faults.isEmpty
  }

  private func shown(_ proposal: SourceProposal, _ place: String) -> String {
    let lines = proposal.text.split(separator: "\n").map { VisibleText.of(String($0)) + "\n" }
    let notes = proposal.notes.map { "  \(VisibleText.of($0))\n" }
    return "\(place)  \(VisibleText.of(proposal.origin))\n" + notes.joined() + lines.joined()
  }

  /// Goes through the fields; `false` when that is given up.
  private func askFields(_ proposal: inout SourceProposal) -> Bool {
    proposal.rewritten = nil
    guard askID(&proposal) else { return false }
    for field in Self.asked {
      var initial = proposal[field] ?? ""
      while true {
        let complete = completion(of: field)
        guard let line = dialogue.ask("\(field)> ", initial: initial, complete: complete) else {
          return false
        }
        let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.isEmpty, field == "title" {
          session.say("`title` is required: what the source is called\n")
          continue
        }
        if !text.isEmpty, let fault = SourceProposal.fault(in: text, of: field) {
          session.say(fault + "\n")
          initial = text
          continue
        }
        proposal[field] = text.isEmpty ? nil : text
        break
      }
    }
    return true
  }

  private func askID(_ proposal: inout SourceProposal) -> Bool {
    while true {
      guard let line = dialogue.ask("id> ", initial: proposal.id, complete: { _, _ in .none })
      else {
        return false
      }
      let id = line.split(separator: " ").joined(separator: "-")
      if id.isEmpty || id == proposal.id { return true }
      guard session.workspace.key(of: id, .source) == nil else {
        session.say("there is a source `\(id)` already\n")
        continue
      }
      var renamed = proposal
      renamed.rename(to: id)
      let faults = CorpusEditor(session.workspace).faults(in: renamed)
      guard faults.isEmpty else {
        session.say("`\(id)` is no id: a letter, then letters, digits, `-` or `_`\n")
        continue
      }
      proposal = renamed
      return true
    }
  }

  private func completion(of field: String) -> (String, Int) -> Completion {
    guard case .word(let list)? = RecordSpec.source.field(field)?.spec.form else {
      return { _, _ in .none }
    }
    return { text, cursor in
      let typed = String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self)
      let found = list.words.filter { $0.hasPrefix(typed) }.map { Candidate($0) }
      return Completion(replacedFrom: 0, candidates: found)
    }
  }

  private mutating func edit(
    _ proposal: inout SourceProposal, _ accepted: [SourceProposal]
  ) throws(Diagnostic) {
    isChanged = true
    var text = Array(proposal.text.utf8)
    while true {
      text = try ExternalEditor.edited(
        String(decoding: text, as: UTF8.self) + "\n", name: proposal.id)
      guard !text.isEmpty else { return session.say("nothing was changed\n") }
      var changed = proposal
      changed.rewritten = String(decoding: text, as: UTF8.self)
      if holds(accepted + [changed]) {
        proposal = changed
        return
      }
      guard dialogue.agrees("go on editing") else { return }
    }
  }
}
