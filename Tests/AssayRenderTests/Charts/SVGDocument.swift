/// A picture read back strictly: what is not well formed, or not safe to open, is a fault.
struct SVGDocument {
  /// What is wrong, each with the text around it.
  private(set) var faults: [String] = []
  private(set) var elements: [String: Int] = [:]
  private(set) var root: [String: String] = [:]
  private var ids: Set<String> = []
  private var references: Set<String> = []
  private var open: [String] = []
  private var rest: ArraySlice<UInt8>

  private static let numbers: Set = [
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "dx", "dy",
    "stroke-width", "fill-opacity", "stroke-opacity", "opacity", "font-size",
  ]
  private static let lists: Set = ["d", "points", "transform", "viewBox", "stroke-dasharray"]
  private static let forbidden: Set = [
    "script", "image", "foreignObject", "use", "a", "iframe", "animate", "set",
  ]
  private static let entities: Set = ["lt", "gt", "amp", "quot", "apos", "#39"]

  init(_ text: String) {
    rest = Array(text.utf8)[...]
    for scalar in text.unicodeScalars where !Self.isAllowed(scalar) {
      faults.append("U+\(String(scalar.value, radix: 16)) in XML")
    }
    while let byte = rest.first, faults.isEmpty {
      if byte == UInt8(ascii: "<") { readTag() } else { readText() }
    }
    if !open.isEmpty { faults.append("open at the end: \(open)") }
    for id in references.subtracting(ids).sorted() { faults.append("nothing has the id \(id)") }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x20...0x7E, 0xA0...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  private mutating func fail(_ words: String) {
    faults.append("\(words) before: \(String(decoding: rest.prefix(60), as: UTF8.self))")
  }

  private mutating func take(_ word: String) -> Bool {
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  private mutating func take(while isPart: (UInt8) -> Bool) -> String {
    let part = rest.prefix(while: isPart)
    rest = rest.dropFirst(part.count)
    return String(decoding: part, as: UTF8.self)
  }

  private mutating func takeName() -> String {
    take {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
  }

  private mutating func readText() {
    let text = take { $0 != UInt8(ascii: "<") }
    checkEntities(of: text)
    if open.isEmpty, text.contains(where: { !$0.isWhitespace }) { fail("text outside") }
    if open.last == "style", text.contains("@import") || text.contains("url(") {
      fail("a style that loads")
    }
  }

  private mutating func checkEntities(of text: String) {
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: ";"), Self.entities.contains(String(piece[..<end]))
      else { return fail("a bare ampersand in \(text)") }
    }
  }

  private mutating func readTag() {
    if take("</") {
      let name = takeName()
      if open.popLast() != name || !take(">") { fail("</\(name)> closes nothing") }
      return
    }
    _ = take("<")
    let name = takeName()
    if name.isEmpty || Self.forbidden.contains(name) { fail("<\(name)>") }
    if open.isEmpty, !elements.isEmpty { fail("a second root") }
    var attributes: [String: String] = [:]
    while take(" ") {
      let key = takeName()
      guard !key.isEmpty, take("=\"") else { return fail("no attribute") }
      let value = take { $0 != UInt8(ascii: "\"") }
      guard take("\"") else { return fail("an open value") }
      if attributes.updateValue(value, forKey: key) != nil { fail("\(key) twice") }
      check(key, value)
    }
    if elements.isEmpty { root = attributes }
    elements[name, default: 0] += 1
    if take("/>") { return }
    guard take(">") else { return fail("<\(name) without an end") }
    open.append(name)
  }

  private mutating func check(_ key: String, _ value: String) {
    checkEntities(of: value)
    if key.hasPrefix("on") || key.contains("href") || value.contains("<") {
      fail("\(key)=\"\(value)\"")
    }
    if key == "id", !ids.insert(value).inserted { fail("the id \(value) twice") }
    if Self.numbers.contains(key), Double(value).map(\.isFinite) != true {
      fail("\(key)=\"\(value)\" is no number")
    }
    if Self.lists.contains(key), value.lowercased().contains("nan") || value.contains("inf") {
      fail("\(key)=\"\(value)\" has what is no number")
    }
    for piece in value.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      guard piece.first == "#", let end = piece.firstIndex(of: ")") else {
        return fail("\(key)=\"\(value)\" loads")
      }
      references.insert(String(piece[piece.index(after: piece.startIndex)..<end]))
    }
  }
}
