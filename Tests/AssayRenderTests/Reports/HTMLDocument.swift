/// A page read back strictly: what is not well formed, or not safe to open, is a fault.
struct HTMLDocument {
  /// What is wrong, each with the text around it.
  private(set) var faults: [String] = []
  /// How often each element is there.
  private(set) var elements: [String: Int] = [:]
  /// The attributes of each element, in order, with the element's name.
  private(set) var tags: [(name: String, attributes: [String: String])] = []
  /// The text between tags, scripts and style sheets aside, entities read.
  private(set) var text = ""
  private(set) var script = ""
  private(set) var ids: Set<String> = []
  private var targets: [String] = []
  private var open: [String] = []
  private var rest: ArraySlice<UInt8>

  private static let void: Set = ["meta", "br", "hr", "input", "link"]
  private static let forbidden: Set = ["img", "iframe", "object", "embed", "link", "base", "form"]
  private static let entities = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "#39": "'",
  ]

  init(_ page: String) {
    rest = Array(page.utf8)[...]
    if !take("<!DOCTYPE html>\n") { faults.append("no doctype") }
    while let byte = rest.first, faults.isEmpty {
      if byte == UInt8(ascii: "<") { readTag() } else { readText() }
    }
    if !open.isEmpty { faults.append("open at the end: \(open)") }
    for id in targets where !ids.contains(id) { faults.append("nothing has the id \(id)") }
  }

  private mutating func fail(_ words: String) {
    faults.append("\(words) before: \(String(decoding: rest.prefix(80), as: UTF8.self))")
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
    take { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  private mutating func readText() {
    let words = take { $0 != UInt8(ascii: "<") }
    if open.last == "script" {
      script += words
    } else if open.last != "style" {
      text += decoded(words)
    }
  }

  /// The words with their entities read; a bare ampersand is a fault.
  private mutating func decoded(_ words: String) -> String {
    var out = ""
    for (index, piece) in words.split(separator: "&", omittingEmptySubsequences: false).enumerated()
    {
      if index == 0 {
        out += piece
        continue
      }
      guard let end = piece.firstIndex(of: ";"),
        let character = Self.entities[String(piece[..<end])]
      else {
        fail("a bare ampersand in \(words)")
        return out
      }
      out += character + piece[piece.index(after: end)...]
    }
    return out
  }

  private mutating func readTag() {
    if open.last == "script", !rest.starts(with: "</script>".utf8) {
      script += take("<") ? "<" : ""
      return
    }
    if take("</") {
      let name = takeName()
      let last = open.popLast()
      if last != name || !take(">") { fail("</\(name)> closes \(last ?? "nothing")") }
      return
    }
    _ = take("<")
    let name = takeName()
    if name.isEmpty || Self.forbidden.contains(name) { return fail("<\(name)>") }
    var attributes: [String: String] = [:]
    while take(" ") || take("\n") {
      let key = takeName()
      guard !key.isEmpty, take("=\"") else { return fail("no attribute") }
      let value = take { $0 != UInt8(ascii: "\"") }
      guard take("\"") else { return fail("an open value") }
      if attributes.updateValue(decoded(value), forKey: key) != nil { fail("\(key) twice") }
      check(key, attributes[key] ?? "")
      if value.contains("<") { fail("a tag in \(value)") }
    }
    elements[name, default: 0] += 1
    tags.append((name, attributes))
    if take("/>") { return }
    guard take(">") else { return fail("<\(name) without an end") }
    if !Self.void.contains(name) { open.append(name) }
  }

  private mutating func check(_ key: String, _ value: String) {
    if key.hasPrefix("on") || key == "src" || key == "srcset" { fail("\(key)=\"\(value)\"") }
    if key == "id", !ids.insert(value).inserted { fail("the id \(value) twice") }
    if key == "aria-labelledby" { targets += value.split(separator: " ").map(String.init) }
    if key == "href", value.hasPrefix("#") {
      targets.append(String(value.dropFirst()))
    } else if key == "href", let end = value.firstIndex(where: { ":/?#".contains($0) }) {
      let scheme = value[...end].lowercased()
      let isKnown = ["http:", "https:", "mailto:"].contains(scheme)
      if value.hasPrefix("//") || value[end] == ":" && !isKnown { fail("a link to \(value)") }
    }
    for piece in value.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      guard piece.first == "#", let end = piece.firstIndex(of: ")") else { return fail(value) }
      targets.append(String(piece[piece.index(after: piece.startIndex)..<end]))
    }
  }
}
