import AssayModel

/// What a field of a row or of front matter is.
enum DetailName: String, CaseIterable, Sendable {
  case text, title, author, publisher, published, url, language, kind

  /// The names under which it is known when no mapping says otherwise, the first that is there counts.
  var usualNames: [String] {
    switch self {
    case .text: ["text", "body", "content", "article", "full_text", "fulltext"]
    case .title: ["title", "headline", "name"]
    case .author: ["author", "authors", "byline", "creator"]
    case .publisher: ["publisher", "source", "site", "site_name", "outlet"]
    case .published:
      [
        "published", "date", "date_published", "published_at", "publish_date", "pubdate",
        "datetime",
      ]
    case .url: ["url", "link", "canonical", "canonical_url", "href"]
    case .language: ["language", "lang"]
    case .kind: ["kind"]
    }
  }

  /// The one that a name is usual for.
  static func usual(_ name: String) -> DetailName? {
    allCases.first { $0.usualNames.contains(name) }
  }
}

extension IntakeDocument.Details {
  /// Sets the detail that a name is usual for, if it is not set and the value is one.
  mutating func set(_ name: String, _ value: String) {
    if let detail = DetailName.usual(name) { set(detail, value) }
  }

  mutating func set(_ detail: DetailName, _ value: String) {
    let words = PlainWords.collapsed(value, limit: 2000)
    guard !words.isEmpty else { return }
    switch detail {
    case .text: break
    case .title: title = title ?? words
    case .author: author = author ?? words
    case .publisher: publisher = publisher ?? words
    case .published: published = published ?? LooseDate.read(words)
    case .url: if url == nil, PageDetails.host(of: words) != nil { url = words }
    case .language: language = language ?? LanguageTag.read(words)
    case .kind:
      if kind == nil, ClosedList.sourceKind.words.contains(words) { kind = words }
    }
  }
}
