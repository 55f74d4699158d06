import AssayLanguage
import AssayModel

extension Record {
  /// The record with its fields in the order of the spec, those that predicates name behind them.
  package var canonical: Record {
    let isOrdered = zip(fields, fields.dropFirst()).allSatisfy { pair in
      (pair.0.index ?? .max) <= (pair.1.index ?? .max)
    }
    guard !isOrdered else { return self }
    var copy = self
    copy.fields = fields.enumerated().sorted { left, right in
      let places = (left.element.index ?? .max, right.element.index ?? .max)
      return places.0 != places.1 ? places.0 < places.1 : left.offset < right.offset
    }.map(\.element)
    return copy
  }

  /// The one text that the record has, however its fields are ordered and its lines are broken.
  package var canonicalText: String { Printer.text(of: .declaration(canonical)) }

  /// The records that this one refers to, in the order of its fields.
  package var references: [(kind: RecordKind, id: String)] {
    var found: [(kind: RecordKind, id: String)] = []
    switch header {
    case .claim(let source): found.append((.source, source.id))
    case .link(let claim, _, let other): found += [(.claim, claim.id), (.claim, other.id)]
    case .judgement(let kind, let judged): found.append((kind, judged.id))
    case .none, .entity, .question: break
    }
    let specs = RecordSpec.of(kind)?.fields ?? []
    for field in fields {
      switch field.value {
      case .references(let references):
        guard let index = field.index, specs.indices.contains(index) else { continue }
        switch specs[index].form {
        case .reference(let kind), .references(let kind, _):
          found += references.map { (kind, $0.id) }
        default: continue
        }
      case .chain(let speaker, let via): found += ([speaker] + via).map { (.entity, $0.id) }
      case .fact(let fact):
        found += [(.entity, fact.subject.id), (.predicate, fact.predicate.id)]
        if let object = fact.object { found.append((.entity, object.id)) }
      case .answer(let question, _): found.append((.question, question.id))
      case .derivation(let source, _): found.append((.source, source.id))
      case .qualifier(let qualifier):
        found.append((.predicate, qualifier.predicate.id))
        if let object = qualifier.object { found.append((.entity, object.id)) }
      case .text, .texts, .words, .date, .number, .flag, .option: continue
      }
    }
    return found
  }
}
