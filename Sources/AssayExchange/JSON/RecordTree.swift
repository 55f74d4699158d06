import AssayLanguage
import AssayModel
import AssayText

/// Records as structured values: the fields of a record as the members of an object.
///
/// A text is a text, a date a text in EDTF, a list a list, a reference the id, a flag `true`; what
/// has parts is an object: `{"subject": …, "predicate": …, "object": …, "value": {"figure": …}}`.
package enum RecordTree {
  /// The columns and fields of a record behind its id, in their order.
  package static func members(of record: Record) -> [JSONNode.Member] {
    guard let columns = RecordColumns(record.kind) else { return [] }
    var members = zip(columns.header, RecordColumns.headerCells(of: record)).map {
      JSONNode.Member($0, "\($1)")
    }
    let record = record.canonical
    var index = record.fields.startIndex
    while index < record.fields.endIndex {
      let place = record.fields[index].index
      let end = record.fields[index...].firstIndex { $0.index != place } ?? record.fields.endIndex
      let values = record.fields[index..<end].map(\.value)
      index = end
      guard let place else {
        members.append(
          JSONNode.Member(RecordColumns.qualifiers, JSONNode(.list(values.map { node($0, nil) }))))
        continue
      }
      let field = columns.spec.fields[place]
      members.append(
        JSONNode.Member(
          field.name,
          field.repeats
            ? JSONNode(.list(values.map { node($0, field.form) })) : node(values[0], field.form)))
    }
    return members
  }

  private static func node(_ value: FieldValue, _ form: FieldForm?) -> JSONNode {
    switch value {
    case .text(let text): return "\(text)"
    case .texts(let texts): return .texts(texts)
    case .words(let words):
      if case .word? = form, words.count == 1 { return "\(words[0])" }
      return .texts(words)
    case .date(let date): return "\(date.description)"
    case .number(let number): return JSONNode(.number(String(number)))
    case .flag: return .yes
    case .references(let references):
      if case .reference? = form, references.count == 1 { return "\(references[0].id)" }
      return .texts(references.map(\.id))
    case .chain(let speaker, let via):
      return .object(
        ("speaker", "\(speaker.id)"), ("via", via.isEmpty ? nil : .texts(via.map(\.id))))
    case .fact(let fact): return node(fact)
    case .answer(let question, let answer):
      return .object(("question", "\(question.id)"), ("answer", "\(answer.id)"))
    case .option(let id, let text): return .object(("id", "\(id.id)"), ("text", "\(text)"))
    case .derivation(let source, let how):
      return .object(("source", "\(source.id)"), ("how", "\(how)"))
    case .qualifier(let qualifier):
      return .object(
        ("predicate", "\(qualifier.predicate.id)"),
        ("object", qualifier.object.map { "\($0.id)" }), ("value", qualifier.value.map(node)))
    }
  }

  private static func node(_ fact: Fact) -> JSONNode {
    .object(
      ("denied", fact.isDenied ? .yes : nil), ("subject", "\(fact.subject.id)"),
      ("predicate", "\(fact.predicate.id)"), ("object", fact.object.map { "\($0.id)" }),
      ("value", fact.value.map(node)))
  }

  /// What a fact says beside its object. `figure` says all; the ends of what it may mean, in the
  /// base unit, and its unit are there for programs that do not read figures.
  private static func node(_ value: FactValue) -> JSONNode {
    switch value {
    case .text(let text): return .object(("text", "\(text)"))
    case .date(let date): return .object(("date", "\(date.description)"))
    case .figure(let figure):
      let words = Printer.text(of: value)
      return .object(
        ("figure", "\(words.hasPrefix("= ") ? String(words.dropFirst(2)) : words)"),
        ("low", number(figure.low)), ("high", number(figure.high)),
        ("unit", figure.unit.symbol.isEmpty ? nil : "\(figure.unit.symbol)"))
    }
  }

  private static func number(_ value: Double) -> JSONNode? {
    value.isFinite ? JSONNode(.number(Numeral.words(value))) : nil
  }
}
