import AssayLanguage
import AssayText

/// Commands that only a lesson has.
extension CommandSpec {
  static let hint = lesson(
    "hint", summary: "Helps with the task of the lesson, more with each time."
  ) { (guide) throws(Diagnostic) in try guide.hint() }

  static let skip = lesson(
    "skip", summary: "Shows the answer to the task of the lesson, and why, and goes on."
  ) { (guide) throws(Diagnostic) in try guide.skip() }

  static let repeating = lesson(
    "repeat", summary: "Shows the page or the task of the lesson again."
  ) { (guide) throws(Diagnostic) in try guide.again() }

  static let next = lesson(
    "next", summary: "Goes on with the lesson; so does Enter on an empty line."
  ) { (guide) throws(Diagnostic) in try guide.next() }

  private static func lesson(
    _ word: String, summary: String,
    run: @escaping @Sendable (LessonGuide) throws(Diagnostic) -> Void
  ) -> CommandSpec {
    CommandSpec(
      name: word, usage: word, summary: summary, example: word, needsPrompt: true
    ) { session, name, arguments throws(Diagnostic) in
      try session.requireNone(name, arguments)
      guard let guide = session.guide else {
        throw Diagnostic(
          .misplacedStatement, at: name.span, "`\(name.text)` belongs to a lesson",
          hint: "`assay teach` lists the lessons")
      }
      try run(guide)
    }
  }
}
