import AssayModel
import AssayRender

/// What the prompt writes to the terminal, a pager between if it does not fit.
///
/// A text is held back until it is known whether it fits, which a screenful says; then it goes out
/// as it comes. ``finish()`` ends it.
final class Screen: OutputReader {
  var pager: PagerSetting
  /// Whether texts are parts of a conversation, which has the terminal to itself: they go out at
  /// once, and no pager is started, so that answers reach whoever asked.
  var isConversation = false
  /// What is to be said when the text is through; a pager has the terminal until then.
  private(set) var isShowing = false
  /// How long a reader was waited for, which no statement is to blame for.
  private(set) var waited = Duration.zero

  private var state = State.holding([])
  private var said = ""
  private var hasToldOfRest = false
  /// Programs that could not be started; told once.
  private var refused: Set<PagerProgram> = []
  private let say: (String) -> Void
  private let terminal = Output(descriptor: 1)

  private enum State {
    /// Not known to fit or not to.
    case holding([UInt8])
    case paging(Pager, PagerProgram)
    case direct
  }

  /// - Parameter say: writes to standard error at once.
  init(pager: PagerSetting, say: @escaping (String) -> Void) {
    (self.pager, self.say) = (pager, say)
  }

  /// Whether the reader has left the pager: the rest need not be shown.
  var isLeft: Bool {
    if case .paging(let pager, _) = state { pager.isLeft } else { false }
  }

  /// Whether the reader has not taken what was shown last.
  var isBusy: Bool {
    if case .paging(let pager, _) = state { pager.isBusy } else { false }
  }

  func take(_ bytes: [UInt8]) throws(OutputFailure) {
    guard !isConversation else { return try writeDirectly(bytes) }
    isShowing = true
    switch state {
    case .direct: try writeDirectly(bytes)
    case .paging(let pager, let program):
      pager.write(program.passesColors() ? bytes : ScreenFit.withoutColors(bytes))
      try recover(pager, program)
    case .holding(let before): try decide(before + bytes)
    }
  }

  /// Shows what the pager now takes.
  func pump() throws(OutputFailure) {
    guard case .paging(let pager, let program) = state else { return }
    pager.pump()
    try recover(pager, program)
  }

  /// Waits until the reader has taken what was shown, or has left.
  func wait() throws(OutputFailure) {
    guard case .paging(let pager, let program) = state else { return }
    waited += ContinuousClock().measure {
      while pager.isBusy { pager.wait() }
    }
    try recover(pager, program)
  }

  /// Ends a text: waits for the end of its pager, or writes what fits; then says what was held.
  func finish() throws(OutputFailure) {
    defer {
      state = .holding([])
      (isShowing, hasToldOfRest) = (false, false)
      let words = said
      said = ""
      if !words.isEmpty { say(words) }
    }
    switch state {
    case .direct: break
    case .holding(let text): try writeDirectly(text)
    case .paging(let pager, let program):
      var unread: [UInt8]?
      waited += ContinuousClock().measure { unread = pager.finish() }
      if let unread { try showWithout(program, unread) }
    }
  }

  /// Says once for this text that its rest is still fetched, to somebody who has left it.
  func tellOfRest() {
    guard !hasToldOfRest else { return }
    hasToldOfRest = true
    say("the rest is kept for `last`; Ctrl-C stops that\n")
  }

  /// Keeps words for the end of the text at hand.
  func sayAtEnd(_ words: String) { said += words }

  private func decide(_ text: [UInt8]) throws(OutputFailure) {
    let size = Terminal.size
    let fits = ScreenFit.fits(text, rows: size.rows, columns: size.columns)
    guard pager == .always || !fits else { return state = .holding(text) }
    guard let program = PagerProgram(pager), !refused.contains(program) else {
      state = .direct
      return try writeDirectly(text)
    }
    guard program.isFound(in: PagerProgram.variable("PATH")), let running = Pager(program) else {
      return try showWithout(program, text)
    }
    state = .paging(running, program)
    running.write(program.passesColors() ? text : ScreenFit.withoutColors(text))
    try recover(running, program)
  }

  /// Goes on without a pager that has ended before it read anything.
  private func recover(_ pager: Pager, _ program: PagerProgram) throws(OutputFailure) {
    guard pager.isLeft, pager.hasNotRun, let unread = pager.finish() else { return }
    try showWithout(program, unread)
  }

  private func showWithout(_ program: PagerProgram, _ text: [UInt8]) throws(OutputFailure) {
    if refused.insert(program).inserted {
      said += "the pager `\(program.command)` cannot be started; results are shown without it\n"
    }
    state = .direct
    try writeDirectly(text)
  }

  private func writeDirectly(_ bytes: [UInt8]) throws(OutputFailure) {
    try terminal.write(bytes[...])
    try terminal.flush()
  }
}
