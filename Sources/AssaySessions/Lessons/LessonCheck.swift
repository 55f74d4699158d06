import AssayText

/// Holds a lesson to what it promises: its answers are right, its wrong answers wrong, and each
/// figure of its prose stands in a block that was run.
package struct LessonCheck {
  private let lesson: Lesson
  private var faults: [Diagnostic] = []
  /// The figures that blocks and the results of answers show.
  private var known: Set<Substring> = []

  private init(_ lesson: Lesson) { self.lesson = lesson }

  /// - Returns: what is wrong, each with its place.
  package static func faults(
    of lesson: Lesson, on host: any SessionHost, in folder: SessionFolder
  ) throws(Diagnostics) -> [Diagnostic] {
    var check = LessonCheck(lesson)
    var player = SessionPlayer(lesson.text, on: host, in: folder)
    var shell: (any SessionShell)?
    for part in lesson.parts {
      switch part {
      case .page(let items):
        for item in items {
          guard let next = try player.shell(for: item), case .session(let block) = item else {
            continue
          }
          shell = next
          for step in block.steps { _ = next.run(step.statement) }
        }
      case .task(let task): check.hold(task, shell as? any LessonShell)
      }
    }
    check.holdFigures()
    let source = SourceText(name: lesson.text.name, bytes: lesson.text.bytes)
    return check.faults.map { $0.located(in: source) }
  }

  private mutating func hold(_ task: LessonTask, _ shell: (any LessonShell)?) {
    guard let shell else { return fault(task.line, "the task stands before any session") }
    var right: [(rows: ResultRows, rules: AnswerRules)] = []
    for answer in task.answers {
      switch shell.result(of: answer.program) {
      case .rows(let rows):
        if rows.rows.isEmpty { fault(answer.line, "the answer has no rows") }
        known.insert(Substring(String(rows.rows.count)))
        for case let cell? in rows.rows.joined() { known.formUnion(Self.figures(in: cell)) }
        right.append((rows, answer.rules))
      case .nothing: fault(answer.line, "the answer asks no query, so it has no rows")
      case .failed(let words):
        fault(answer.line, "the answer fails: \(words)")
      }
    }
    for mistake in task.mistakes {
      switch shell.result(of: mistake.program) {
      case .rows(let rows):
        if right.contains(where: { AnswerJudge.judge(rows, by: $0.rows, $0.rules) == .right }) {
          fault(mistake.line, "this is listed as wrong, and its result is the answer")
        }
      // The shell tells the fault by itself, and the remark is never shown.
      case .failed(let words):
        fault(mistake.line, "this is listed as wrong, and it fails: \(words)")
      case .nothing: fault(mistake.line, "this is listed as wrong, and it asks no query")
      }
    }
  }

  /// Figures in the prose that stand in no block.
  private mutating func holdFigures() {
    for item in lesson.text.items {
      switch item {
      case .session(let block):
        for step in block.steps {
          known.formUnion(Self.figures(in: step.statement))
          for line in step.expected { known.formUnion(Self.figures(in: line)) }
        }
      case .file(_, let block), .block(let block):
        guard !["hint", "why"].contains(block.info.first) else { continue }
        // Remarks are prose.
        for line in lesson.text.words(of: block).split(separator: "\n") where !line.hasPrefix("#") {
          known.formUnion(Self.figures(in: line))
        }
      case .heading, .prose: continue
      }
    }
    for item in lesson.text.items {
      switch item {
      case .prose(let words, let line): hold(words, line)
      case .heading(let level, let words, let line):
        hold(String(repeating: " ", count: level + 1) + words, line)
      case .block(let block) where ["hint", "why"].contains(block.info.first):
        hold(lesson.text.words(of: block), block.line + 1)
      case .block(let block) where block.info.first == "wrong":
        let lines = lesson.text.words(of: block).split(separator: "\n")
        hold(lines.prefix { $0.hasPrefix("#") }.joined(separator: "\n"), block.line + 1)
      default: continue
      }
    }
  }

  private mutating func hold(_ words: String, _ first: Int) {
    for (index, line) in words.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      // The number of an item of a list is no figure.
      let mark = line.prefix { $0 == " " || $0.isNumber }
      let rest = line.dropFirst(mark.count).hasPrefix(". ") ? line.dropFirst(mark.count) : line
      for figure in Self.figures(in: rest) where !known.contains(figure) {
        let start = lesson.text.span(ofLine: first + index).start
        let place = start + line[..<figure.startIndex].utf8.count
        faults.append(
          Diagnostic(
            .badSession, at: Span(place, place + figure.utf8.count),
            "the text says \(figure), which no block and no answer shows"))
      }
    }
  }

  /// The runs of digits of a text, with what is written within a number.
  private static func figures(in text: some StringProtocol) -> [Substring] {
    var figures: [Substring] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
      rest = rest[start...]
      var end = rest.startIndex
      while end < rest.endIndex, rest[end].isASCII, rest[end].isNumber || isInner(rest, end) {
        end = rest.index(after: end)
      }
      figures.append(rest[..<end])
      rest = rest[end...]
    }
    return figures
  }

  /// Whether a point or a comma stands between digits.
  private static func isInner(_ text: Substring, _ place: Substring.Index) -> Bool {
    guard text[place] == "." || text[place] == "," else { return false }
    let next = text.index(after: place)
    return next < text.endIndex && text[next].isASCII && text[next].isNumber
  }

  private mutating func fault(_ line: Int, _ message: String) {
    let span = lesson.text.span(ofLine: line)
    faults.append(Diagnostic(.badSession, at: span, message))
  }
}
