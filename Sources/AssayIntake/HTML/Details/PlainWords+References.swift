import AssayText

extension PlainWords {
  /// Words in which the references of HTML are decoded: some pages write `&amp;` where it means
  /// nothing, as in JSON.
  static func decoded(_ words: String) -> String {
    guard let mark = words.utf8.firstIndex(of: UInt8(ascii: "&")),
      words.utf8[mark...].contains(UInt8(ascii: ";")), words.utf8.count < 4000
    else { return words }
    // What looks like a tag is none here.
    let page = try? HTMLPage(
      Array("<body>".utf8) + Array(words.replacing("<", with: "&lt;").utf8), name: "", .standard)
    guard let page, let body = page.nodes.indices.first(where: { page.nodes[$0].tag == .body })
    else { return words }
    return page.words(of: body, limit: 2000)
  }
}
