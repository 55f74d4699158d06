import AssayText

/// A word of a program with its place.
package struct Name: Sendable {
  package let text: String
  package let span: Span

  package init(_ text: String, at span: Span) { (self.text, self.span) = (text, span) }
}
