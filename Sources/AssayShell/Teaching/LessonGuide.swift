import AssayEngine
import AssayModel
import AssaySessions
import AssayText

/// Leads a learner through a lesson: shows its pages, runs its statements in the learner's own
/// shell, and judges each result while a task is open.
package final class LessonGuide {
  private unowned let session: Session
  private let lesson: Lesson
  private let file: LearnerFile
  private let view: ProseView
  private var record: LearnerRecord
  /// The part that is shown.
  private var place = 0
  private var hintsGiven = 0
  /// The results of the answers and of the mistakes of the task, once they were asked for.
  private var judged: (answers: [ResultRows], mistakes: [ResultRows?])?
  /// How many queries had been run when the task was last judged.
  private var seenQueries = 0
  /// Whether the learner is the one who enters statements now.
  private var isShowing = false

  /// - Throws: a record that cannot be read.
  package init(
    _ lesson: Lesson, in session: Session, recordedIn file: LearnerFile
  ) throws(Diagnostic) {
    (self.lesson, self.session, self.file) = (lesson, session, file)
    view = ProseView(width: session.terminal.width, isColored: session.paintsOutput)
    record = try file.read()
    // What cannot be written is told before anything was done.
    try file.write(record)
    session.showing.pager = .never
  }

  private var part: Lesson.Part? {
    lesson.parts.indices.contains(place) ? lesson.parts[place] : nil
  }

  private var task: LessonTask? {
    if case .task(let task) = part { task } else { nil }
  }

  /// Shows the beginning, or where the learner stopped.
  package func begin() throws(Diagnostic) {
    let done = lesson.parts.lastIndex { part in
      if case .task(let task) = part {
        record[lesson.id, task.name].outcome != .open
      } else {
        false
      }
    }
    guard let done else { return try show() }
    guard lesson.tasks.contains(where: { record[lesson.id, $0.name].outcome == .open }) else {
      try tell("You have done all tasks of “\(lesson.title)”; `--again` begins it anew.\n")
      return session.isOver = true
    }
    for case .page(let items) in lesson.parts[...done] { defineAgain(items) }
    place = done + 1
    try tell("\(lesson.title): on from where you stopped.\n")
    try place < lesson.parts.count ? show() : end()
  }

  /// Runs the definitions of pages that are not shown again.
  private func defineAgain(_ items: [SessionText.Item]) {
    for case .session(let block) in items {
      for step in block.steps
      where step.statement.hasPrefix("let ") || step.statement.hasPrefix("def ") {
        _ = try? session.run(SourceText(name: "<prompt>", step.statement))
      }
    }
  }

  /// Enter on an empty line, or `next`.
  package func next() throws(Diagnostic) {
    guard task == nil else {
      return try tell("An answer, `hint`, `skip`, or `repeat` to see the task again.\n")
    }
    place += 1
    try part == nil ? end() : show()
  }

  /// Whether an entry is one of the words of a lesson, however it is written, or empty; it is done
  /// then.
  package func takes(_ entry: String) throws(Diagnostic) -> Bool {
    switch entry.lowercased().filter(\.isLetter) {
    case "" where entry.allSatisfy(\.isWhitespace), "next": try next()
    case "hint": try hint()
    case "skip": try skip()
    case "repeat": try again()
    default: return false
    }
    return true
  }

  /// `hint`.
  func hint() throws(Diagnostic) {
    guard let task else { return try tell("There is no task here; Enter goes on.\n") }
    guard hintsGiven < task.hints.count else {
      return try tell("There are no more hints; `skip` shows the answer.\n")
    }
    try tell(view.prose(task.hints[hintsGiven]))
    hintsGiven += 1
    try note { $0.hints += 1 }
  }

  /// `skip`.
  func skip() throws(Diagnostic) {
    guard let task, let answer = task.answers.first else { return try next() }
    try note { if $0.outcome == .open { $0.outcome = .skipped } }
    try tell("The answer:\n\n")
    isShowing = true
    try enter(answer.program.trimmingLines)
    isShowing = false
    try tell("\n" + view.prose(task.reason))
    try goOn()
  }

  /// `repeat`.
  func again() throws(Diagnostic) { try show() }

  /// Looks at what the learner's last statement has shown.
  package func judge() throws(Diagnostic) {
    guard !isShowing, let task, session.queryCount > seenQueries, let query = session.lastQuery
    else { return }
    seenQueries = session.queryCount
    let given = try session.rows(of: query.query)
    let known = judged ?? results(of: task)
    judged = known
    let judgements = zip(known.answers, task.answers).map {
      AnswerJudge.judge(given, by: $0, $1.rules)
    }
    guard !judgements.contains(.right) else {
      try note { $0.outcome = .solved }
      try tell("\n" + view.right("Right.", view.prose("Right. " + task.reason)))
      return try goOn()
    }
    try note { $0.tries += 1 }
    let order = task.answers.reduce(AnswerRules.ordered) { $0.intersection($1.rules) }
    let mistake = zip(known.mistakes, task.mistakes).first { rows, _ in
      rows.map { AnswerJudge.judge(given, by: $0, order) == .right } ?? false
    }
    if let mistake { return try tell("\n" + view.prose("Not yet. " + mistake.1.remark)) }
    try tell("\nNot yet\(judgements.first.map { ": " + $0.words } ?? "").\n")
  }

  private func results(of task: LessonTask) -> (answers: [ResultRows], mistakes: [ResultRows?]) {
    func rows(_ program: String) -> ResultRows? {
      if case .rows(let rows) = session.result(of: program) { rows } else { nil }
    }
    return (task.answers.compactMap { rows($0.program) }, task.mistakes.map { rows($0.program) })
  }

  /// Changes what is recorded of the task, and writes the record.
  private func note(_ change: (inout LearnerRecord.Entry) -> Void) throws(Diagnostic) {
    guard let task else { return }
    change(&record[lesson.id, task.name])
    try file.write(record)
  }

  private func goOn() throws(Diagnostic) {
    place += 1
    try part == nil ? end() : show()
  }

  private func show() throws(Diagnostic) {
    switch part {
    case .page(let items): try show(items)
    case .task(let task):
      (hintsGiven, judged, seenQueries) = (0, nil, session.queryCount)
      try tell("\n" + view.heading("Task: " + task.name) + "\n" + view.prose(task.question))
      try tell(view.aside("(`hint` helps, `skip` shows the answer)") + "\n")
    case nil: try end()
    }
  }

  private func show(_ items: [SessionText.Item]) throws(Diagnostic) {
    isShowing = true
    for item in items {
      switch item {
      case .heading(_, let words, _): try tell("\n" + view.heading(words))
      case .prose(let words, _): try tell("\n" + view.prose(words))
      case .file, .block: break
      case .session(let block):
        try tell("\n")
        for step in block.steps { try enter(step.statement) }
      }
    }
    isShowing = false
    seenQueries = session.queryCount
    // A task that stands right below its text is shown with it.
    if case .task = lesson.parts.dropFirst(place + 1).first, !Self.endsInSession(items) {
      return try goOn()
    }
    try tell("\n" + view.aside("(Enter goes on)") + "\n")
  }

  private static func endsInSession(_ items: [SessionText.Item]) -> Bool {
    if case .session = items.last { true } else { false }
  }

  /// Runs a statement as if it were typed.
  private func enter(_ statement: String) throws(Diagnostic) {
    let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
    try tell(
      lines.enumerated().map { ($0.offset == 0 ? "assay> " : "     | ") + $0.element + "\n" }
        .joined())
    do throws(Exit) {
      try session.enter(SourceText(name: "<prompt>", statement))
    } catch {
      if error.code == .interrupted { throw .interrupted }
    }
  }

  private func end() throws(Diagnostic) {
    let entries = lesson.tasks.map { record[lesson.id, $0.name] }
    let solved = entries.count { $0.outcome == .solved }
    try tell(
      "\n" + view.heading("That was “\(lesson.title)”.")
        + "\(solved) of \(entries.count) tasks solved. `assay teach` lists the lessons.\n")
    session.isOver = true
  }

  private func tell(_ text: String) throws(Diagnostic) {
    try session.write(text)
    try session.finishShowing()
  }
}

extension String {
  /// The text without line ends behind it.
  fileprivate var trimmingLines: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
