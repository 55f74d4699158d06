/// How the marks of a series look: a colour that the colour-blind tell apart, and a form for those
/// who see no colours at all.
///
/// - SeeAlso: M. Okabe and K. Ito, *Color Universal Design* (2008).
struct SVGPattern {
  /// The number of the look; looks repeat after 56 series.
  let number: Int

  init(series: Int) { number = abs(series % 56) }

  /// The lightest come last; black is left to the text.
  private static let colors = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442",
  ]

  /// Strokes on a tile of eight by eight.
  private static let forms = [
    "", "M-2 2L2 -2M0 8L8 0M6 10L10 6", "M0 2H8M0 6H8", "M2 0V8M6 0V8",
    "M-2 6L2 10M0 0L8 8M6 -2L10 2", "M1 2H3M5 6H7", "M0 4H8M4 0V8", "M0 0L8 8M0 8L8 0",
  ]

  private static let dashes = ["", "7 3", "2 3", "9 3 2 3"]

  var color: String { Self.colors[number % Self.colors.count] }
  var id: String { "assay-\(number)" }
  var isPlain: Bool { form.isEmpty }

  /// The dashes of a line in this look.
  var dash: String {
    let dash = Self.dashes[number % Self.dashes.count]
    return dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
  }

  private var form: String {
    Self.forms[(number % Self.colors.count + number / Self.colors.count) % Self.forms.count]
  }

  /// The element that ``SVGPicture/filling(_:)`` refers to.
  var definition: String {
    let isDark = number % Self.colors.count < 3
    let ink = isDark ? "#fff" : "#000"
    return """
      <pattern id="\(id)" width="8" height="8" patternUnits="userSpaceOnUse">\
      <rect width="8" height="8" fill="\(color)"/>\
      <path d="\(form)" fill="none" stroke="\(ink)" stroke-opacity="0.7" stroke-width="1.5"/>\
      </pattern>

      """
  }
}
