import AssayModel
import AssayText

/// Diagnostics as a person reads them: code, place, the line with its fault marked, one hint.
package struct DiagnosticRenderer: Sendable {
  /// Whether a terminal shows colours.
  package let isColored: Bool
  /// Whether the place is said in words instead of being marked in the line.
  package let isPlain: Bool
  /// Whether a person or a program reads them; ``text(of:)-([Diagnostic])`` and ``note(_:)`` heed it.
  package let form: DiagnosticForm

  package init(isColored: Bool, isPlain: Bool = false, form: DiagnosticForm = .text) {
    (self.isColored, self.isPlain, self.form) = (isColored, isPlain, form)
  }

  /// The words for a person for one diagnostic, with the line end.
  package func text(of diagnostic: Diagnostic) -> String {
    if isPlain { return plainText(of: diagnostic) }
    var text = paint("error[\(diagnostic.code.rawValue)]", "1;31") + paint(": ", "1")
    text += paint(VisibleText.of(diagnostic.message), "1") + "\n"
    guard let excerpt = diagnostic.excerpt else {
      if let hint = diagnostic.hint { text += "  \(paint("=", "36")) \(VisibleText.of(hint))\n" }
      return text
    }
    let number = String(excerpt.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    let bar = paint("|", "36")
    let place = "\(VisibleText.of(excerpt.name)):\(excerpt.line):\(excerpt.column)"
    text += "\(margin)\(paint("-->", "36")) \(place)\n"
    text += "\(paint(number, "36")) \(bar) \(VisibleText.of(excerpt.text))\n"
    let indent = DisplayWidth.of(VisibleText.of(excerpt.before))
    // A mark of more than a line of a screen would only be broken over several.
    let width = max(1, min(DisplayWidth.of(VisibleText.of(excerpt.marked)), Self.screen))
    let caret = paint(String(repeating: "^", count: width), "1;31")
    text += "\(margin) \(bar) \(String(repeating: " ", count: indent))\(caret)"
    if let hint = diagnostic.hint { text += " " + VisibleText.of(hint) }
    return text + "\n"
  }

  /// One fact a line: what is wrong, where, and the hint.
  private func plainText(of diagnostic: Diagnostic) -> String {
    var text = "error[\(diagnostic.code.rawValue)]: \(VisibleText.of(diagnostic.message))\n"
    if let excerpt = diagnostic.excerpt {
      // What was typed has no name that would help.
      let isFile = !excerpt.name.hasPrefix("<") && !excerpt.name.hasPrefix("-")
      let file = isFile ? "in \(VisibleText.of(excerpt.name)) " : ""
      text += "\(file)at line \(excerpt.line), column \(excerpt.column): "
      text += VisibleText.of(excerpt.marked.isEmpty ? "the end" : excerpt.marked) + "\n"
    }
    if let hint = diagnostic.hint { text += "hint: \(VisibleText.of(hint))\n" }
    return text
  }

  /// How many columns a mark has at most.
  private static let screen = 80

  private func paint(_ text: String, _ style: String) -> String {
    isColored ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}
