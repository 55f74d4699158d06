import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// Goes through the proposals of a source with whoever sits at the prompt.
struct ReviewDialogue {
  let session: Session
  let dialogue: any Dialogue
  var review: SourceReview
  /// The proposals to go through, by their places.
  private let queue: [Int]
  /// The place in the queue at hand.
  private var position = 0
  /// What the proposal at hand would be written as.
  var draft = ""
  /// Which of several claims of the sentence it is, from 1.
  private var part = 1
  private var isSplit = false
  /// Whether the sentence stands above already, so that only the claim is to be shown anew.
  private var isShown = false
  /// The decisions of this review, with the place in the queue of each.
  private var taken: [Taken] = []

  /// A decision and what was at hand then.
  private struct Taken {
    let position: Int
    let part: Int
    let draft: String
    var step: Step
  }

  /// A decision that can be taken back.
  enum Step {
    case accepted(Workspace.AcceptedClaim)
    case decided(Workspace.Decision)
  }

  /// - Parameter showsSkipped: whether what was skipped before is shown once more.
  init(_ session: Session, _ dialogue: any Dialogue, _ review: SourceReview, showsSkipped: Bool) {
    (self.session, self.dialogue, self.review) = (session, dialogue, review)
    let states = review.states
    queue = states.indices.filter {
      states[$0] == .open || showsSkipped && states[$0] == .skipped
    }
  }

  /// The proposal at hand.
  var index: Int { queue[position] }
  var proposal: ProposedClaim { review.proposals[index] }

  /// Asks until all is decided or the reviewer leaves.
  mutating func run() throws(Diagnostic) {
    tellState()
    var isLeft = false
    begin()
    while !isLeft, position < queue.count {
      try show()
      isLeft = try answer()
    }
    tellEnd()
  }

  // MARK: Showing

  private func tellState() {
    if !review.faults.isEmpty { session.report(review.faults) }
    session.tellLost(review.lostDecisions.count)
    if review.goneProposals > 0 {
      let words =
        review.goneProposals == 1 ? "1 proposal quotes" : "\(review.goneProposals) proposals quote"
      session.say("\(words) what the document does not hold.\n")
    }
    if queue.isEmpty {
      session.say("nothing is open; `review @\(review.reading.source) status` shows the whole\n")
    }
  }

  private func tellEnd() {
    func count(_ words: String, _ fits: (Step) -> Bool) -> String? {
      let count = taken.count { fits($0.step) }
      return count == 0 ? nil : "\(count) \(words)"
    }
    func isDecided(_ verdict: String) -> (Step) -> Bool {
      { if case .decided(let decision) = $0 { decision.word == verdict } else { false } }
    }
    let parts = [
      count("accepted") { if case .accepted = $0 { true } else { false } },
      count("rejected", isDecided("rejected")), count("skipped", isDecided("skipped")),
    ].compactMap { $0 }
    let open = review.states.count { $0 == .open }
    guard !queue.isEmpty else { return }
    let done = parts.isEmpty ? "nothing decided" : parts.joined(separator: ", ")
    session.say("\(done); \(open) open\n")
  }

  private mutating func show() throws(Diagnostic) {
    let isColored = session.paintsOutput
    let view = ReviewView(
      review: review, width: session.terminal.width ?? 80, isColored: isColored)
    let text = isShown ? "" : view.text(of: proposal, place: (position + 1, queue.count))
    let claim = CorpusTextColors.of(draft, isColored: isColored)
    try session.write("\(text)\n\(claim)\n")
    isShown = true
  }

  // MARK: Going on

  /// Goes to the proposal at the position, or behind it to the first that is not settled by now.
  private mutating func begin() {
    let states = review.states
    let here = taken.map(\.position)
    while position < queue.count {
      let state = states[queue[position]]
      if state == .open || state == .skipped && !here.contains(position) { break }
      position += 1
    }
    (part, isSplit) = (1, false)
    makeDraft()
  }

  private mutating func makeDraft() {
    isShown = false
    guard position < queue.count else { return }
    let workspace = session.workspace
    draft = ReviewDraft.text(of: proposal, part: part, coder: session.coder) {
      workspace.key(of: $0, .claim) != nil
    }
  }

  private mutating func advance() {
    position += 1
    begin()
  }

