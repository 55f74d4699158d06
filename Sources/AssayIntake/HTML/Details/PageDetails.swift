import AssayModel
import AssayText

/// What a page says of itself, gathered from where pages say it.
///
/// For each detail the first of these that has it counts:
///
/// - title: JSON-LD, `og:title`, `twitter:title`, `citation_title`, Dublin Core, the only `h1`,
///   `<title>` without the name of the site;
/// - author: JSON-LD, `citation_author`, `name=author`, `article:author`, Dublin Core,
///   `itemprop=author`, `rel=author`, a line with the class `byline` or `author`;
/// - published: JSON-LD, `article:published_time`, `citation_publication_date`, Dublin Core,
///   `itemprop=datePublished`, further names of `<meta>`, the first `<time>`;
/// - url: `<link rel=canonical>`, `og:url`, JSON-LD; absolute ones only;
/// - publisher: `og:site_name`, JSON-LD, `citation_publisher`, Dublin Core, the host of the url;
/// - language: `<html lang>`, `og:locale`, `Content-Language`, JSON-LD, Dublin Core;
/// - kind: the type of the JSON-LD, `academic` where there is any `citation_…`.
struct PageDetails {
  private let page: HTMLPage
  private(set) var linked: LinkedData
  /// The first value of each name of `<meta>`, in small letters.
  private var meta: [String: String] = [:]
  private var citedAuthors: [String] = []
  private var canonical: String?
  private var siteTitle: String?
  private var headlines: [String] = []
  private var markup: [String: String] = [:]
  private var firstTime: String?
  /// How many elements were looked at that may name the author.
  private var bylines = 0

  init(_ page: HTMLPage) {
    self.page = page
    var scripts: [(text: [UInt8], span: Span)] = []
    for index in page.nodes.indices where page.nodes[index].tag == .script {
      guard let type = page.attribute("type", of: index), type.lowercased().contains("ld+json"),
        index + 1 < Int(page.nodes[index].end), let text = page.nodes[index + 1].text
      else { continue }
      let range = page.sourceRange(text) ?? 0..<0
      scripts.append((Array(page.decoded(text)), Span(range.lowerBound, range.upperBound)))
    }
    linked = LinkedData(scripts)
    gather()
  }

  private mutating func gather() {
    for index in page.nodes.indices where page.nodes[index].element != nil {
      switch page.nodes[index].tag {
      case .meta: readMeta(index)
      case .link: readLink(index)
      case .title: if siteTitle == nil { siteTitle = page.words(of: index) }
      case .heading1: if headlines.count < 20 { headlines.append(page.words(of: index)) }
      case .time:
        if firstTime == nil {
          firstTime = page.attribute("datetime", of: index) ?? page.words(of: index)
        }
      default: break
      }
      readMarkup(index)
    }
  }

  private mutating func readMeta(_ index: Int) {
    guard let content = page.attribute("content", of: index) else { return }
    let plain = PlainWords.collapsed(content, limit: 2000)
    let value = Self.host(of: plain) == nil ? PlainWords.decoded(plain) : plain
    guard !value.isEmpty else { return }
    for attribute: StaticString in ["property", "name", "http-equiv", "itemprop"] {
      guard let name = page.attribute(attribute, of: index)?.lowercased() else { continue }
      let key = name.hasPrefix("dcterms.") ? "dc." + name.dropFirst(8) : name
      if key == "citation_author" || key == "citation_authors" { citedAuthors.append(value) }
      if meta[key] == nil { meta[key] = value }
    }
  }

  private mutating func readLink(_ index: Int) {
    guard canonical == nil, let relation = page.attribute("rel", of: index),
      relation.lowercased().split(separator: " ").contains("canonical")
    else { return }
    canonical = page.attribute("href", of: index)
  }

  private mutating func readMarkup(_ index: Int) {
    func note(_ name: String, _ value: @autoclosure () -> String?) {
      if markup[name] == nil, let value = value(), !value.isEmpty { markup[name] = value }
    }
    if let property = page.attribute("itemprop", of: index) {
      for name in property.split(separator: " ") {
        switch name {
        case "author": note("author", page.words(of: index, limit: 200))
        case "datePublished":
          note(
            "published",
            page.attribute("datetime", of: index) ?? page.attribute("content", of: index)
              ?? page.words(of: index, limit: 100))
        default: break
        }
      }
    }
    if page.attribute("rel", of: index) == "author" {
      note("relation", page.words(of: index, limit: 200))
    }
    guard let value = page.attribute("class", of: index), markup["byline"] == nil else { return }
    let names = value.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }
    if names.contains("byline") || names.contains("author"), page.nodes[index].tag != .body,
      bylines < 20
    {
      bylines += 1
      let words = page.words(of: index, limit: 200)
      if words.split(separator: " ").count <= 12 { note("byline", words) }
    }
  }
}

