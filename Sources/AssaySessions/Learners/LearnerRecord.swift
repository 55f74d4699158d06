import AssayText

/// What a learner has done: the tasks with how each went, in the order in which they were met.
///
/// It is kept as text, a task on each line.
package struct LearnerRecord: Hashable, Sendable {
  package let name: String
  package private(set) var entries: [Entry] = []

  /// How a task went.
  package struct Entry: Hashable, Sendable {
    package let lesson: String
    package let task: String
    package var outcome = Outcome.open
    /// Results that were not the answer.
    package var tries = 0
    package var hints = 0
  }

  /// Where a task stands.
  package enum Outcome: String, CaseIterable, Sendable {
    case open, skipped, solved
  }

  package init(name: String) { self.name = name }

  /// How a task went so far.
  package subscript(lesson: String, task: String) -> Entry {
    get {
      entries.first { $0.lesson == lesson && $0.task == task } ?? Entry(lesson: lesson, task: task)
    }
    set {
      if let place = entries.firstIndex(where: { $0.lesson == lesson && $0.task == task }) {
        entries[place] = newValue
      } else {
        entries.append(newValue)
      }
    }
  }

  /// Forgets a lesson.
  package mutating func forget(_ lesson: String) { entries.removeAll { $0.lesson == lesson } }

  private static let heading = "assay learner 1\t"

  /// The text of its file.
  package var text: String {
    var text = Self.heading + Self.cell(name) + "\n"
    for entry in entries {
      text +=
        [
          Self.cell(entry.lesson), Self.cell(entry.task), entry.outcome.rawValue,
          String(entry.tries), String(entry.hints),
        ].joined(separator: "\t") + "\n"
    }
    return text
  }

  /// Reads the text of a file.
  ///
  /// - Throws: `badLearner` at the line that is none.
  package init(_ source: SourceText) throws(Diagnostic) {
    var start = 0
    var record: LearnerRecord?
    for bytes in source.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let span = Span(start, start + bytes.count)
      start = span.end + 1
      let line = String(decoding: bytes, as: UTF8.self)
      guard record != nil else {
        guard line.hasPrefix(Self.heading) else {
          throw Diagnostic(
            .badLearner, at: span, "this is no learner's file",
            hint: "`assay teach` writes them: the first line is `assay learner 1` and a name")
        }
        record = LearnerRecord(name: String(line.dropFirst(Self.heading.count)))
        continue
      }
      if line.isEmpty { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let outcome = Outcome(rawValue: cells[2]), let tries = Int(cells[3]),
        let hints = Int(cells[4]), tries >= 0, hints >= 0
      else {
        throw Diagnostic(
          .badLearner, at: span, "this is no line of a learner's file",
          hint:
            "a lesson, a task, `open`, `skipped` or `solved`, tries and hints, with tabs between")
      }
      record?[cells[0], cells[1]] = Entry(
        lesson: cells[0], task: cells[1], outcome: outcome, tries: tries, hints: hints)
    }
    guard let record else { preconditionFailure("a text has a first line") }
    self = record
  }

  /// Words without what would end a cell.
  private static func cell(_ words: String) -> String {
    String(words.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
