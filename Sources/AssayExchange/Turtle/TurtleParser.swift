import AssayLanguage
import AssayModel
import AssayText

/// Reads Turtle (RDF 1.1 Turtle, W3C Recommendation of 2014) to a ``Graph``.
///
/// Names are taken as they stand behind their prefix or base, without the rules for `..` in paths.
struct TurtleParser {
  let bytes: [UInt8]
  var place: Int
  var graph = Graph()
  private var prefixes: [String: String] = [:]
  private var base = ""
  private var labels: [String: Int] = [:]
  private var blankCount = 0
  private var depth = 0

  /// How deep blank nodes and lists may be nested.
  private static let deepest = 64
  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  private static let xsd = "http://www.w3.org/2001/XMLSchema#"

  /// The graph of a text.
  ///
  /// - Throws: what is wrong first, and why the work was stopped.
  static func graph(of text: SourceText, _ monitor: WorkMonitor) throws -> Graph {
    var parser = TurtleParser(text)
    var count = 0
    while parser.skipSpace() {
      try monitor.check(at: count)
      count += 1
      try parser.statement()
    }
    return parser.graph
  }

  private init(_ text: SourceText) {
    bytes = text.bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  // MARK: Statements

  private mutating func statement() throws(Diagnostic) {
    let start = place
    if take("@prefix") {
      try prefix()
      try expect(".")
    } else if take("@base") {
      try self.setBase()
      try expect(".")
    } else if takeWord("prefix") {
      try prefix()
    } else if takeWord("base") {
      try self.setBase()
    } else {
      let before = graph.resources.count
      let isNode = next == UInt8(ascii: "[")
      let subject = try object()
      if case .literal = subject.term {
        throw .badImport("a value has no properties", at: subject.span)
      }
      _ = skipSpace()
      // A blank node with properties of its own may stand alone.
      if !(isNode && graph.resources.count > before && next == UInt8(ascii: ".")) {
        try properties(of: subject)
      }
      try expect(".")
    }
    if place == start { throw fault("this begins no statement") }
  }

  private mutating func prefix() throws(Diagnostic) {
    _ = skipSpace()
    let start = place
    let name = nameBytes()
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")), colon == name.endIndex - 1 else {
      throw .badImport("a prefix ends in `:`", at: Span(start, max(place, start + 1)))
    }
    _ = skipSpace()
    prefixes[String(decoding: name[..<colon], as: UTF8.self)] = try address()
  }

  private mutating func setBase() throws(Diagnostic) {
    _ = skipSpace()
    base = try address()
  }

  /// `PROPERTY OBJECT, OBJECT; PROPERTY OBJECT`.
  private mutating func properties(of subject: Graph.Object) throws(Diagnostic) {
    while true {
      _ = skipSpace()
      let name = try property()
      repeat {
        let object = try object()
        graph.add(subject, name, object)
      } while takeSign(",")
      guard takeSign(";") else { return }
      while takeSign(";") {}
      _ = skipSpace()
      if next == nil || next == UInt8(ascii: ".") || next == UInt8(ascii: "]") { return }
    }
  }

  private mutating func property() throws(Diagnostic) -> String {
    if next == UInt8(ascii: "a"), place + 1 >= bytes.count || bytes[place + 1].endsWord {
      place += 1
      return Self.rdf + "type"
    }
    if next == UInt8(ascii: "<") { return try address() }
    return try prefixedName()
  }

  // MARK: Objects

