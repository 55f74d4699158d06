/// A claim that a report rests on, down to the words it is read from.
package struct ReportNote: Sendable {
  /// The id of the claim.
  package var claim: String
  package var says: String
  /// Whose word it is, where it is not the source's own.
  package var speaker: String?
  /// Who wrote the source.
  package var author: String?
  /// The title of the source.
  package var title: String
  package var publisher: String?
  package var published: String?
  /// Where the source is to be read; shown as a link only with `http:` or `https:`.
  package var url: String?
  /// The document in the corpus.
  package var path: String?
  /// The number of the paragraph that holds the quote, from 1.
  package var paragraph: Int?
  package var quote: String?
  /// The whole paragraph that holds the quote.
  package var passage: String?
  /// Where the quote stands in the UTF-8 of ``passage``.
  package var quoteRange: Range<Int>?
  /// Where the claim is declared, as `claims/aid.assay:12`.
  package var place: String

  package init(
    claim: String, says: String, speaker: String? = nil, author: String? = nil, title: String,
    publisher: String? = nil, published: String? = nil, url: String? = nil, path: String? = nil,
    paragraph: Int? = nil, quote: String? = nil, passage: String? = nil,
    quoteRange: Range<Int>? = nil, place: String
  ) {
    (self.claim, self.says, self.speaker, self.author) = (claim, says, speaker, author)
    (self.title, self.publisher, self.published) = (title, publisher, published)
    (self.url, self.path, self.paragraph) = (url, path, paragraph)
    (self.quote, self.passage, self.quoteRange) = (quote, passage, quoteRange)
    self.place = place
  }
}
