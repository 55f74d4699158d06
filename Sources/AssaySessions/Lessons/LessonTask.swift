import AssayText

/// A task of a lesson: a question whose answer is a program, judged by its result.
package struct LessonTask: Sendable {
  /// The words of its heading behind `Task`.
  package let name: String
  /// The line of its heading, from 1.
  package let line: Int
  /// What is asked, in Markdown.
  package let question: String
  /// Programs whose result is the answer; the first is the one that is shown.
  package let answers: [Answer]
  /// Programs whose result is none, with what there is to say to whoever tries them.
  package let mistakes: [Mistake]
  /// From gentle to plain.
  package let hints: [String]
  /// Why the answer is the answer.
  package let reason: String

  /// A program that answers.
  package struct Answer: Sendable {
    package let program: String
    package let rules: AnswerRules
    package let line: Int
  }

  /// A program that looks like an answer and is none.
  package struct Mistake: Sendable {
    package let program: String
    /// The words of the comments above the program.
    package let remark: String
    package let line: Int
  }
}

/// What an answer has to agree in beside its rows.
package struct AnswerRules: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The order of the rows.
  package static let ordered = AnswerRules(rawValue: 1)
  /// The names of the columns.
  package static let named = AnswerRules(rawValue: 2)
  /// No further columns.
  package static let exact = AnswerRules(rawValue: 4)

  /// The words behind `answer`.
  package static let words: [(word: String, rule: AnswerRules)] = [
    ("ordered", .ordered), ("named", .named), ("exact", .exact),
  ]
}