  private mutating func object() throws(Diagnostic) -> Graph.Object {
    _ = skipSpace()
    let start = place
    guard let byte = next else { throw fault("the text ends where a value should stand") }
    let term: Graph.Term
    switch byte {
    case UInt8(ascii: "<"): term = .name(try address())
    case UInt8(ascii: "["): term = try nested { parser throws(Diagnostic) in try parser.node() }
    case UInt8(ascii: "("): term = try nested { parser throws(Diagnostic) in try parser.list() }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): term = try literal()
    case _ where byte.isDigit || "+-.".utf8.contains(byte): term = try number()
    case UInt8(ascii: "_") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: ":"):
      term = .blank(try label())
    default:
      if takeWord("true") {
        term = .literal("true", type: Self.xsd + "boolean")
      } else if takeWord("false") {
        term = .literal("false", type: Self.xsd + "boolean")
      } else {
        term = .name(try prefixedName())
      }
    }
    return Graph.Object(term: term, span: Span(start, place))
  }

  private mutating func nested(
    _ read: (inout TurtleParser) throws(Diagnostic) -> Graph.Term
  ) throws(Diagnostic) -> Graph.Term {
    guard depth < Self.deepest else { throw fault("nested deeper than \(Self.deepest)") }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return try read(&self)
  }

  /// What stands behind `[`, and the `]`.
  private mutating func node() throws(Diagnostic) -> Graph.Term {
    let start = place - 1
    blankCount += 1
    let term = Graph.Term.blank(blankCount)
    if takeSign("]") { return term }
    try properties(of: Graph.Object(term: term, span: Span(start, place)))
    try expect("]")
    return term
  }

  /// What stands behind `(`, and the `)`.
  private mutating func list() throws(Diagnostic) -> Graph.Term {
    var items: [Graph.Object] = []
    while !takeSign(")") { items.append(try object()) }
    return .list(items)
  }

  private mutating func label() throws(Diagnostic) -> Int {
    place += 2
    let name = String(decoding: nameBytes(), as: UTF8.self)
    guard !name.isEmpty else { throw fault("a label should stand here") }
    if let known = labels[name] { return known }
    blankCount += 1
    labels[name] = blankCount
    return blankCount
  }

  private mutating func number() throws(Diagnostic) -> Graph.Term {
    let start = place
    var type = "integer"
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
    let first = place
    while next?.isDigit ?? false { place += 1 }
    if next == UInt8(ascii: "."), place + 1 < bytes.count, bytes[place + 1].isDigit {
      type = "decimal"
      place += 1
      while next?.isDigit ?? false { place += 1 }
    }
    guard place > first else { throw fault("no value begins so") }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      type = "double"
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      guard next?.isDigit ?? false else { throw fault("a digit should stand here") }
      while next?.isDigit ?? false { place += 1 }
    }
    return .literal(
      String(decoding: bytes[start..<place], as: UTF8.self), type: Self.xsd + type)
  }

  private mutating func literal() throws(Diagnostic) -> Graph.Term {
    let text = try quoted()
    if next == UInt8(ascii: "@") {
      place += 1
      guard !nameBytes().isEmpty else { throw fault("a language should stand here") }
      return .literal(text, type: nil)
    }
    guard take("^^") else { return .literal(text, type: Self.xsd + "string") }
    let type = next == UInt8(ascii: "<") ? try address() : try prefixedName()
    return .literal(text, type: type)
  }

  // MARK: Names

  private mutating func address() throws(Diagnostic) -> String {
    let name = try bracketed()
    let hasScheme = name.utf8.firstIndex(of: UInt8(ascii: ":")).map { colon in
      name.utf8[..<colon].allSatisfy { $0.isWordPart || "+-.".utf8.contains($0) }
    }
    return hasScheme ?? false ? name : base + name
  }

  private mutating func prefixedName() throws(Diagnostic) -> String {
    let start = place
    let name = nameBytes()
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else {
      place = start
      throw fault("a name should stand here", length: max(1, name.count))
    }
    let prefix = String(decoding: name[..<colon], as: UTF8.self)
    guard let address = prefixes[prefix] else {
      throw .badImport("the prefix `\(prefix):` is not declared", at: Span(start, place))
    }
    let local = name[(colon + 1)...].filter { $0 != UInt8(ascii: "\\") }
    return address + String(decoding: local, as: UTF8.self)
  }

  /// The bytes of a name with or without a prefix; a dot at its end ends the statement.
  private mutating func nameBytes() -> ArraySlice<UInt8> {
    let start = place
    while let byte = next {
      if byte == UInt8(ascii: "\\"), place + 1 < bytes.count {
        place += 2
      } else if byte.isWordPart || "-:.%".utf8.contains(byte) {
        place += 1
      } else {
        break
      }
    }
    while place > start, bytes[place - 1] == UInt8(ascii: ".") { place -= 1 }
    return bytes[start..<place]
  }
}

extension UInt8 {
  /// Whether a word of Turtle cannot go on with it.
  var endsWord: Bool { !isWordPart && self != UInt8(ascii: "-") && self != UInt8(ascii: ":") }
}
