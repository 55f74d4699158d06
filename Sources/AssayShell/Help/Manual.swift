/// The pages of the manual, embedded in the program so that `help` needs no files.
package enum Manual {
  /// A page: the name under which `help` finds it, its title and its Markdown.
  package struct Page: Sendable {
    package let name: String
    package let title: String
    package let text: String

    fileprivate init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      text = String(decoding: bytes, as: UTF8.self)
      title = String(text.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " })
    }
  }

  /// Every page, in the order of `help`.
  package static let pages: [Page] = [
    Page("corpus", PackageResources.corpus_md),
    Page("documents", PackageResources.documents_md),
    Page("language", PackageResources.language_md),
    Page("evidence", PackageResources.evidence_md),
    Page("silence", PackageResources.silence_md),
    Page("attribution", PackageResources.attribution_md),
    Page("graph", PackageResources.graph_md),
    Page("reading", PackageResources.reading_md),
    Page("names", PackageResources.names_md),
    Page("statistics", PackageResources.statistics_md),
    Page("pictures", PackageResources.charts_md),
    Page("coders", PackageResources.coders_md),
    Page("candidates", PackageResources.candidates_md),
    Page("writing", PackageResources.writing_md),
    Page("reviewing", PackageResources.reviewing_md),
    Page("exchange", PackageResources.exchange_md),
    Page("scripts", PackageResources.scripts_md),
    Page("sessions", PackageResources.sessions_md),
    Page("shell", PackageResources.shell_md),
  ]

  /// The words of a page, or `nil`.
  package static func page(_ name: String) -> String? { pages.first { $0.name == name }?.text }
}
