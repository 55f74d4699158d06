import AssayText

/// An SVG picture as it is drawn, from the top downwards.
///
/// Lengths are pixels. All text goes through ``escaped(_:)``, all numbers through
/// ``number(_:)``, so that the document is well formed whatever the rows hold.
struct SVGPicture {
  static let margin = 16.0
  /// The height of a line of text, and of what stands beside one.
  static let lineHeight = 18.0
  /// The width that a letter is given; letters of most typefaces are narrower.
  static let letterWidth = 7.0

  private(set) var width = 800.0
  /// Where the next part begins.
  private(set) var bottom = SVGPicture.margin
  private var body = ""
  private var fillings: Set<Int> = []

  /// Makes room down to `bottom`, and to the right up to `right`.
  mutating func extend(to bottom: Double, right: Double = 0) {
    self.bottom = max(self.bottom, bottom)
    width = max(width, right + Self.margin)
  }

  mutating func heading(_ words: String) {
    let limit = Int((width - 2 * Self.margin) / 9)
    text(
      Self.cut(words, to: limit), x: Self.margin, y: bottom + 14,
      "font-size=\"16\" font-weight=\"600\"")
    bottom += 30
  }

  /// Lines of text below the chart, broken where they are too long.
  mutating func caption(_ sentences: [String]) {
    let limit = Int((width - 2 * Self.margin) / Self.letterWidth)
    for sentence in sentences {
      for line in Self.wrapped(sentence, to: limit) {
        bottom += Self.lineHeight
        text(line, x: Self.margin, y: bottom - 4, "class=\"quiet\"")
      }
    }
    bottom += Self.margin
  }

  /// What is drawn inside is one mark, whose words are shown when it is pointed at.
  mutating func mark(_ words: String, _ draw: (inout SVGPicture) -> Void) {
    body += "<g><title>\(Self.escaped(words))</title>"
    draw(&self)
    body += "</g>\n"
  }

  mutating func text(
    _ words: String, x: Double, y: Double, anchor: String = "start", _ attributes: String = ""
  ) {
    let anchor = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    let more = attributes.isEmpty ? "" : " " + attributes
    let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    body += "<text \(place)\(anchor)\(more)>\(Self.escaped(words))</text>\n"
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ attributes: String
  ) {
    body += "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    body += " width=\"\(Self.number(max(width, 0)))\" height=\"\(Self.number(max(height, 0)))\""
    body += " \(attributes)/>\n"
  }

  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ attributes: String
  ) {
    body += "<line x1=\"\(Self.number(start.x))\" y1=\"\(Self.number(start.y))\""
    body += " x2=\"\(Self.number(end.x))\" y2=\"\(Self.number(end.y))\" \(attributes)/>\n"
  }

  /// A path through `points`, after one another.
  mutating func path(_ points: [(x: Double, y: Double)], isClosed: Bool, _ attributes: String) {
    let places = points.map { "\(Self.number($0.x)) \(Self.number($0.y))" }.joined(separator: "L")
    guard !places.isEmpty else { return }
    body += "<path d=\"M\(places)\(isClosed ? "Z" : "")\" \(attributes)/>\n"
  }

  mutating func circle(x: Double, y: Double, radius: Double, _ attributes: String) {
    body += "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\""
    body += " r=\"\(Self.number(radius))\" \(attributes)/>\n"
  }

  /// The attribute that fills with the colour and pattern of the series `index`.
  mutating func filling(_ index: Int) -> String {
    let pattern = SVGPattern(series: index)
    guard !pattern.isPlain else { return "fill=\"\(pattern.color)\"" }
    fillings.insert(pattern.number)
    return "fill=\"url(#\(pattern.id))\""
  }

  /// The whole document.
  func document(title: String, description: String) -> String {
    let (width, height) = (Self.number(self.width), Self.number(bottom))
    let patterns = fillings.sorted().map { SVGPattern(series: $0).definition }.joined()
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="assay" role="img" width="\(width)" \
      height="\(height)" viewBox="0 0 \(width) \(height)" \
      aria-labelledby="assay-title assay-description">
      <title id="assay-title">\(Self.escaped(title))</title>
      <desc id="assay-description">\(Self.escaped(description))</desc>
      \(Self.style)
      \(patterns.isEmpty ? "" : "<defs>\n\(patterns)</defs>\n")\
      <rect class="paper" width="\(width)" height="\(height)"/>
      \(body)</svg>

      """
  }

  private static let style = """
    <style>
    .assay { color: #1b1b1b; font: 12px system-ui, sans-serif; }
    .assay text { fill: currentColor; }
    .assay .paper { fill: #fff; }
    .assay .halo { stroke: #fff; stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }
    .assay .quiet { fill-opacity: 0.75; }
    .assay .grid { stroke: currentColor; stroke-opacity: 0.15; }
    .assay .axis { stroke: currentColor; stroke-opacity: 0.6; }
    @media (prefers-color-scheme: dark) {
    .assay { color: #e8e8e8; }
    .assay .paper { fill: #161616; }
    .assay .halo { stroke: #161616; }
    }
    </style>
    """
}
