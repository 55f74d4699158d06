import AssayModel

extension Printer {
  /// What stands after the name of a field: `2012-10-07`, `"a", "b"`.
  package static func text(of value: FieldValue, as form: FieldForm?) -> String {
    words(of: value, as: form)
  }

  /// What a fact says beside its object, its sign included: `= 84 million USD`.
  package static func text(of value: FactValue) -> String { words(of: value) }

  /// A record with one field a line.
  mutating func print(_ record: Record) {
    text += record.kind.word + " " + record.id.id + Self.words(of: record.header)
    let fields = RecordSpec.of(record.kind)?.fields ?? []
    let lines = record.fields.map { field in
      guard let index = field.index, fields.indices.contains(index) else {
        return Self.words(of: field.value)
      }
      let words = Self.words(of: field.value, as: fields[index].form)
      return words.isEmpty ? fields[index].name : fields[index].name + " " + words
    }
    printBody(lines)
  }

  mutating func print(_ header: CorpusHeader) {
    text += "corpus " + header.id.id
    printBody(
      [
        header.title.map { "title " + Self.quoted($0) },
        header.note.map { "note " + Self.quoted($0) },
      ]
      .compactMap(\.self)
        + header.rates.map { "rate \($0.from) = \($0.to) on \($0.date)" })
  }

  private mutating func printBody(_ lines: [String]) {
    if lines.isEmpty { return }
    text += " {\n"
    for line in lines { text += "  " + line + "\n" }
    text += "}"
  }

  private static func words(of header: Record.Header) -> String {
    switch header {
    case .none: ""
    case .entity(let kind): ": " + kind
    case .question(let words): " " + quoted(words)
    case .claim(let source): " from @" + source.id
    case .link(let claim, let relation, let other): " @\(claim.id) \(relation) @\(other.id)"
    case .judgement(let kind, let judged): " on \(kind.word) @\(judged.id)"
    }
  }

  /// What stands after the name of a field.
  private static func words(of value: FieldValue, as form: FieldForm? = nil) -> String {
    switch value {
    case .text(let words): quoted(words)
    case .texts(let texts): texts.map(quoted).joined(separator: ", ")
    case .words(let words): words.joined(separator: ", ")
    case .date(let date): date.description
    case .number(let number): String(number)
    case .flag: ""
    case .references(let references): words(of: references, as: form)
    case .chain(let speaker, let via):
      "@" + speaker.id + (via.isEmpty ? "" : " via " + words(of: via))
    case .fact(let fact): words(of: fact)
    case .answer(let question, let answer): "@\(question.id) \(answer.id)"
    case .option(let id, let words): id.id + " " + quoted(words)
    case .derivation(let source, let how): "from @\(source.id) \(how)"
    case .qualifier(let qualifier):
      joined(
        qualifier.predicate.id, qualifier.object.map { "@" + $0.id },
        qualifier.value.map { words(of: $0) })
    }
  }

  private static func words(of references: [Reference], as form: FieldForm? = nil) -> String {
    let names = references.map { "@" + $0.id }.joined(separator: ", ")
    switch form {
    case .references(_, let second?): return second + " " + names
    // A predicate is named bare, as in a fact.
    case .reference(.predicate) where references.allSatisfy({ token($0.id) == .word }):
      return references.map(\.id).joined(separator: ", ")
    default: return names
    }
  }

  private static func words(of fact: Fact) -> String {
    joined(
      fact.isDenied ? "not" : nil, "@" + fact.subject.id, fact.predicate.id,
      fact.object.map { "@" + $0.id }, fact.value.map { words(of: $0) })
  }

  private static func joined(_ parts: String?...) -> String {
    parts.compactMap(\.self).joined(separator: " ")
  }
}