  /// Asks for an answer and does it; whether the reviewer leaves.
  private mutating func answer() throws(Diagnostic) -> Bool {
    while true {
      let mark = isSplit ? "accept and split? " : "accept? "
      guard
        let line = dialogue.ask(
          mark + "[Enter, e v s k r u q ?] ", initial: "", complete: ReviewAnswer.complete)
      else { return true }
      // What a statement may take counts anew with each answer.
      session.workspace.monitor.begin(session.workspace.limits)
      guard let answer = ReviewAnswer(line) else {
        session.say("no such answer; `?` lists them\n")
        continue
      }
      switch answer {
      case .help: session.say(ReviewAnswer.helpText)
      case .quit: return true
      case .split:
        isSplit.toggle()
        session.say(isSplit ? "the sentence comes again after this claim\n" : "not split\n")
      default:
        if perform(answer) { return false }
      }
    }
  }

  /// Does what an answer says; whether there is something else to show then.
  private mutating func perform(_ answer: ReviewAnswer) -> Bool {
    do throws(Diagnostic) {
      switch answer {
      case .accept: return try acceptDraft()
      case .edit(let field): return edit(field)
      case .editText: return try editText()
      case .skip: try decide(.skipped)
      case .reject(let reason):
        guard let reason = reason.map(ReviewAnswer.reason) ?? askReason() else { return false }
        try decide(.rejected, reason: reason)
      case .undo: return try takeBack()
      case .split, .quit, .help: return false
      }
      advance()
      return true
    } catch {
      session.report([error])
      return false
    }
  }

  private mutating func acceptDraft() throws(Diagnostic) -> Bool {
    guard let claim = accept() else { return false }
    taken.append(Taken(position: position, part: part, draft: draft, step: .accepted(claim)))
    review.note(try session.workspace.read(review.reading.source, at: Span(0, 0)))
    if isSplit {
      isSplit = false
      part += 1
      makeDraft()
    } else {
      try markAccepted(claim)
      advance()
    }
    return true
  }

  /// Keeps that a proposal was accepted where no quote tells it: of another program's, as several
  /// may quote the same, and of one whose claim quotes other words or none.
  private mutating func markAccepted(_ claim: Workspace.AcceptedClaim) throws(Diagnostic) {
    guard proposal.maker != nil || !review.isQuoted(proposal.start..<proposal.end) else { return }
    let decision = try session.workspace.decide(
      .accepted, about: index, in: &review, claim: claim.id, coder: session.coder)
    taken[taken.count - 1].step = .accepted(claim.marked(by: decision))
  }

  private mutating func decide(
    _ verdict: Workspace.Verdict, reason: String = ""
  ) throws(Diagnostic) {
    let decision = try session.workspace.decide(
      verdict, about: index, in: &review,
      concernsSentence: ReviewAnswer.concernsSentence(reason), reason: reason,
      coder: session.coder)
    taken.append(Taken(position: position, part: part, draft: draft, step: .decided(decision)))
  }

  private func askReason() -> String? {
    dialogue.ask("reason> ", initial: "") { text, cursor in
      let typed = String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self)
      let reasons = ReviewAnswer.reasons.map { Candidate($0, addsSpace: false) }
      return Completion(
        replacedFrom: 0, candidates: reasons.filter { $0.text.hasPrefix(typed) })
    }.map { ReviewAnswer.reason($0.split(separator: " ").joined(separator: " ")) }
  }

  /// Takes the last decision back, and goes to where it was made.
  private mutating func takeBack() throws(Diagnostic) -> Bool {
    guard let last = taken.last else {
      session.say("this review has decided nothing yet\n")
      return false
    }
    let workspace = session.workspace
    switch last.step {
    case .accepted(let claim):
      guard let told = try workspace.takeBack(claim, in: &review) else {
        session.say("the corpus was changed since; `undo` at the prompt takes changes back\n")
        return false
      }
      session.say(told)
      review.note(try workspace.read(review.reading.source, at: Span(0, 0)))
    case .decided(let decision): try workspace.takeBack(decision, in: &review)
    }
    taken.removeLast()
    // What was edited is not lost.
    (position, part, draft) = (last.position, last.part, last.draft)
    (isSplit, isShown) = (false, false)
    return true
  }

  // MARK: Editing

  private mutating func edit(_ field: String?) -> Bool {
    guard let claim = ClaimText(draft) else {
      session.say("this text is not one claim; `v` opens it in your editor\n")
      return false
    }
    var fields = ReviewFields(session, dialogue, review.reading, claim)
    if let field { _ = fields.ask(field) } else { fields.askAll() }
    guard fields.claim != claim else { return false }
    draft = fields.claim.text
    return true
  }

  private mutating func editText() throws(Diagnostic) -> Bool {
    let bytes = try ExternalEditor.edited(draft + "\n", name: proposal.source)
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.isEmpty, text != draft else { return false }
    draft = text
    return true
  }
}
