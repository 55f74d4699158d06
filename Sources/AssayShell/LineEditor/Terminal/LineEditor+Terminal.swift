@preconcurrency import CEditLine
@preconcurrency import Glibc

/// What the terminal is told and asked.
extension LineEditor {
  /// Raw mode comes before the prompt: whoever sees a prompt may type Ctrl-D, which cooked mode
  /// would turn into a NUL.
  func startEditing() {
    fflush(stdout)
    showPrompt()
    editline_set_raw(library, 1)
    if hasEscapes { write("\u{1B}[?2004h") }
  }

  func stopEditing() {
    if hasEscapes { write("\u{1B}[?2004l") }
    editline_set_raw(library, 0)
  }

  func showPrompt() {
    let shown = search?.prompt ?? prompt
    free(promptBytes)
    promptBytes = strdup(PromptText(shown).quoted(keepingEscapes: hasEscapes))
  }

  /// Writes to the terminal past libedit, which doesn't notice.
  func write(_ text: String) {
    fputs(text, stdout)
    fflush(stdout)
  }

  /// Stops the process as Ctrl-Z does, the terminal in order for whoever comes next.
  func stopProcess() {
    stopEditing()
    raise(SIGSTOP)
  }

  /// Draws the line again after another program had the terminal.
  func resume() {
    // libedit thinks that the terminal is still as it left it.
    editline_set_raw(library, 0)
    startEditing()
    write("\r")
    el_resize(library)
    editline_draw(library)
  }

  /// Draws the line again for the new width, in place of the old drawing.
  ///
  /// Terminals fold the old drawing anew; where the cursor went with that has to be computed.
  func redrawResized() {
    let above = rowsAboveCursor(columns: terminalSize.columns)
    if hasEscapes {
      write("\r" + (above > 0 ? "\u{1B}[\(above)A" : "") + "\u{1B}[J")
    } else {
      write("\n")
    }
    el_resize(library)
    editline_draw(library)
  }

  var terminalSize: (rows: Int, columns: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return (24, 80) }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  private func rowsAboveCursor(columns: Int) -> Int {
    let beforeCursor = buffer.scalars.prefix(buffer.cursor).map(UInt32.init(bitPattern:))
    let visible = PromptText(search?.prompt ?? prompt).visible.unicodeScalars.map(\.value)
    var row = 0
    var column = 0
    for scalar in visible + beforeCursor {
      if scalar == 0x0A {
        (row, column) = (row + 1, 0)
        continue
      }
      let width = scalar == 0x09 ? 8 - column % 8 : max(Int(wcwidth(wchar_t(scalar))), 0)
      if column + width > columns { (row, column) = (row + 1, 0) }
      column += width
      if column >= columns { (row, column) = (row + 1, column - columns) }
    }
    return row
  }
}
