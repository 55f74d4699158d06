import AssayText

/// A record as it was read from a file, before its references are looked up.
package struct Record: Sendable {
  package let kind: RecordKind
  package let id: Reference
  /// From the word that begins the declaration to the closing brace.
  package var span: Span
  /// The line on which it begins, from 1.
  package let line: Int
  package var header: Header
  package var fields: [Field] = []
  /// The ``WordHash`` of its words: a record that is read again and has the same says the same.
  package var textHash: Int64 = 0

  package init(kind: RecordKind, id: Reference, span: Span, line: Int, header: Header) {
    (self.kind, self.id, self.span, self.line) = (kind, id, span, line)
    self.header = header
  }

  /// What stands between the id and the brace.
  package enum Header: Sendable {
    case none
    case entity(kind: String)
    case question(text: String)
    case claim(source: Reference)
    case link(claim: Reference, relation: String, other: Reference)
    case judgement(of: RecordKind, Reference)
  }

  /// A field with its value.
  package struct Field: Sendable {
    /// Its place in the fields of the record's ``RecordSpec``; `nil` for a qualifier of a claim.
    package let index: Int?
    package let value: FieldValue
    package let span: Span

    package init(index: Int?, value: FieldValue, span: Span) {
      (self.index, self.value, self.span) = (index, value, span)
    }
  }

  /// The value of the first field with this index, or `nil`.
  package func value(at index: Int) -> FieldValue? {
    fields.first { $0.index == index }?.value
  }
}

/// The id of a record where it stands in a text.
package struct Reference: Hashable, Sendable {
  package let id: String
  package let span: Span

  package init(_ id: String, at span: Span) { (self.id, self.span) = (id, span) }
}

/// What a field says.
package enum FieldValue: Sendable {
  case text(String)
  case texts([String])
  case words([String])
  case date(PartialDate)
  case number(Int)
  case flag
  case references([Reference])
  case chain(speaker: Reference, via: [Reference])
  indirect case fact(Fact)
  case answer(question: Reference, answer: Reference)
  case option(id: Reference, text: String)
  case derivation(source: Reference, how: String)
  indirect case qualifier(Qualifier)
}

/// A claim's statement as data: `[not] SUBJECT PREDICATE [OBJECT] [OP VALUE]`.
package struct Fact: Sendable {
  package let isDenied: Bool
  package let subject: Reference
  package let predicate: Reference
  package let object: Reference?
  package let value: FactValue?
  package let valueSpan: Span?

  package init(
    isDenied: Bool, subject: Reference, predicate: Reference, object: Reference?,
    value: FactValue?, valueSpan: Span?
  ) {
    (self.isDenied, self.subject, self.predicate) = (isDenied, subject, predicate)
    (self.object, self.value, self.valueSpan) = (object, value, valueSpan)
  }
}

/// What a fact or a qualifier says beside its object.
package enum FactValue: Sendable {
  case figure(Quantity)
  case date(PartialDate)
  case text(String)
}

/// A further field of a claim that a declared predicate names: `purpose @counter-narcotics`.
package struct Qualifier: Sendable {
  package let predicate: Reference
  package let object: Reference?
  package let value: FactValue?

  package init(predicate: Reference, object: Reference?, value: FactValue?) {
    (self.predicate, self.object, self.value) = (predicate, object, value)
  }
}
