import AssayModel
import AssayText

extension Diagnostic {
  /// As in `sorce defense-news { … }`.
  static func unknownRecordKind(_ name: Name) -> Diagnostic {
    let kinds = RecordSpec.all.map(\.kind.word) + ["use", "corpus"]
    return Diagnostic(
      .unknownRecordKind, at: name.span, "`\(name.text)` begins no declaration",
      hint: Spelling.closest(to: name.text, among: kinds).map { "did you mean `\($0)`?" }
        ?? "declarations: \(kinds.joined(separator: ", "))")
  }

  /// As in `source a { titel "…" }`.
  static func unknownField(_ name: Name, of kind: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownField, at: name.span,
      "\(kind == "entity" ? "an" : "a") \(kind) has no field `\(name.text)`",
      hint: Spelling.closest(to: name.text, among: known).map { "did you mean `\($0)`?" }
        ?? "fields: \(known.joined(separator: ", "))")
  }

  /// As in `kind newspaper`.
  static func unknownValue(_ name: Name, in list: ClosedList) -> Diagnostic {
    Diagnostic(
      .unknownValue, at: name.span, "`\(name.text)` is no \(list.name)",
      hint: Spelling.closest(to: name.text, among: list.words).map { "did you mean `\($0)`?" }
        ?? "one of: \(list.words.joined(separator: ", "))")
  }

  /// As in `source a { title "…"; title "…" }`.
  static func repeatedField(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(.repeatedField, at: span, "`\(name)` stands here twice")
  }

  /// As in `source a { kind news }`.
  static func missingField(_ field: FieldSpec, in record: Record) -> Diagnostic {
    Diagnostic(
      .missingField, at: record.id.span,
      "\(record.kind.word) `\(record.id.id)` lacks `\(field.name)`",
      hint: "write `\(field.usage)`")
  }

  /// As in `source a { title "…"` at the end of a file.
  static func unclosedRecord(at brace: Span) -> Diagnostic {
    Diagnostic(.unclosed, at: brace, "this brace is never closed", hint: "end the record with `}`")
  }

  /// As in `source a { title { "…" } }`.
  static func nestedBrace(at span: Span) -> Diagnostic {
    Diagnostic(
      .unexpectedToken, at: span, "a brace within a record",
      hint: "is the record before it closed with `}`?")
  }
}