extension PageDetails {
  /// The details, each by the order above.
  func details() -> IntakeDocument.Details {
    var details = IntakeDocument.Details()
    let site = first("og:site_name") ?? linked.publisher
    details.title = title(site: site)
    details.author = author()
    details.published = published()
    details.url = [canonical, meta["og:url"], linked.url].lazy.compactMap { $0 }
      .map { PlainWords.collapsed($0, limit: 2000) }.first { Self.host(of: $0) != nil }
    details.publisher =
      site ?? first("citation_publisher", "dc.publisher")
      ?? details.url.flatMap { Self.host(of: $0) }
    details.language = language()
    details.kind =
      linked.type.flatMap { LinkedData.kinds[$0] }.flatMap { $0.isEmpty ? nil : $0 }
      ?? (meta.keys.contains { $0.hasPrefix("citation_") } ? "academic" : nil)
    return details
  }

  private func first(_ names: String...) -> String? { names.lazy.compactMap { meta[$0] }.first }

  private func title(site: String?) -> String? {
    var headline = headlines.count == 1 ? headlines[0] : nil
    // Some sites have their own name as the headline of each page.
    if let name = headline, let siteTitle, siteTitle.utf8.count > name.utf8.count,
      siteTitle.hasSuffix(name)
    {
      headline = Self.withoutSite(siteTitle, name)
    }
    let given =
      linked.headline.map { PlainWords.collapsed($0, limit: 400) }
      ?? first("og:title", "twitter:title", "citation_title", "dc.title") ?? headline ?? siteTitle
    guard let given, !given.isEmpty else { return siteTitle ?? headlines.first }
    return Self.withoutSite(given, site)
  }

  /// `Title | The Paper` and `Title - The Paper` without the paper: what stands behind the last mark
  /// is taken off if it is the name of the site, or, where that is unknown, if it is the shorter part.
  private static func withoutSite(_ title: String, _ site: String?) -> String {
    for mark in [" | ", " – ", " — ", " - ", " :: ", " » "] {
      let parts = title.split(separator: mark)
      guard parts.count > 1, let last = parts.last else { continue }
      let rest = String(title.dropLast(last.count + mark.count))
      let isSite = site.map { $0.lowercased() == last.lowercased() } ?? false
      let isShort =
        last.split(separator: " ").count <= 4
        && rest.split(separator: " ").count > last.split(separator: " ").count
      if isSite || site == nil && isShort { return rest }
    }
    return title
  }

  private func author() -> String? {
    let names: [String]
    if !linked.authors.isEmpty {
      names = linked.authors
    } else if !citedAuthors.isEmpty {
      names = citedAuthors
    } else {
      let named = [
        meta["author"], meta["article:author"], meta["dc.creator"], markup["author"],
        markup["relation"], markup["byline"],
      ]
      names = named.compactMap { $0 }.filter { Self.host(of: $0) == nil }.prefix(1).map { $0 }
    }
    let plain = names.map { Self.withoutBy(PlainWords.collapsed($0, limit: 200)) }
      .filter { !$0.isEmpty && Self.host(of: $0) == nil }
    return plain.isEmpty ? nil : plain.joined(separator: ", ")
  }

  /// `By Jane Doe` is the line of Jane Doe.
  private static func withoutBy(_ line: String) -> String {
    for word in ["By ", "by ", "BY ", "Por ", "por ", "POR "] where line.hasPrefix(word) {
      return String(line.dropFirst(word.count))
    }
    return line
  }

  private func published() -> PartialDate? {
    if let published = linked.published { return published }
    let given =
      [
        "article:published_time", "og:article:published_time", "citation_publication_date",
        "citation_date", "citation_online_date", "dc.date", "dc.date.issued", "dc.issued",
        "dc.created", "datepublished",
      ].map { meta[$0] } + [markup["published"]]
      + [
        "date", "pubdate", "publishdate", "publish_date", "publish-date", "article.published",
        "parsely-pub-date", "sailthru.date", "date.issued", "last-modified",
      ].map { meta[$0] } + [firstTime]
    return given.lazy.compactMap { $0 }.compactMap(LooseDate.read).first
  }

  private func language() -> String? {
    let html = page.nodes.indices.first { page.nodes[$0].tag == .html }
    let given = [
      html.flatMap { page.attribute("lang", of: $0) ?? page.attribute("xml:lang", of: $0) },
      meta["og:locale"], meta["content-language"], linked.language, meta["dc.language"],
    ]
    return given.lazy.compactMap { $0 }.compactMap(LanguageTag.read).first
  }

  /// The host of an absolute address, without `www.`.
  static func host(of address: String) -> String? {
    let small = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { small.hasPrefix($0) }) else {
      return nil
    }
    let host = small.dropFirst(scheme.count).prefix { !"/?#:".contains($0) }
    guard host.contains("."), !host.contains("@"), !host.contains(" ") else { return nil }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }
}
