import AssayText

/// A shell in which a session is played.
package protocol SessionShell: AnyObject {
  /// Runs what somebody enters at the prompt.
  func run(_ statement: String) -> SessionOutput
}

/// What a statement wrote.
package struct SessionOutput: Hashable, Sendable {
  /// Results and faults, in the order in which they came.
  package let text: String
  /// The exit code with which a script would end here; 0 when it would go on.
  package let code: Int32

  package init(text: String, code: Int32) { (self.text, self.code) = (text, code) }

  /// The lines of a session: a last line without an end is marked, and so is a failure.
  package var lines: [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" {
      lines.removeLast()
    } else {
      lines.append("[no line end]")
    }
    if code != 0 { lines.append("[exit \(code)]") }
    return lines
  }
}

/// Opens shells for sessions.
package protocol SessionHost: AnyObject {
  /// A shell on a corpus.
  ///
  /// - Parameters:
  ///   - opening: the corpus, as a path from the working folder, and options behind it.
  ///   - isOwn: whether the corpus belongs to the session, so that it may be written to.
  /// - Throws: the faults of a corpus that does not belong to the session: nothing that it would
  ///   write could be trusted.
  func open(_ opening: [String], isOwn: Bool) throws(Diagnostics) -> any SessionShell
}
