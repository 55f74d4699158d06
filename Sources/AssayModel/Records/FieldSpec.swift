/// A field of a record: how it is written, and what it is for.
package struct FieldSpec: Sendable {
  /// The word that begins it; `part of` and `derives from` are written with a second word.
  package let name: String
  package let form: FieldForm
  package let isRequired: Bool
  /// Whether it may stand several times.
  package let repeats: Bool
  package let summary: String

  init(
    _ name: String, _ form: FieldForm, required: Bool = false, repeats: Bool = false,
    _ summary: String
  ) {
    self.name = name
    self.form = form
    self.isRequired = required
    self.repeats = repeats
    self.summary = summary
  }

  /// How the field is written, as `describe` and the manual show it.
  package var usage: String { name + form.usage }
}

/// What stands after the name of a field.
package enum FieldForm: Sendable {
  case text
  case texts
  case tags
  case date
  case word(ClosedList)
  case words(ClosedList)
  /// A bare word of the list is the whole field: `one`, `many`.
  case flag
  case grade(ClosedRange<Int>)
  case reference(RecordKind)
  case references(RecordKind, second: String?)
  case chain
  case fact
  case answer
  case option
  case derivation

  fileprivate var usage: String {
    switch self {
    case .text: " \"…\""
    case .texts: " \"…\", \"…\""
    case .tags: " WORD, WORD"
    case .date: " DATE"
    case .word(let list): " " + (list.words.count > 7 ? "WORD" : list.words.joined(separator: "|"))
    case .words: " WORD, WORD"
    case .flag: ""
    case .grade(let range): " \(range.lowerBound)..\(range.upperBound)"
    case .reference(let kind): " @\(kind.word)"
    case .references(let kind, let second): (second.map { " " + $0 } ?? "") + " @\(kind.word), …"
    case .chain: " @speaker [via @entity, …]"
    case .fact: " [not] @subject PREDICATE [@object] [= VALUE]"
    case .answer: " @question ANSWER"
    case .option: " WORD \"…\""
    case .derivation: " from @source " + ClosedList.derivation.words.joined(separator: "|")
    }
  }
}
