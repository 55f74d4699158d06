import AssayModel
import AssayRender

extension ReportForm {
  /// Writes a report in this form.
  package func write(_ report: Report, to output: Output) throws(OutputFailure) {
    switch self {
    case .markdown: try MarkdownReport(report).write(to: output)
    case .html: try HTMLReport(report).write(to: output)
    }
  }
}
