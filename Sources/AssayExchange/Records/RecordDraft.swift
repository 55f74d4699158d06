import AssayLanguage
import AssayModel
import AssayText

/// A record on its way in: its parts as corpus text, each with its place in what is imported.
///
/// ``record(in:)`` reads it as the corpus would, so that whatever the corpus refuses is refused
/// here, and nothing in a part can become more than that part.
package struct RecordDraft {
  /// Words, and where they come from.
  package struct Part: Sendable {
    /// As corpus text has them.
    package let words: String
    /// Where they come from in the input.
    package let span: Span

    package init(_ words: String, at span: Span) { (self.words, self.span) = (words, span) }
  }

  /// What it becomes a record of.
  package let kind: RecordKind
  /// The id, without `@`.
  package let id: Part
  /// In the order of ``RecordColumns/header``.
  package let header: [Part]
  /// A field each, by its name, with what stands behind it; a name that no spec has is a predicate.
  package private(set) var fields: [(index: Int?, part: Part)] = []

  package init(_ kind: RecordKind, id: Part, header: [Part] = []) {
    (self.kind, self.id, self.header) = (kind, id, header)
  }

  /// Adds a field: the whole of its line in corpus text.
  ///
  /// - Parameter index: its place in the spec; `nil` for one that a predicate names.
  package mutating func add(_ index: Int?, _ line: String, at span: Span) {
    fields.append((index, Part(line, at: span)))
  }

  /// Adds a field whose name the spec has; another is passed over.
  package mutating func add(_ name: String, _ words: String, at span: Span) {
    guard let (index, _) = RecordSpec.of(kind)?.field(name) else { return }
    add(index, words.isEmpty ? name : name + " " + words, at: span)
  }

  /// Adds a text field.
  package mutating func add(_ name: String, text: String, at span: Span) {
    add(name, Printer.quoted(text), at: span)
  }

  /// The record that the corpus reads of it, its fields in the order of the spec.
  ///
  /// - Throws: what is wrong with it, at the place in `input` that the faulty part comes from.
  package func record(in input: SourceText) throws(Diagnostic) -> Record {
    for word in [id] + headerWords where !IDWord.fits(word.words) {
      throw Diagnostic.badImport("`\(word.words)` is no id", at: word.span).located(in: input)
    }
    let (text, starts) = self.text
    if let fault = text.encodingFault() {
      throw Diagnostic(fault.code, at: id.span, fault.message).located(in: input)
    }
    var parser = RecordParser(text)
    let item = parser.next()
    if let fault = parser.faults.first {
      let line = starts.lastIndex { $0 <= (fault.span?.start ?? 0) } ?? 0
      let place = line == 0 ? id.span : ordered[line - 1].part.span
      throw Diagnostic(fault.code, at: place, fault.message, hint: fault.hint).located(in: input)
    }
    let ordered = ordered
    guard case .record(let record)? = item, parser.next() == nil, parser.faults.isEmpty,
      record.id.id == id.words, RecordColumns.headerCells(of: record) == header.map(\.words)
    else {
      throw Diagnostic.badImport("this is not one \(kind.word)", at: id.span).located(in: input)
    }
    for (index, field) in ordered.enumerated()
    where index >= record.fields.count || record.fields[index].index != field.index {
      throw Diagnostic.badImport("this is not one field", at: field.part.span).located(in: input)
    }
    guard record.fields.count == ordered.count else {
      throw Diagnostic.badImport("a field of this \(kind.word) holds another", at: id.span)
        .located(in: input)
    }
    return record
  }

  private var ordered: [(index: Int?, part: Part)] {
    fields.enumerated().sorted { left, right in
      let places = (left.element.index ?? .max, right.element.index ?? .max)
      return places.0 != places.1 ? places.0 < places.1 : left.offset < right.offset
    }.map(\.element)
  }

  /// The parts before the brace that are bare words.
  private var headerWords: [Part] { kind == .question ? [] : header }

  /// The declaration, and where each of its lines begins.
  private var text: (SourceText, starts: [Int]) {
    var text = kind.word + " " + id.words
    let words = header.map(\.words)
    switch (kind, words.count) {
    case (.entity, 1): text += ": " + words[0]
    case (.question, 1): text += " " + Printer.quoted(words[0])
    case (.claim, 1): text += " from @" + words[0]
    case (.link, 3): text += " @\(words[0]) \(words[1]) @\(words[2])"
    case (.judgement, 2): text += " on \(words[0]) @\(words[1])"
    default: break
    }
    text += " {\n"
    var starts = [0]
    for field in ordered {
      starts.append(text.utf8.count)
      text += field.part.words + "\n"
    }
    return (SourceText(name: "", text + "}\n"), starts)
  }
}

extension Diagnostic {
  /// As with a line of JSONL that is a number.
  package static func badImport(
    _ message: String, at span: Span?, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.badImport, at: span, message, hint: hint)
  }
}
