import AssayLanguage
import AssayModel
import AssayText

/// Columns that are called by the answers of a question.
enum AnswerColumns {
  /// How many answers a result may have a column for.
  static let most = 300

  /// A column for each answer, in their order.
  ///
  /// An answer that is called like another column gets a number: `source-2`.
  ///
  /// - Parameter others: The names of the other columns.
  static func columns(
    _ answers: [String], _ list: ClosedList, besides others: [String]
  ) -> [ColumnSpec] {
    // The store has a column `key` of its own, and keeps `file` elsewhere; to it capitals are alike.
    var taken = Set((others + ["key", "file"]).map { $0.lowercased() })
    return answers.map { answer in
      var (name, number) = (answer, 1)
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(answer)-\(number)"
      }
      return ColumnSpec(name, .word(list), required: true, "What is said to the answer.")
    }
  }
}

extension Binder {
  /// The question that a stage names, with its answers.
  mutating func question(
    _ arguments: inout StageArguments, in call: StageCall
  ) throws(Diagnostic) -> (key: Int64, answers: [String]) {
    let span = arguments.span
    let (key, id) = try record(&arguments, .question, in: call)
    let answers = vocabulary.answers(toQuestion: key)
    guard !answers.isEmpty else {
      throw Diagnostic(
        .questionWithoutAnswers, at: span, "question `@\(id)` has no answers",
        hint: "declare them in the question: `answer yes \"It does\"`")
    }
    return (key, answers)
  }

  /// A word that is none of those that a stage takes; it may be a question without its `@`.
  func unexpected(_ arguments: StageArguments, words: [String]) -> Diagnostic {
    guard let word = arguments.word, vocabulary.key(of: word.text, .question) != nil else {
      return arguments.unexpected(words: words)
    }
    return Diagnostic(
      .wrongArguments, at: word.span, "a question is written with `@`",
      hint: "did you mean `@\(word.text)`?")
  }

  /// Answers that have a column each, unless there are too many.
  func requireFew(
    _ answers: [String], at span: Span, hint: String
  ) throws(Diagnostic) {
    guard answers.count > AnswerColumns.most else { return }
    throw Diagnostic(
      .outOfRange, at: span,
      "the question has \(answers.count) answers; at most \(AnswerColumns.most) can be columns",
      hint: hint)
  }
}
