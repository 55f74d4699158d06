extension ReportBody {
  /// The picture, and what it shows as rows or lines for those who do not see it.
  mutating func append(_ chart: ReportChart) {
    chartCount += 1
    page.markup("<figure class=\"chart wide\" aria-labelledby=\"chart.")
    page.number(chartCount)
    page.markup(".title\">\n")
    page.markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"chart.")
    page.number(chartCount)
    page.markup(".title\">\n")
    page.append(markup: Self.naming(chart.svg, "chart.\(chartCount)."))
    page.markup("</div>\n")
    if let table = chart.table, !table.rows.isEmpty {
      page.markup("<details class=\"data\"><summary>The rows of this chart</summary>\n")
      append(table)
      page.markup("</details>\n")
    } else if !chart.facts.isEmpty {
      page.markup("<details class=\"data\"><summary>This chart in words</summary>\n<ul>\n")
      for fact in chart.facts {
        page.markup("<li>")
        page.text(fact)
        page.markup("</li>\n")
      }
      page.markup("</ul>\n</details>\n")
    }
    page.markup("</figure>\n")
  }

  /// The picture with ids of its own, so that those of several pictures do not meet.
  ///
  /// The ids of an ``SVGPicture`` begin with `assay-`. They are looked for within tags alone, where
  /// no text of a row ever stands.
  static func naming(_ svg: String, _ prefix: String) -> [UInt8] {
    let id = Array("assay-".utf8)
    let bytes = Array(svg.utf8)
    var named: [UInt8] = []
    named.reserveCapacity(bytes.count + bytes.count / 16)
    var isInTag = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isInTag, byte == id[0], bytes[index...].starts(with: id), isBeforeID(bytes[index - 1]) {
        named.append(contentsOf: prefix.utf8)
        index += id.count
        continue
      }
      if byte == UInt8(ascii: "<") { isInTag = true }
      if byte == UInt8(ascii: ">") { isInTag = false }
      named.append(byte)
      index += 1
    }
    return named
  }

  private static func isBeforeID(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: " ")
  }
}
