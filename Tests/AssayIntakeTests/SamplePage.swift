/// A small page of a kind that the web has, and what is to be read of it.
struct SamplePage: Sendable {
  let name: String
  let page: String
  let text: String

  static let all: [SamplePage] = [
    news, blog, divisions, table, commented, banner, links, lists, broken, breaks, wrapper,
    headline, scripts, whole, spans, nested, listsApart, struck,
  ]

  static let long = """
    The council of the valley met on Monday evening and decided, as had been expected for weeks, \
    that the old bridge will be closed to cars.
    """
  static let second = """
    According to the office of works, at least 3,500 cars crossed it each day in the last year, \
    twice as many as in the year before.
    """

  static let news = SamplePage(
    name: "news with a sidebar",
    page: """
      <!doctype html><html lang=en><head><title>Bridge closes | Valley Gazette</title></head><body>
      <header><a href="/">Valley Gazette</a><nav><ul><li><a href="/n">News</a><li><a href="/s">Sport</a>
      </ul></nav></header><div class="row"><article><h1>Bridge closes</h1>
      <p class="byline">By Ana Ruiz</p><div class="share-bar"><a href="#">Tweet this story</a></div>
      <p>\(long)</p><aside class="promo"><p>Subscribe to our letter and get the news of the valley \
      every morning before breakfast, free of charge, for ever.</p></aside>
      <p>\(second)</p><h2>Critics</h2><p>Nobody asked us.</p><h3>Related</h3><ul><li>
      <a href="/1">Ferry ends after eighty years</a><li><a href="/2">Tolls divide the valley</a></ul>
      </article><div class="sidebar"><h3>Most read</h3><ol><li><a href="/q">Dog finds bone</a></ol>
      </div></div><footer><p>Copyright Valley Gazette. No part of it may be copied without the \
      permission of its owner.</p></footer></body></html>
      """,
    text: "# Bridge closes\n\n\(long)\n\n\(second)\n\n## Critics\n\nNobody asked us.\n")

  static let blog = SamplePage(
    name: "blog",
    page: """
      <html><body><div id=wrap><div id="main-menu"><a href=/>Home</a> <a href=/about>About</a></div>
      <div class="post"><h2 class="post-title"><a href="#b">On bridges</a></h2><p>\(long) <em>Really</em>.</p>
      <p>\(second)</p></div><div id="post-nav"><a href=/p>Older</a></div></div></body></html>
      """,
    text: "## On bridges\n\n\(long) Really.\n\n\(second)\n")

  static let divisions = SamplePage(
    name: "main text in divisions",
    page: """
      <div><div><span><a href=/>Home</a></span> <span><a href=/x>World</a></span></div>
      <div><div>\(long)</div><div>\(second)</div><div>He shrugged.</div></div></div>
      """,
    text: "\(long)\n\n\(second)\n\nHe shrugged.\n")

  static let table = SamplePage(
    name: "table",
    page: """
      <h1>Figures</h1><p>\(long)</p><table><tr><th>Village<th>1990<th>2020<tr><td>Upper<td>120<td>
      <p>90</p><tr><td>A | B<td>1,300<td></table><p>\(second)</p>
      """,
    text: """
      # Figures

      \(long)

      | Village | 1990 | 2020 |
      | --- | --- | --- |
      | Upper | 120 | 90 |
      | A \\| B | 1,300 | |

      \(second)

      """)

  static let commented = SamplePage(
    name: "page with comments",
    page: """
      <main><article><p>\(long)</p><p>\(second)</p></article><section id="comments"><h2>Comments</h2>
      <article class="comment"><p>I have lived here for forty years, and I have never seen such a \
      waste of public money.</p></article></section></main>
      """,
    text: "\(long)\n\n\(second)\n")

  static let banner = SamplePage(
    name: "cookie banner",
    page: """
      <div id="cookieConsent" role="dialog"><p>We use cookies to make this site work better for all \
      of its readers, and to learn how it is used by them.</p></div><div hidden>\(second)</div>
      <div style="display: none">\(second)</div><p>\(long)</p><p>Advertisement</p>
      <script>var x = "<p>\(second)</p>"</script><noscript><p>Turn on scripts.</p></noscript>
      """,
    text: "\(long)\n")

  static let links = SamplePage(
    name: "only links",
    page: "<h1>Index</h1><ul><li><a href=/1>First story</a><li><a href=/2>Second story</a></ul>",
    text: "# Index\n\n- First story\n- Second story\n")

  static let lists = SamplePage(
    name: "nested lists",
    page: """
      <p>\(long)</p><ol start=3><li>One lane<li>Paths<ul><li>for bicycles<li><p>for feet</p>\
      <p>and hooves</p></ul><li value=9>Lamps</ol><blockquote><p>It was good enough.</p>
      <p>It still is.</p></blockquote><p>\(second)</p>
      """,
    text: """
      \(long)

      3. One lane
      4. Paths
        - for bicycles
        - for feet

          and hooves
      9. Lamps

      > It was good enough.

      > It still is.

      \(second)

      """)

  static let broken = SamplePage(
    name: "broken markup",
    page: "<p>\(long)<p><b><i>\(second)</b></i></div></p><table><td>Cell</table><!-- no end",
    text: "\(long)\n\n\(second)\n\nCell\n")

  static let breaks = SamplePage(
    name: "paragraphs by line breaks",
    page: "<body>\(long)<br><br>\(second)<BR>&nbsp;<br/>Line one ends here.<br>Line two.",
    text: "\(long)\n\n\(second)\n\nLine one ends here.\nLine two.\n")

  static let wrapper = SamplePage(
    name: "a wrapper with a misleading name",
    page:
      "<div class='with-sidebar'><div class='sidebar page'><p>\(long)</p><p>\(second)</p></div></div>",
    text: "\(long)\n\n\(second)\n")

  static let headline = SamplePage(
    name: "headline apart from the text",
    page: "<header class=banner><h1>Bridge closes</h1></header><article><p>\(long)</p></article>",
    text: "# Bridge closes\n\n\(long)\n")

  static let dialog = SamplePage(
    name: "saved while a dialog was open",
    page: """
      <div aria-hidden=true class="with-sidebar sidebar"><p><span class="share">I share</span> \
      \(long)</p><p>\(second) <span class="sr-only">Opens elsewhere</span></p><div class="comments">
      <p>I have lived here for forty years, and I have never seen such a waste of public money.</p>
      </div></div><div role=dialog><p>Choose which of our cookies you allow, now or never.</p></div>
      """,
    text: "I share \(long)\n\n\(second)\n")
}
