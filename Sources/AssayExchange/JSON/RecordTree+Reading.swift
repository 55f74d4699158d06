import AssayLanguage
import AssayModel
import AssayText

extension RecordTree {
  /// The record that an object lays out, as ``members(of:)`` makes it.
  ///
  /// - Throws: what is wrong with its form; what the corpus thinks of it comes later.
  package static func draft(
    _ kind: RecordKind, _ id: JSONNode, _ object: JSONNode
  ) throws(Diagnostic) -> RecordDraft {
    guard let columns = RecordColumns(kind) else {
      throw .badImport("no record of this kind is written", at: id.span)
    }
    guard let members = object.members else {
      throw .badImport("expected an object of fields, not \(object.kind)", at: object.span)
    }
    var byName: [String: JSONNode] = [:]
    for member in members {
      if case .null = member.value.value { continue }
      guard columns.names.dropFirst().contains(member.name) else {
        throw .unknownImportField(member.name, columns, at: member.nameSpan)
      }
      byName[member.name] = member.value
    }
    var header: [RecordDraft.Part] = []
    for name in columns.header {
      guard let node = byName[name] else {
        throw .badImport("\(kind.word) lacks `\(name)`", at: id.span)
      }
      header.append(RecordDraft.Part(try text(node), at: node.span))
    }
    var draft = RecordDraft(kind, id: RecordDraft.Part(try text(id), at: id.span), header: header)
    for (index, field) in columns.spec.fields.enumerated() {
      guard let node = byName[field.name] else { continue }
      for item in try field.repeats ? items(node) : [node] {
        if case .flag = field.form, case .boolean(false) = item.value { continue }
        let words = try self.words(item, field.form)
        draft.add(index, words.isEmpty ? field.name : field.name + " " + words, at: item.span)
      }
    }
    for item in try byName[RecordColumns.qualifiers].map(items) ?? [] {
      let predicate = try Self.id(item, "predicate")
      draft.add(nil, predicate + (try objectAndValue(item)), at: item.span)
    }
    return draft
  }

  /// What stands behind the name of a field in corpus text.
  private static func words(_ node: JSONNode, _ form: FieldForm) throws(Diagnostic) -> String {
    switch form {
    case .text: return Printer.quoted(try text(node))
    case .texts:
      return try joined(node) { node throws(Diagnostic) in
        Printer.quoted(try text(node))
      }
    case .tags, .words:
      return try joined(node) { node throws(Diagnostic) in
        try bare(node)
      }
    case .word: return try bare(node)
    case .date: return try date(node)
    case .flag:
      guard case .boolean = node.value else { throw wrong(node, "true or false") }
      return ""
    case .grade:
      guard case .number(let digits) = node.value else { throw wrong(node, "a number") }
      return digits
    case .reference(.predicate): return try bare(node)
    case .reference: return "@" + (try bare(node))
    case .references(_, let second):
      let names = try joined(node) { node throws(Diagnostic) in
        "@" + (try bare(node))
      }
      return (second.map { $0 + " " } ?? "") + names
    case .chain:
      let via = try node["via"].map { node throws(Diagnostic) in
        try joined(node) { node throws(Diagnostic) in "@" + (try bare(node)) }
      }
      return "@" + (try id(node, "speaker")) + (via.map { $0.isEmpty ? "" : " via " + $0 } ?? "")
    case .fact:
      var isDenied = false
      if case .boolean(true)? = node["denied"]?.value { isDenied = true }
      return (isDenied ? "not @" : "@") + (try id(node, "subject")) + " "
        + (try id(node, "predicate")) + (try objectAndValue(node))
    case .answer: return "@" + (try id(node, "question")) + " " + (try id(node, "answer"))
    case .option:
      return try id(node, "id") + " " + Printer.quoted(try text(try member(node, "text")))
    case .derivation: return "from @" + (try id(node, "source")) + " " + (try id(node, "how"))
    }
  }

  private static func objectAndValue(_ node: JSONNode) throws(Diagnostic) -> String {
    var words = ""
    if let object = node["object"] { words += " @" + (try bare(object)) }
    guard let value = node["value"] else { return words }
    if let text = value["text"] { return words + " = " + Printer.quoted(try self.text(text)) }
    if let date = value["date"] { return words + " = " + (try self.date(date)) }
    guard let figure = value["figure"] else {
      throw wrong(value, "an object with `figure`, `date` or `text`")
    }
    let amount = try plain(figure, besides: " .,_%~<>=-")
    let hasSign = amount.first.map { "<>~".contains($0) } ?? false
    return words + (hasSign ? " " : " = ") + amount
  }

  // MARK: Pieces

  private static func text(_ node: JSONNode) throws(Diagnostic) -> String {
    guard let text = node.text else { throw wrong(node, "a text") }
    return text
  }

  /// A word that stands bare: an id, a word of a closed list.
  private static func bare(_ node: JSONNode) throws(Diagnostic) -> String {
    let word = try text(node)
    // A reference may begin with a digit, which no declaration does.
    guard IDWord.fits(word) || IDWord.fits("a" + word), !word.isEmpty else {
      throw .badImport("`\(word)` is no word", at: node.span)
    }
    return word
  }

  private static func date(_ node: JSONNode) throws(Diagnostic) -> String {
    try plain(node, besides: " -.~?/%")
  }

  /// A text of letters, digits and some signs, none of which ends a field.
  private static func plain(_ node: JSONNode, besides signs: String) throws(Diagnostic) -> String {
    let text = try text(node)
    let signs = Array(signs.utf8)
    guard !text.isEmpty, text.utf8.allSatisfy({ $0.isWordPart || signs.contains($0) }) else {
      throw .badImport("`\(text)` is neither a figure nor a date", at: node.span)
    }
    return text
  }

  private static func member(_ node: JSONNode, _ name: String) throws(Diagnostic) -> JSONNode {
    guard let member = node[name] else { throw wrong(node, "an object with `\(name)`") }
    return member
  }

  private static func id(_ node: JSONNode, _ name: String) throws(Diagnostic) -> String {
    try bare(try member(node, name))
  }

  private static func items(_ node: JSONNode) throws(Diagnostic) -> [JSONNode] {
    guard let items = node.items else { throw wrong(node, "a list") }
    return items
  }

  private static func joined(
    _ node: JSONNode, _ words: (JSONNode) throws(Diagnostic) -> String
  ) throws(Diagnostic) -> String {
    let items = try items(node)
    guard !items.isEmpty else { throw wrong(node, "a list that is not empty") }
    var all: [String] = []
    for item in items { all.append(try words(item)) }
    return all.joined(separator: ", ")
  }

  private static func wrong(_ node: JSONNode, _ expected: String) -> Diagnostic {
    .badImport("expected \(expected), not \(node.kind)", at: node.span)
  }
}

extension Diagnostic {
  /// As in `{"kind": "source", "id": "a", "fields": {"titel": "…"}}`.
  static func unknownImportField(
    _ name: String, _ columns: RecordColumns, at span: Span?
  ) -> Diagnostic {
    let known = Array(columns.names.dropFirst())
    return Diagnostic(
      .unknownField, at: span, "\(columns.kind.wordWithArticle) has no field `\(name)`",
      hint: Spelling.closest(to: name, among: known).map { "did you mean `\($0)`?" }
        ?? "fields: \(known.joined(separator: ", "))")
  }
}
