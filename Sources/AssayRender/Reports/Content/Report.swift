import AssayModel

/// A report as it is woven: what stands in it, in its order, and the notes at its end.
///
/// Everything in it is text but ``ReportChart/svg``; no text can become markup or script.
package struct Report: Sendable {
  /// That of the first heading, see ``ReportProse/title(of:)``, or the name of the script.
  package var title: String
  /// The language of the prose as in BCP 47, `es` or `pt-BR`; English if `nil`.
  package var language: String?
  package var parts: [ReportPart]
  /// The first has the number 1.
  package var notes: [ReportNote]
  /// Lines that say what the report was made of: script, edition, version, digest of the corpus,
  /// parameters. No date, so that the same files give the same bytes.
  package var origin: [String]

  package init(
    title: String, language: String? = nil, parts: [ReportPart] = [], notes: [ReportNote] = [],
    origin: [String] = []
  ) {
    (self.title, self.language) = (title, language)
    (self.parts, self.notes, self.origin) = (parts, notes, origin)
  }
}

/// One thing that stands in a report.
package enum ReportPart: Sendable {
  /// CommonMark with tables, as the author wrote it; `[@claim]` and `[@a, @b]` in it refer to
  /// notes.
  case prose(String)
  /// The text of a program, shown so that the reader can run it again. It stands before what came
  /// of it.
  case statement(String)
  case table(ReportTable)
  case chart(ReportChart)
  /// What a command said, line by line as it stands.
  case text(String)
  /// A sentence of the program itself: that every `expect` held, or what went wrong.
  case remark(String)
}
