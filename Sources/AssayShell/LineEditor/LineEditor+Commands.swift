import CEditLine

/// A command of libedit: gets the editor, gives one of libedit's `CC_` codes.
private typealias Command = @convention(c) (OpaquePointer?, Int32) -> UInt8

extension LineEditor {
  /// Every command of our own, by the name that `bind` in `~/.editrc` may use.
  private static let commands: [(name: String, run: Command)] = [
    ("assay-enter", { library, _ in code(library) { $0.enter() } }),
    ("assay-complete", { library, _ in code(library) { $0.completeWord() } }),
    ("assay-list", { library, _ in code(library) { $0.listCandidates() } }),
    ("assay-up", { library, _ in code(library) { $0.goUp() } }),
    ("assay-down", { library, _ in code(library) { $0.goDown() } }),
    ("assay-line-start", { library, _ in code(library) { $0.goToStart() } }),
    ("assay-line-end", { library, _ in code(library) { $0.goToEnd() } }),
    ("assay-kill-line", { library, _ in code(library) { $0.killLine() } }),
    ("assay-paste", { library, _ in code(library) { $0.insert($0.keys.pasted) } }),
    ("assay-newline", { library, _ in code(library) { $0.insert("\n") } }),
    ("assay-search", { library, _ in code(library) { $0.stepSearch() } }),
    ("assay-interrupt", { library, _ in code(library) { $0.interrupt() } }),
  ]

  /// What is bound in both manners and, in the vi manner, in both modes.
  private static let everywhere: [(key: String, command: String)] = [
    ("^M", "assay-enter"), ("^J", "assay-enter"),
    (EditorKey.accept.text, "ed-newline"), (EditorKey.list.text, "assay-list"),
    (EditorKey.up.text, "assay-up"), (EditorKey.down.text, "assay-down"),
    (EditorKey.left.text, "ed-prev-char"), (EditorKey.right.text, "ed-next-char"),
    (EditorKey.wordLeft.text, "ed-prev-word"), (EditorKey.wordRight.text, "em-next-word"),
    (EditorKey.home.text, "assay-line-start"), (EditorKey.end.text, "assay-line-end"),
    (EditorKey.delete.text, "ed-delete-next-char"), (EditorKey.paste.text, "assay-paste"),
    (EditorKey.interrupt.text, "assay-interrupt"), (EditorKey.search.text, "assay-search"),
  ]

  private static let whereTextIsTyped = [
    ("^I", "assay-complete"), ("^R", "assay-search"), ("^P", "assay-up"), ("^N", "assay-down"),
  ]
  private static let inEmacs = [
    ("^A", "assay-line-start"), ("^E", "assay-line-end"), ("^K", "assay-kill-line"),
    ("^U", "vi-kill-line-prev"),
    ("\\e^M", "assay-newline"), ("\\e^J", "assay-newline"),
  ]
  private static let inCommandMode = [("k", "assay-up"), ("j", "assay-down")]

  func addCommands() {
    for (name, run) in Self.commands { editline_add_command(library, name, "", run) }
  }

  func bindKeys() {
    let isVi = editline_manner(library).map { String(cString: $0) } == "vi"
    for (key, command) in Self.everywhere + Self.whereTextIsTyped + (isVi ? [] : Self.inEmacs) {
      editline_bind(library, key, command)
    }
    guard isVi else { return }
    for (key, command) in Self.everywhere + Self.inCommandMode {
      editline_bind_command_mode(library, key, command)
    }
  }

  private static func code(_ library: OpaquePointer?, _ run: (LineEditor) -> Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: of(library).map(run) ?? CC_ERROR)
  }

  /// Lets libedit run what is bound to `key` when the present command is through.
  func push(_ key: EditorKey) { el_push(library, key.text) }

  // MARK: Enter, Ctrl-C and insertion

  private func enter() -> Int32 {
    guard isComplete(Self.text(of: buffer.scalars)) else { return insert("\n") }
    push(.accept)
    return CC_NORM
  }

  /// Goes to the end, so that what is printed next stands below the text; the next look for a key
  /// ends the line.
  private func interrupt() -> Int32 {
    search = nil
    moveCursor(to: buffer.scalars.count)
    return CC_CURSOR
  }

  func insert(_ text: String) -> Int32 {
    guard !text.isEmpty else { return CC_NORM }
    return el_insertstr(library, text) == 0 ? CC_REFRESH : CC_ERROR
  }

  // MARK: Search

  private func stepSearch() -> Int32 {
    defer { showPrompt() }
    guard var current = search else {
      let text = Self.text(of: buffer.scalars)
      if recalled == history.entries.count { draft = text }
      search = HistorySearch(replacing: (text, buffer.cursor, recalled))
      return CC_REFRESH
    }
    let step = current.step(in: history.entries)
    search = current
    switch step {
    case .moved: showMatch(of: current)
    case .givenUp:
      search = nil
      restore(current.original)
    case .taken: search = nil
    case .takenBefore(let key):
      search = nil
      if let scalar = Unicode.Scalar(key) { el_push(library, String(Character(scalar))) }
    }
    return current.hasFailed ? CC_REFRESH_BEEP : CC_REFRESH
  }

  private func showMatch(of search: HistorySearch) {
    guard let match = search.match else { return restore(search.original) }
    recalled = match.entry
    replaceText(history.entries[match.entry], cursor: match.offset)
  }

  private func restore(_ original: HistorySearch.Original) {
    recalled = original.recalled
    replaceText(original.text, cursor: original.cursor)
  }
}
