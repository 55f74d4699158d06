import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct PageDetailsTests {
  /// Heads of pages, from the place that counts most to the one that counts least.
  static let table: [(head: String, detail: String)] = [
    (
      """
      <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "V"},
      {"@type": ["NewsArticle"], "headline": "A &amp; B", "datePublished": "2023-06-05T10:00:00Z",
      "author": [{"@type": "Person", "name": "Ana Ruiz"}, {"name": "Bo Lee"}],
      "publisher": {"name": "Valley"}, "mainEntityOfPage": {"@id": "https://v.example/a"},
      "inLanguage": "es"}]}</script><meta property="og:title" content="Other">
      """,
      "A & B · Ana Ruiz, Bo Lee · 2023-06-05 · Valley · https://v.example/a · es · news"
    ),
    (
      """
      <title>T - Valley</title><meta property="og:title" content="T of the day | Valley">
      <meta property="og:site_name" content="Valley"><meta name="author" content="By Ana Ruiz">
      <meta property="article:published_time" content="2023-06-05T10:00:00+02:00">
      <link rel="canonical" href="https://www.v.example/a?x=1&amp;y=2">
      <meta property="og:locale" content="en_US">
      """,
      "T of the day · Ana Ruiz · 2023-06-05 · Valley · https://www.v.example/a?x=1&y=2 · en-US · -"
    ),
    (
      """
      <meta name="citation_title" content="On rivers"><meta name="citation_author" content="Ruiz, A.">
      <meta name="citation_author" content="Lee, B."><meta name="citation_publication_date"
      content="2019/3"><meta name="DC.language" content="en">
      """, "On rivers · Ruiz, A., Lee, B. · 2019-03 · - · - · en · academic"
    ),
    (
      """
      <title>Bridge closes to all traffic – The Valley Gazette</title>
      <meta property="og:url" content="http://www.gazette.example/b">
      <meta name="date" content="2023-02-30"><link rel=canonical href="/relative">
      """,
      "Bridge closes to all traffic · - · - · gazette.example · http://www.gazette.example/b · - · -"
    ),
    (
      """
      <title>Gazette</title></head><body><h1>Bridge closes</h1><span class="byline">By Ana Ruiz</span>
      <time datetime="2023-06-05T10:00">June</time>
      """, "Bridge closes · Ana Ruiz · 2023-06-05 · - · - · - · -"
    ),
    (
      """
      <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
      "headline": "Bridge &#8220;closed&#8221;", "author": {"@id": "#a"},
      "publisher": {"@id": "#p"}}, {"@id": "#a", "@type": "Person", "name": "Ana Ru&iacute;z"},
      {"@id": "#p", "@type": "Organization", "name": "V &amp; W"}]}</script>
      """, "Bridge “closed” · Ana Ruíz · - · V & W · - · - · news"
    ),
    (
      """
      <meta property="og:title" content="A &amp;amp; B &amp;lt; C"><meta name=author
      content="Ana Ru&amp;iacute;z"><meta property="og:url" content="https://v.example/?a=1&amp;copy=2;">
      """, "A & B < C · Ana Ruíz · - · v.example · https://v.example/?a=1&copy=2; · - · -"
    ),
    (
      "<script type='application/ld+json'>{broken</script><title>One</title>",
      "One · - · - · - · - · - · -"
    ),
  ]

  @Test(arguments: table)
  func comeFromTheFirstPlaceThatHasThem(head: String, detail: String) throws {
    let page = head + "<p>The council met on Monday and decided that the bridge will be closed."
    let details = try Reading.one(page).details
    let found = [
      details.title, details.author, details.published?.description, details.publisher, details.url,
      details.language, details.kind,
    ]
    #expect(found.map { $0 ?? "-" }.joined(separator: " · ") == detail)
  }
}
