/// How a report is written.
package enum ReportForm: String, CaseIterable, Sendable {
  case markdown, html

  /// What it is for, in one sentence.
  package var summary: String {
    switch self {
    case .markdown: "Markdown with a footnote for each claim, as GitHub reads it."
    case .html: "One page of HTML that loads nothing."
    }
  }

  /// How the name of a file ends that holds one; never as that of a script does.
  package var suffix: String {
    switch self {
    case .markdown: ".report.md"
    case .html: ".html"
    }
  }
}
