/// A way to draw the rows of a query.
package enum ChartKind: String, CaseIterable, Sendable {
  case bar, line, timeline, heat, network

  /// What it is for, in one sentence.
  package var summary: String {
    switch self {
    case .bar: "A bar for each row, from zero to a number or a figure."
    case .line: "A line through the points of a number or a figure over dates or numbers."
    case .timeline: "The span of a date for each row, along one axis of time."
    case .heat: "A map of two sorts of things, each cell shaded by a number or marked by a word."
    case .network: "Things and the edges between them."
    }
  }

  /// Which columns it draws, in one sentence.
  package var wants: String {
    switch self {
    case .bar:
      """
      The first text, reference or date names the bar, the first number or figure is its length, \
      a second text tells bars of one name apart.
      """
    case .line:
      """
      The first date, or else the first number, runs along the line, the next number or figure is \
      its height, a text parts the points into lines.
      """
    case .timeline:
      "The first text names the span, the first date is drawn, a reference groups the spans."
    case .heat:
      """
      Two texts and a number or a third text are row, column and cell; otherwise the first text \
      names the row and each other column is one of the map.
      """
    case .network:
      """
      The columns `from` and `to`, or else the first two texts or references, are the ends of an \
      edge, a number or figure is its weight; a column `predicate`, or a third and last text, is its label.
      """
    }
  }

  /// What there has to be at least, as a fault says it.
  var needs: String {
    switch self {
    case .bar: "a text, a reference or a date, and a number or a figure"
    case .line: "a date or a number, and another number or a figure"
    case .timeline: "a text or a reference, and a date"
    case .heat: "a text or a reference, and at least one more column"
    case .network: "two texts or references"
    }
  }
}
