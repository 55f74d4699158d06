import AssaySessions
import AssayText
import Testing

/// Lessons as they are read.
@Suite struct LessonTests {
  static let fence = "```"

  static func lesson(_ task: String) -> String {
    """
    # A lesson

    What it is about.

    \(fence)assay examples/peru
    > sources | count
    \(fence)

    \(task)
    """
  }

  static func block(_ info: String, _ body: String) -> String {
    "\(fence)\(info)\n\(body)\n\(fence)\n"
  }

  static let parts = [
    "Which?", block("answer ordered", "sources"), block("wrong", "# No.\n# Really.\nclaims"),
    block("hint", "One."), block("hint", "Two."), block("why", "So."),
  ]
  static let task = "## Task: which ones\n\n" + parts.joined(separator: "\n")

  private func lesson(_ text: String) throws(Diagnostics) -> Lesson {
    try Lesson(SessionText(SourceText(name: "lessons/01-a.md", text)))
  }

  @Test func aTaskHasItsParts() throws {
    let lesson = try lesson(Self.lesson(Self.task))
    #expect(lesson.id == "01-a" && lesson.title == "A lesson")
    #expect(lesson.summary == "What it is about.")
    #expect(lesson.parts.count == 2)
    let task = try #require(lesson.tasks.first)
    #expect(task.name == "which ones" && task.question == "Which?")
    #expect(task.answers.map(\.program) == ["sources\n"] && task.answers[0].rules == .ordered)
    #expect(task.mistakes.map(\.program) == ["claims\n"])
    #expect(task.mistakes.map(\.remark) == ["No. Really."])
    #expect(task.hints == ["One.", "Two."] && task.reason == "So.")
  }

  /// Every part of a task is needed.
  @Test(arguments: [0, 1, 2, 5])
  func aTaskWithoutAPart(left: Int) {
    var parts = Self.parts
    parts.remove(at: left)
    let text = Self.lesson("## Task: which ones\n\n" + parts.joined(separator: "\n"))
    let fault = #expect(throws: Diagnostics.self) { _ = try self.lesson(text) }
    #expect(fault?.all.count == 1)
    #expect(fault?.all.first?.message.hasPrefix("the task has no") == true)
  }

  /// Texts that are no lessons, with what is said of them.
  static let faulty: [(text: String, message: String)] = [
    ("# A\n\n" + task, "no session"),
    (lesson(task + "\n" + task), "are called “which ones”"),
    (lesson("## task: none\n\nWhich?\n"), "has no `answer`"),
    (
      lesson(task.replacing("```hint\nOne", with: "```hints\nOne")),
      "no part of a task is called `hints`"
    ),
    (lesson(task.replacing("```why", with: "```why then")), "stands alone, without `then`"),
    (lesson(block("hint", "One.")), "`hint` stands outside of a task"),
    (lesson(task.replacing("answer ordered", with: "answer sorted")), "knows no `sorted`"),
    (lesson(task.replacing("# No.\n# Really.\n", with: "")), "nothing is said"),
    (lesson(task + "\n" + block("assay", "> claims")), "stands in a task"),
    (lesson("## More\n\n" + block("assay examples/peru", "> claims")), "opens another"),
  ]

  @Test(arguments: faulty.indices)
  func faults(index: Int) {
    let (text, message) = Self.faulty[index]
    let fault = #expect(throws: Diagnostics.self) { _ = try self.lesson(text) }
    #expect(fault?.all.first?.message.contains(message) == true, "\(fault?.all ?? [])")
  }
}
