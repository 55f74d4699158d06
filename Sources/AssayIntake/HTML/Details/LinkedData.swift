import AssayModel
import AssayText

/// What a page says of itself as JSON-LD, by the words of schema.org.
struct LinkedData {
  private(set) var type: String?
  private(set) var headline: String?
  private(set) var authors: [String] = []
  private(set) var published: PartialDate?
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var language: String?
  /// The whole text, which some pages give here alone.
  private(set) var body: String?
  /// Where the script with the body stands in the page.
  private(set) var bodySpan: Span?
  /// The objects with names of their own, which others refer to by them.
  private var named: [String: JSONNode] = [:]

  /// Reads the scripts of a page; one that is no JSON is passed over.
  init(_ scripts: [(text: [UInt8], span: Span)]) {
    var found: [(object: JSONNode, span: Span)] = []
    for (text, span) in scripts {
      // Line breaks within texts are common and forbidden.
      let clean = text.map { $0 < 0x20 ? 0x20 : $0 }
      guard
        let node = try? JSONReader.value(
          of: SourceText(name: "JSON-LD", bytes: clean), code: .unreadableDocument)
      else { continue }
      var objects: [JSONNode] = []
      Self.gather(node, into: &objects)
      found += objects.map { ($0, span) }
    }
    for (object, _) in found { note(object, depth: 4) }
    for (object, span) in found where type == nil { read(object, span) }
  }

  /// Types that are documents, with the kind of source that they make it; empty for any kind.
  static let kinds: [String: String] = [
    "NewsArticle": "news", "ReportageNewsArticle": "news", "AnalysisNewsArticle": "news",
    "BackgroundNewsArticle": "news", "OpinionNewsArticle": "news", "ReviewNewsArticle": "news",
    "BlogPosting": "blog", "LiveBlogPosting": "news", "ScholarlyArticle": "academic",
    "MedicalScholarlyArticle": "academic", "SocialMediaPosting": "social",
    "DiscussionForumPosting": "social", "Dataset": "dataset", "Article": "",
    "TechArticle": "", "Report": "", "AdvertiserContentArticle": "",
  ]

  /// The objects of a value, those of `@graph` among them.
  private static func gather(_ node: JSONNode, into objects: inout [JSONNode]) {
    switch node.value {
    case .list(let items): for item in items { gather(item, into: &objects) }
    case .object(let members):
      objects.append(node)
      if let graph = members.first(where: { $0.name == "@graph" }) {
        gather(graph.value, into: &objects)
      }
      if let entity = members.first(where: { $0.name == "mainEntity" }) {
        gather(entity.value, into: &objects)
      }
    default: break
    }
  }

  /// Notes an object, and those within it, by the name that others refer to it by.
  private mutating func note(_ node: JSONNode, depth: Int) {
    switch node.value {
    case .object(let members):
      if let id = Self.id(of: node), named[id] == nil,
        members.contains(where: { $0.name == "name" })
      {
        named[id] = node
      }
      guard depth > 0 else { return }
      for member in members { note(member.value, depth: depth - 1) }
    case .list(let items):
      guard depth > 0 else { return }
      for item in items { note(item, depth: depth - 1) }
    default: break
    }
  }

  private static func id(of node: JSONNode?) -> String? {
    if case .text(let id)? = member("@id", of: node)?.value { id } else { nil }
  }

  private mutating func read(_ object: JSONNode, _ span: Span) {
    let types = texts(Self.member("@type", of: object)).map {
      String($0.split(separator: "/").last ?? "")
    }
    guard let type = types.first(where: { Self.kinds[$0] != nil }) else { return }
    self.type = type
    func text(_ name: String) -> String? { texts(Self.member(name, of: object)).first }
    headline = (text("headline") ?? text("name")).map { PlainWords.decoded($0) }
    authors = texts(Self.member("author", of: object))
    if authors.isEmpty { authors = texts(Self.member("creator", of: object)) }
    authors = authors.map { PlainWords.decoded($0) }
    published = (text("datePublished") ?? text("dateCreated")).flatMap(LooseDate.read)
    publisher = text("publisher").map { PlainWords.decoded($0) }
    url =
      address(Self.member("url", of: object))
      ?? address(Self.member("mainEntityOfPage", of: object))
    language = text("inLanguage")
    body = text("articleBody")
    if body != nil { bodySpan = span }
  }

  private static func member(_ name: String, of node: JSONNode?) -> JSONNode? {
    guard case .object(let members)? = node?.value else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// Texts, names of things, or a list of either.
  private func texts(_ node: JSONNode?) -> [String] {
    switch node?.value {
    case .text(let text): [text]
    case .list(let items): items.flatMap { texts($0) }
    case .object:
      texts(
        Self.member("name", of: node)
          ?? Self.id(of: node).flatMap { Self.member("name", of: named[$0]) })
    default: []
    }
  }

  private func address(_ node: JSONNode?) -> String? {
    switch node?.value {
    case .text(let text): text
    case .object: Self.id(of: node)
    default: nil
    }
  }
}
