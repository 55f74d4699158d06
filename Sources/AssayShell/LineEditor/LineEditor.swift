import AssayText
@preconcurrency import CEditLine
@preconcurrency import Glibc

/// Reads statements from the terminal, with editing, history, completion and search.
///
/// Stands on libedit, in the emacs or the vi manner as `~/.editrc` says. A statement of several
/// lines is one text in one buffer. One editor at a time; between two readings the terminal is as
/// other programs expect it.
package final class LineEditor {
  /// Says at Enter whether a text is a whole statement; if it isn't, a line is begun.
  package var isComplete: (_ text: String) -> Bool = { _ in true }
  /// Says at Tab what can stand at the byte offset `cursor` of a text.
  package var complete: (_ text: String, _ cursor: Int) -> Completion = { _, _ in .none }
  /// The statements that Up, Down and Ctrl-R bring back.
  package let history: HistoryFile

  /// Whether the terminal understands escape sequences.
  package let hasEscapes: Bool

  let library: OpaquePointer
  let keys = KeyReader()
  /// Where Up and Down are in the history, the end of it being the new text.
  var recalled = 0
  /// The new text, while an older one is shown in its place.
  var draft = ""
  var search: HistorySearch?
  /// What ``EditorKey/list`` shows, and where the cursor has to go back to.
  var listing: (candidates: [Candidate], cursor: Int) = ([], 0)

  private(set) var prompt = ""
  /// The prompt as libedit asks for it.
  var promptBytes: UnsafeMutablePointer<CChar>?
  /// What vi's own commands search; Up, Down and Ctrl-R use ``history``.
  private let libraryHistory: OpaquePointer?
  private var isInterrupted = false
  private var isClosed = false
  /// The editor whose terminal `exit` has to put in order.
  nonisolated(unsafe) private static weak var open: LineEditor?

  /// Takes hold of the terminal, or gives `nil` if standard input or output is none.
  ///
  /// - Parameter isPlain: whether the terminal is to be taken for one that can but print.
  package init?(history: HistoryFile, isPlain: Bool = false) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    Self.chooseUTF8()
    guard let library = el_init("assay", stdin, stdout, stderr) else { return nil }
    if isPlain { editline_set_terminal(library, "dumb") }
    self.library = library
    self.history = history
    let movesUp = editline_capability(library, "up").map { strlen($0) > 0 } ?? false
    let clears = editline_capability(library, "ce").map { strlen($0) > 0 } ?? false
    hasEscapes = movesUp && clears
    libraryHistory = history_init()
    TerminalSignals.install()
    configure()
    if Self.open == nil { atexit { LineEditor.open?.close() } }
    Self.open = self
  }

  deinit { close() }

  /// Leaves the terminal as it was found; the editor is of no use afterwards.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    el_end(library)
    if let libraryHistory { history_end(libraryHistory) }
    free(promptBytes)
  }

  /// Shows `prompt`, in which colours may be set, and `initial` as if it was typed, and waits for
  /// a statement.
  ///
  /// A statement is put into the history at once. Text after the last colour change has to follow:
  /// libedit loses what ends a prompt.
  package func readStatement(prompt: String, initial: String = "") -> LineResult {
    let result = readText(prompt: prompt, initial: initial)
    if case .statement(let text) = result { remember(text) }
    return result
  }

  /// The same for a text that is not kept in the history.
  package func readText(prompt: String, initial: String) -> LineResult {
    guard !isClosed, !TerminalSignals.isHangup else { return .endOfInput }
    (search, draft, recalled, isInterrupted) = (nil, "", history.entries.count, false)
    self.prompt = prompt
    TerminalSignals.beginReading()
    _ = InterruptFlag.take()
    keys.pend(initial)
    startEditing()
    var length: Int32 = 0
    let line = el_wgets(library, &length)
    stopEditing()
    TerminalSignals.endReading()
    if isInterrupted {
      print("^C")
      return .interrupted
    }
    guard let line, length > 0 else {
      print("")
      return .endOfInput
    }
    let scalars = UnsafeBufferPointer(start: line, count: Int(length))
    let text = Self.text(of: scalars).dropLast(scalars.last == 0x0A ? 1 : 0)
    return .statement(String(text))
  }

  // MARK: Setting up

  /// Without a UTF-8 locale libedit drops every byte above 0x7F that is typed.
  private static func chooseUTF8() {
    setlocale(LC_CTYPE, "")
    if String(cString: editline_codeset()) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private func configure() {
    editline_set_client(library, Unmanaged.passUnretained(self).toOpaque())
    editline_set_prompt(library, { LineEditor.of($0)?.promptBytes }, 1)
    editline_set_reader(library) { library, key in
      guard let key else { return -1 }
      return LineEditor.of(library)?.readKey(into: &key.pointee) ?? -1
    }
    // libedit's own handlers send the signal on to the whole process group.
    editline_set_signals(library, 0)
    editline_set_manner(library, "emacs")
    // Otherwise a line end of two characters in pasted text is taken for two line ends.
    editline_set_mode(library, "-icrnl")
    editline_set_mode(library, "-inlcr")
    if let libraryHistory {
      editline_history_limit(libraryHistory, Int32(clamping: history.limit))
      editline_set_history(library, libraryHistory)
      for entry in history.entries { editline_history_enter(libraryHistory, entry) }
    }
    addCommands()
    el_source(library, nil)
    // Afterwards, since `bind -v` and `bind -e` there put every key back.
    bindKeys()
  }

  /// The editor that libedit calls back.
  static func of(_ library: OpaquePointer?) -> LineEditor? {
    guard let client = library.flatMap(editline_client) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
  }

  private func remember(_ statement: String) {
    if history.append(statement), let libraryHistory {
      editline_history_enter(libraryHistory, statement)
    }
  }

  // MARK: Keys

  /// libedit's source of keys: 1 for a key, 0 at the end, -1 when the line is given up.
  private func readKey(into key: inout wchar_t) -> Int32 {
    // Once interrupted, the line ends at the next look for a key, however deep in libedit.
    if isInterrupted { return -1 }
    while true {
      switch keys.next() {
      case .key(let typed):
        key = wchar_t(search?.intercept(typed) ?? typed)
        return 1
      case .signal(SIGINT):
        _ = InterruptFlag.take()
        isInterrupted = true
        key = wchar_t(EditorKey.interrupt.rawValue)
        return 1
      case .signal(SIGWINCH): redrawResized()
      case .signal(SIGTSTP): stopProcess()
      case .signal(SIGCONT): resume()
      case .signal: continue
      case .end: return 0
      }
    }
  }
}
