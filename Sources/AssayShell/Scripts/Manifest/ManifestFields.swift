import AssayText

/// The members of an object of a manifest: each is taken once, and none may be left.
struct ManifestFields {
  private let node: JSONNode
  private var rest: [JSONNode.Member]

  /// - Throws: `brokenManifest` for what is no object.
  init(_ node: JSONNode) throws(Diagnostic) {
    self.node = node
    rest = try node.members()
  }

  /// The value of a name.
  ///
  /// - Throws: `brokenManifest` if it is not there.
  mutating func take(_ name: String) throws(Diagnostic) -> JSONNode {
    guard let value = takeIfThere(name) else {
      throw Diagnostic(
        .brokenManifest, at: Span(node.span.start, node.span.start + 1),
        "this object has no `\(name)`")
    }
    return value
  }

  /// The value of a name; `nil` if it is not there.
  mutating func takeIfThere(_ name: String) -> JSONNode? {
    guard let place = rest.firstIndex(where: { $0.name == name }) else { return nil }
    return rest.remove(at: place).value
  }

  /// Makes sure that nothing else is there.
  func finish() throws(Diagnostic) {
    guard let other = rest.first else { return }
    throw Diagnostic(
      .brokenManifest, at: other.nameSpan, "a manifest has nothing called `\(other.name)` here")
  }
}

extension JSONNode {
  func text() throws(Diagnostic) -> String {
    guard case .text(let text) = value, !text.utf8.contains(0) else { throw wrong("a text") }
    return text
  }

  func boolean() throws(Diagnostic) -> Bool {
    guard case .boolean(let isTrue) = value else { throw wrong("true or false") }
    return isTrue
  }

  /// A whole number, 0 or more.
  func integer() throws(Diagnostic) -> Int {
    guard case .number(let digits) = value, let number = Int(digits), number >= 0 else {
      throw wrong("a whole number")
    }
    return number
  }

  func list<Item>(
    _ read: (JSONNode) throws(Diagnostic) -> Item
  ) throws(Diagnostic) -> [Item] {
    guard case .list(let nodes) = value else { throw wrong("a list") }
    var items: [Item] = []
    for node in nodes { items.append(try read(node)) }
    return items
  }

  func members() throws(Diagnostic) -> [Member] {
    guard case .object(let members) = value else { throw wrong("an object") }
    return members
  }

  func parameters() throws(Diagnostic) -> [RunManifest.Parameter] {
    var found: [RunManifest.Parameter] = []
    for member in try members() {
      guard member.name.first?.isLetter == true else {
        throw Diagnostic(
          .brokenManifest, at: member.nameSpan, "`\(member.name)` is no name of a parameter")
      }
      found.append(RunManifest.Parameter(name: member.name, value: try member.value.text()))
    }
    return found
  }

  /// SHA-256 in hexadecimal.
  func digest() throws(Diagnostic) -> String {
    let digits = try text()
    let isDigest =
      digits.utf8.count == 64
      && digits.utf8.allSatisfy {
        $0 &- UInt8(ascii: "0") < 10 || $0 &- UInt8(ascii: "a") < 6
      }
    guard isDigest else { throw fault("this is no SHA-256 in hexadecimal") }
    return digits
  }

  /// A path that stays in its folder, and is not the manifest's own.
  func outputPath() throws(Diagnostic) -> String {
    let path = try text()
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let staysInside = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    guard staysInside, path != RunManifest.name else {
      throw fault("`\(path)` is no output of a run")
    }
    return path
  }

  func fault(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.brokenManifest, at: span, message, hint: hint)
  }

  private func wrong(_ wanted: String) -> Diagnostic {
    fault("\(wanted) should stand here, not \(kind)")
  }
}
