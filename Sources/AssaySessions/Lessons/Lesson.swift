import AssayText

/// A lesson: a session with tasks.
///
/// A heading that begins with `Task` opens a task, which lasts to the next heading. Its prose is the
/// question; a block `answer` holds a program whose result is the answer (there may be several), a
/// block `wrong` a program that looks like one and is none, with a remark in comments above it,
/// blocks `hint` help more and more, and a block `why` says why the answer is right.
package struct Lesson: Sendable {
  /// The name of its file without `.md`.
  package let id: String
  package let title: String
  /// The first paragraph.
  package let summary: String
  package let text: SessionText
  package let parts: [Part]

  /// What is shown at a time.
  package enum Part: Sendable {
    /// Headings, prose and at most one block of statements, which is the last.
    case page([SessionText.Item])
    case task(LessonTask)
  }

  package var tasks: [LessonTask] {
    parts.compactMap { if case .task(let task) = $0 { task } else { nil } }
  }

  /// Whether a session has tasks.
  package static func isLesson(_ text: SessionText) -> Bool {
    text.items.contains { item in
      switch item {
      case .heading(_, let words, _): isTask(words)
      case .block(let block): Word(block) == .answer
      default: false
      }
    }
  }

  /// Whether a heading opens a task.
  static func isTask(_ heading: String) -> Bool {
    let words = heading.lowercased()
    return words == "task" || words.hasPrefix("task ") || words.hasPrefix("task:")
  }

  /// - Throws: `badSession` for what keeps it from being a lesson.
  package init(_ text: SessionText) throws(Diagnostics) {
    self.text = text
    let name = text.name.split(separator: "/").last.map(String.init) ?? text.name
    id = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    var reader = LessonReader(text)
    parts = reader.parts()
    title = reader.title ?? id
    summary = reader.summary ?? ""
    guard reader.faults.isEmpty else {
      let source = SourceText(name: text.name, bytes: text.bytes)
      throw Diagnostics(reader.faults).located(in: source)
    }
  }

  /// The blocks that only a task has.
  enum Word: String, CaseIterable {
    case answer, wrong, hint, why

    init?(_ block: FencedText.Block) {
      guard let word = block.info.first else { return nil }
      self.init(rawValue: word)
    }
  }
}
