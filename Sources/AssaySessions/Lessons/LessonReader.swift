import AssayText

/// Puts the items of a session together to pages and tasks.
struct LessonReader {
  private(set) var title: String?
  private(set) var summary: String?
  private(set) var faults: [Diagnostic] = []
  private let text: SessionText
  private var page: [SessionText.Item] = []
  private var draft: Draft?
  private var found: [Lesson.Part] = []
  /// The corpus of the lesson: the shell that is opened first is the one of all of it.
  private var hasCorpus = false

  init(_ text: SessionText) { self.text = text }

  /// A task as far as it was read.
  private struct Draft {
    let name: String
    let line: Int
    let span: Span
    var question: [String] = []
    var answers: [LessonTask.Answer] = []
    var mistakes: [LessonTask.Mistake] = []
    var hints: [String] = []
    var reason: String?
  }

  mutating func parts() -> [Lesson.Part] {
    for item in text.items {
      switch item {
      case .heading(let level, let words, let line): heading(level, words, line, item)
      case .prose(let words, _):
        if draft == nil {
          if title != nil, summary == nil {
            summary = words.split(separator: "\n\n").first.map { String($0) }
          }
          page.append(item)
        } else {
          draft?.question.append(words)
        }
      case .session(let block): session(block, item)
      case .file: page.append(item)
      case .block(let block): take(block, item)
      }
    }
    endTask()
    endPage()
    if !hasCorpus {
      fault(
        Span(0, 0), "the lesson has no session, so it has no corpus",
        hint: "a block `assay CORPUS` shows a first statement")
    }
    var names: Set<String> = []
    for case .task(let task) in found where !names.insert(task.name).inserted {
      fault(text.span(ofLine: task.line), "two tasks of the lesson are called “\(task.name)”")
    }
    return found
  }

  private mutating func heading(
    _ level: Int, _ words: String, _ line: Int, _ item: SessionText.Item
  ) {
    endTask()
    if level == 1, title == nil { title = words }
    guard Lesson.isTask(words) else {
      // A section begins on a page of its own.
      if level <= 2, page.contains(where: { if case .prose = $0 { true } else { false } }) {
        endPage()
      }
      page.append(item)
      return
    }
    endPage()
    let name = words.dropFirst(4).drop { $0 == ":" || $0 == " " }
    draft = Draft(
      name: name.isEmpty ? "\(line)" : String(name), line: line, span: text.span(ofLine: line))
  }

  private mutating func session(_ block: SessionBlock, _ item: SessionText.Item) {
    if block.opening.isEmpty == hasCorpus {
      hasCorpus = true
    } else if hasCorpus {
      fault(
        span(of: block.block), "a lesson has one shell, and this opens another",
        hint: "go on in the first with `assay` alone")
    }
    guard draft == nil else {
      return fault(
        span(of: block.block), "a session stands in a task",
        hint: "show it before the task, or make it the answer")
    }
    page.append(item)
    endPage()
  }

  private mutating func take(_ block: FencedText.Block, _ item: SessionText.Item) {
    guard let word = Lesson.Word(block) else {
      guard draft != nil else { return page.append(item) }
      let known = Lesson.Word.allCases.map(\.rawValue)
      if let first = block.info.first,
        let meant = Spelling.closest(to: first.lowercased(), among: known)
      {
        fault(
          span(of: block), "no part of a task is called `\(first)`",
          hint: "did you mean `\(meant)`?")
      }
      let words = shown(block)
      draft?.question.append(words)
      return
    }
    let words = text.words(of: block)
    guard draft != nil else {
      return fault(span(of: block), "`\(word.rawValue)` stands outside of a task")
    }
    if word != .answer, let extra = block.info.dropFirst().first {
      fault(span(of: block), "`\(word.rawValue)` stands alone, without `\(extra)`")
    }
    switch word {
    case .answer:
      var rules: AnswerRules = []
      for option in block.info.dropFirst() {
        guard let rule = AnswerRules.words.first(where: { $0.word == option }) else {
          fault(
            span(of: block), "an answer knows no `\(option)`",
            hint: "it knows \(AnswerRules.words.map(\.word).joined(separator: ", "))")
          continue
        }
        rules.insert(rule.rule)
      }
      draft?.answers.append(.init(program: words, rules: rules, line: block.line + 1))
    case .wrong:
      let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
      let remark = lines.prefix { $0.hasPrefix("#") }.map { $0.dropFirst().drop { $0 == " " } }
      draft?.mistakes.append(
        .init(
          program: lines.dropFirst(remark.count).joined(separator: "\n"),
          remark: remark.joined(separator: " "), line: block.line + 1 + remark.count))
    case .hint: draft?.hints.append(Self.trimmed(words))
    case .why: draft?.reason = Self.trimmed(words)
    }
  }

  private mutating func endPage() {
    if !page.isEmpty { found.append(.page(page)) }
    page = []
  }

  private mutating func endTask() {
    guard let draft else { return }
    self.draft = nil
    let lacking: [(Bool, String)] = [
      (draft.question.isEmpty, "question"), (draft.answers.isEmpty, "`answer`"),
      (draft.mistakes.isEmpty, "`wrong` answer"), (draft.hints.isEmpty, "`hint`"),
      (draft.reason == nil, "`why`"),
    ]
    for (isLacking, what) in lacking where isLacking {
      fault(draft.span, "the task has no \(what)")
    }
    for mistake in draft.mistakes where mistake.remark.isEmpty {
      fault(
        text.span(ofLine: mistake.line), "nothing is said to whoever tries this",
        hint: "a comment above the program says why it is wrong")
    }
    found.append(
      .task(
        LessonTask(
          name: draft.name, line: draft.line, question: draft.question.joined(separator: "\n\n"),
          answers: draft.answers, mistakes: draft.mistakes, hints: draft.hints,
          reason: draft.reason ?? "")))
  }

  private mutating func fault(_ span: Span, _ message: String, hint: String? = nil) {
    faults.append(Diagnostic(.badSession, at: span, message, hint: hint))
  }

  private func span(of block: FencedText.Block) -> Span {
    Span(block.whole.lowerBound, max(block.body.lowerBound - 1, block.whole.lowerBound))
  }

  private func shown(_ block: FencedText.Block) -> String {
    text.words(of: block).split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
  }

  private static func trimmed(_ words: String) -> String {
    var lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
