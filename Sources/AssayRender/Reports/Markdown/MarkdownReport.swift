import AssayModel

/// A report as Markdown that GitHub and its relatives read: the prose as it was written, tables,
/// statements as `assay` blocks, and a footnote for each claim.
package struct MarkdownReport {
  private let report: Report

  package init(_ report: Report) { self.report = report }

  /// Writes the text.
  package func write(to output: Output) throws(OutputFailure) {
    var writer = MarkdownWriter(report)
    for part in report.parts {
      writer.append(part)
      try output.write(writer.take()[...])
    }
    writer.appendNotes()
    writer.appendOrigin()
    try output.write(writer.take()[...])
    try output.flush()
  }
}
