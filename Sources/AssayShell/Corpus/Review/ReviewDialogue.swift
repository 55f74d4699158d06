import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// Goes through the proposals of a source with whoever sits at the prompt.
struct ReviewDialogue {
  let session: Session
  let dialogue: any Dialogue
  var review: SourceReview
  /// Reads anew what is to be reviewed; `nil` for what the workspace gives.
  private let load: (() throws(Diagnostic) -> SourceReview)?
  private let showsSkipped: Bool
  /// The proposals to go through, by their places.
  private var queue: [Int] = []
  /// How often what is to be reviewed was read anew.
  private var edition = 0
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
    /// Which edition of the queue the position is in.
    let edition: Int
    let position: Int
    let proposal: ProposedClaim
    let part: Int
    let draft: String
    var step: Step
  }

  /// A decision that can be taken back.
  enum Step {
    case accepted(Workspace.AcceptedClaim)
    case decided(Workspace.Decision)
  }

  /// - Parameters:
  ///   - showsSkipped: whether what was skipped before is shown once more.
  ///   - load: reads anew what is to be reviewed, when the document has changed.
  init(
    _ session: Session, _ dialogue: any Dialogue, _ review: SourceReview, showsSkipped: Bool,
    load: (() throws(Diagnostic) -> SourceReview)? = nil
  ) {
    (self.session, self.dialogue, self.review) = (session, dialogue, review)
    self.showsSkipped = showsSkipped
    self.load = load
    fillQueue()
  }

  /// What is open, and what was skipped before this review if that is shown too.
  private mutating func fillQueue() {
    let states = review.states
    let here = Set(taken.map(\.proposal.text))
    queue = states.indices.filter { index in
      states[index] == .open
        || showsSkipped && states[index] == .skipped && !here.contains(review.proposals[index].text)
    }
    position = 0
  }

  /// The proposal at hand.
  var index: Int { queue[position] }
  var proposal: ProposedClaim { review.proposals[index] }

  /// Asks until all is decided or the reviewer leaves.
  mutating func run() throws(Diagnostic) {
    tellState()
    var isLeft = false
    begin()
    do throws(Diagnostic) {
      while !isLeft {
        _ = try readAnew()
        guard position < queue.count else { break }
        try show()
        isLeft = try answer()
      }
    } catch {
      tellEnd(isKnown: false)
      throw error
    }
    tellEnd(isKnown: true)
  }

  /// Reads everything anew if the document has changed since; whether it has.
  ///
  /// - Throws: also when the document cannot be reviewed any more.
  private mutating func readAnew() throws(Diagnostic) -> Bool {
    guard session.workspace.hasOtherDocument(than: review) else { return false }
    if let load {
      review = try load()
    } else {
      review = try session.workspace.review(of: review.reading.source, at: Span(0, 0))
    }
    edition += 1
    fillQueue()
    begin()
    let open = queue.count == 1 ? "1 proposal is" : "\(queue.count) proposals are"
    session.say("\nthe document has changed and was read anew: \(open) to be decided\n")
    return true
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

  /// - Parameter isKnown: whether what is open is known.
  private func tellEnd(isKnown: Bool) {
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
    guard !queue.isEmpty || !taken.isEmpty else { return }
    let done = parts.isEmpty ? "nothing decided" : parts.joined(separator: ", ")
    session.say(isKnown ? "\(done); \(open) open\n" : "\(done)\n")
  }

  private mutating func show() throws(Diagnostic) {
    let isColored = session.paintsOutput
    let view = ReviewView(
      review: review, width: session.terminal.width ?? 80, isColored: isColored)
    let text = isShown ? "" : view.text(of: proposal, place: (position + 1, queue.count))
    let claim = CorpusTextColors.of(draft, isColored: isColored)
    let all = "\(text)\n\(claim)\n"
    try session.write(session.terminal.width.map { WrappedText.of(all, width: $0) } ?? all)
    isShown = true
  }

  // MARK: Going on

  /// Goes to the proposal at the position, or behind it to the first that is not settled by now;
  /// then to those before it that nobody was asked for.
  private mutating func begin() {
    let states = review.states
    let here = Set(taken.filter { $0.edition == edition }.map(\.position))
    let wanted = queue.indices.filter { place in
      let state = states[queue[place]]
      return state == .open || state == .skipped && !here.contains(place)
    }
    let start = position
    let next = wanted.first { $0 >= start }
    position = next ?? wanted.first { !here.contains($0) } ?? queue.count
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
      // An answer is to what was shown.
      if session.workspace.hasOtherDocument(than: review) { return true }
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
    keep(.accepted(claim))
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
    guard proposal.maker != nil || !review.isQuoted(by: claim.id, at: index) else { return }
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
    keep(.decided(decision))
  }

  private mutating func keep(_ step: Step) {
    taken.append(
      Taken(
        edition: edition, position: position, proposal: proposal, part: part, draft: draft,
        step: step))
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
      session.say("\(told); its proposal is the next one again\n")
      review.note(try workspace.read(review.reading.source, at: Span(0, 0)))
    case .decided(let decision):
      try workspace.takeBack(decision, in: &review)
      session.say("took back “\(decision.word)”; the proposal is the next one again\n")
    }
    taken.removeLast()
    if last.edition != edition {
      // The places are others since.
      edition += 1
      fillQueue()
      let place = queue.firstIndex { review.proposals[$0].text == last.proposal.text }
      position = place ?? 0
      guard place != nil else {
        begin()
        return true
      }
    } else {
      position = last.position
    }
    // What was edited is not lost.
    (part, draft) = (last.part, last.draft)
    (isSplit, isShown) = (false, false)
    return true
  }

  // MARK: Editing

  private mutating func edit(_ field: String?) -> Bool {
    guard let claim = ClaimText(draft) else {
      session.say("this text is not one claim; `v` opens it in your editor\n")
      return false
    }
    var fields = ReviewFields(
      session, dialogue, review.reading, claim, sentence: review.sentence(of: index))
    if let field { _ = fields.ask(field) } else { fields.askAll() }
    guard fields.claim != claim else { return false }
    change(to: fields.claim.text)
    return true
  }

  private mutating func editText() throws(Diagnostic) -> Bool {
    let bytes = try ExternalEditor.edited(draft + "\n", name: proposal.source)
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.isEmpty, text != draft else { return false }
    change(to: text)
    return true
  }

  /// Takes another draft, and says so if it quotes now what the sentence does not hold.
  private mutating func change(to text: String) {
    let before = ReviewDraft.quote(in: draft)
    draft = text
    let sentence = review.sentence(of: index)
    guard let quote = ReviewDraft.quote(in: draft), quote != before,
      let place = review.reading.place(of: quote), !place.overlaps(sentence),
      let other = review.sentence(at: place.lowerBound)
    else { return }
    session.say(
      "the quote stands in another sentence: paragraph \(other.paragraph), sentence "
        + "\(other.sentence)\n")
  }
}
