/// What is wrong, where, and at most one way out.
///
/// A message is lower case, without full stop, with names in backticks.
package struct Diagnostic: Error, Hashable, Sendable {
  package let code: DiagnosticCode
  package let message: String
  package let hint: String?
  /// The faulty bytes of the text that was read, where there is one.
  package var span: Span?
  /// The line that shows the fault; set by ``located(in:)``.
  package var excerpt: Excerpt? {
    get { if case .excerpt(let excerpt) = line { excerpt } else { nil } }
    set { line = newValue.map { .excerpt($0) } }
  }
  private var line: Line?

  /// Keeps the excerpt off the stack, where each call that may throw has room for a diagnostic.
  private indirect enum Line: Hashable, Sendable {
    case excerpt(Excerpt)
  }

  package init(_ code: DiagnosticCode, at span: Span?, _ message: String, hint: String? = nil) {
    self.code = code
    self.span = span
    self.message = Self.readable(message)
    self.hint = hint.map(Self.readable)
  }

  /// A message that quotes a text of any length, cut to what a person reads.
  package static func readable(_ message: String) -> String {
    let limit = 300
    guard message.utf8.count > limit, message.count > limit else { return message }
    return message.prefix(limit - 60) + " … " + message.suffix(40)
  }

  /// This diagnostic with its line, if it has a span and no line yet.
  package func located(in text: SourceText) -> Diagnostic {
    guard excerpt == nil, let span else { return self }
    return located(in: text, at: text.position(of: span.start))
  }

  /// This diagnostic with its line, whose place is known.
  fileprivate func located(in text: SourceText, at position: Position) -> Diagnostic {
    guard excerpt == nil, let span else { return self }
    var copy = self
    copy.excerpt = Excerpt(of: span, in: text, at: position)
    return copy
  }
}

/// Several diagnostics, thrown together so that a reader sees all faults of a text at once.
package struct Diagnostics: Error, Sendable {
  package let all: [Diagnostic]

  package init(_ all: [Diagnostic]) { self.all = all }

  /// Each diagnostic with its line, the lines counted once.
  package func located(in text: SourceText) -> Diagnostics {
    guard all.count > 1 else { return Diagnostics(all.map { $0.located(in: text) }) }
    let lines = LineTable(text.bytes)
    return Diagnostics(
      all.map { fault in
        guard let span = fault.span else { return fault }
        return fault.located(in: text, at: lines.position(of: span.start, in: text.bytes))
      })
  }
}
