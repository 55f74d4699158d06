import Testing

/// `assay teach`: the lessons, a lesson led by a pipe, learners' files, and the report on a class.
@Suite struct TeachTests {
  static let folder = "examples/lessons"
  static let lessons = ScratchFolder.names(in: Program.repository + "/" + folder)
    .filter { $0.hasSuffix(".md") && $0 != "README.md" }
  static let scratch = ScratchFolder(copying: "examples")

  /// Answers pass, wrong answers fail, outputs and figures are as the text says.
  @Test(arguments: lessons)
  func lessonHolds(file: String) throws {
    try GoldenTests.play(Self.folder + "/" + file, in: Self.scratch)
  }

  @Test func thereAreLessons() throws {
    #expect(Self.lessons.count >= 8)
    let listed = try Program.run(
      ["teach", "--records", "none", "--format", "csv"], in: Self.scratch.path)
    #expect(listed.code == 0)
    #expect(listed.text.split(separator: "\n").count == Self.lessons.count + 1)
  }

  /// A lesson of two tasks.
  static let lesson = """
    # Two tasks

    A lesson for tests.

    ```assay examples/peru
    > let mine = claims | from @base-insider
    > mine | count
    count
    ─────
       60

    1 row
    ```

    ## Task: kinds

    Of which kinds are the sources?

    ```answer
    sources | count by kind
    ```

    ```wrong
    # These are the kinds of entities.
    entities | count by kind
    ```

    ```hint
    Count them.
    ```

    ```why
    There are 4 kinds.
    ```

    ## Task: the latest first

    Show the dated sources by their dates, the latest first.

    ```answer ordered
    sources | where published is present | sort -published | select id
    ```

    ```wrong
    # The earliest stands first here.
    sources | where published is present | sort published | select id
    ```

    ```hint
    `sort -published`
    ```

    ```why
    A minus turns the order round.
    ```

    """

  private func classroom(_ lesson: String = lesson) -> ScratchFolder {
    let folder = ScratchFolder(copying: "examples")
    folder.write("lessons/two.md", lesson)
    return folder
  }

  private func teach(
    _ input: String, _ options: String..., in folder: ScratchFolder
  ) throws -> Program.Outcome {
    try Program.run(
      ["teach", "--lessons", "lessons", "--records", "class"] + options, in: folder.path,
      input: Array(input.utf8))
  }

  @Test func anEquivalentProgramIsTheAnswer() throws {
    let folder = classroom()
    let outcome = try teach(
      "\nsources | summarize n = count() by kind | sort kind\nmine | count\n"
        + "sources | sort -published | take 2 | select published, id\n", "two", "--learner", "Ana",
      in: folder)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.contains("Right. There are 4 kinds."))
    #expect(outcome.text.contains("Not yet: this has 1 row, and the answer has 2 rows."))
    #expect(outcome.text.contains("Right. A minus turns the order round."))
    #expect(outcome.text.contains("2 of 2 tasks solved."))
    #expect(
      folder.read("class/Ana.learner").map { String(decoding: $0, as: UTF8.self) } == """
        assay learner 1\tAna
        two\tkinds\tsolved\t0\t0
        two\tthe latest first\tsolved\t1\t0

        """)
  }

  @Test func wrongOnesAreToldWhy() throws {
    let outcome = try teach(
      "\nentities | count by kind\nsources | count\nhint\nhint\nskip\n"
        + "sources | where published is present | sort published\nrepeat\nnext\nhelp take\n", "two",
      in: classroom())
    #expect(outcome.text.contains("Not yet. These are the kinds of entities."))
    #expect(outcome.text.contains("Not yet: this has 1 row, and the answer has 4 rows."))
    #expect(outcome.text.contains("Count them."))
    #expect(outcome.text.contains("There are no more hints"))
    #expect(outcome.text.contains("The answer:\n\nassay> sources | count by kind\n"))
    // The rows of a wrong answer that are right but for their order.
    #expect(outcome.text.contains("Not yet. The earliest stands first here."))
    #expect(outcome.text.count { $0 == "\n" } > 40)
    #expect(outcome.text.split(separator: "Task: the latest first").count == 3)
    #expect(outcome.text.contains("Keeps the first rows."))
  }

  @Test func aLessonGoesOnWhereItWasLeft() throws {
    let folder = classroom()
    _ = try teach("\nsources | count by kind\n", "two", in: folder)
    // What the pages define is there again.
    let later = try teach("mine | take 1 | select id\n", "two", in: folder)
    #expect(later.text.hasPrefix("Two tasks: on from where you stopped.\n\nTask: the latest first"))
    #expect(later.text.contains("1 claim"))
    let anew = try teach("", "two", "--again", in: folder)
    #expect(anew.text.hasPrefix("\nTwo tasks\n"))
  }

  @Test func aLessonIsSafe() throws {
    let folder = classroom()
    let outcome = try teach(
      "sources | save \"x.csv\"\nsource new { title \"New\" }\nrecord \"x.md\"\nquit\nsources\n",
      "two", in: folder)
    #expect(outcome.errorText.contains("error[Q130]: safe mode writes no files"))
    #expect(ScratchFolder.names(in: folder.path) == ["class", "examples", "lessons"])
    #expect(!outcome.text.contains("peru-explainer"))
  }

  /// What failed is no answer, and the words of a lesson may be written in any way.
  @Test func wordsAndFailures() throws {
    let outcome = try teach(
      "Next\nsources | count by kind | save \"x.csv\"\nHINT!\nSkip\n", "two", in: classroom())
    #expect(!outcome.text.contains("Right."))
    #expect(outcome.text.contains("Count them.") && outcome.text.contains("The answer:"))
  }

  @Test func afterTheLastTaskThereIsNothing() throws {
    let folder = classroom()
    _ = try teach("\nskip\nskip\n", "two", in: folder)
    let outcome = try teach("sources\n", "two", in: folder)
    #expect(outcome.text.hasPrefix("You have done all tasks of “Two tasks”"))
    #expect(!outcome.text.contains("peru-explainer"))
  }

  /// No two learners share a file.
  @Test func learnersHaveFilesOfTheirOwn() throws {
    let folder = classroom()
    for name in ["x y", "x_y", "x/y", "Ana María"] {
      _ = try teach("\nskip\n", "two", "--learner", name, in: folder)
    }
    let report = try Program.run(
      ["teach", "--lessons", "lessons", "--report", "class", "--format", "csv"], in: folder.path)
    #expect(report.text.split(whereSeparator: \.isNewline).count == 5)
    #expect(try teach("", "two", "--learner", " ", in: folder).code == 2)
  }

  /// What is sound is reported, and then what is not.
  @Test func aBrokenFileDoesNotHideTheOthers() throws {
    let folder = classroom()
    _ = try teach("\nskip\n", "two", "--learner", "Ana", in: folder)
    folder.write("class/broken.learner", "nothing\n")
    let outcome = try Program.run(
      ["teach", "--lessons", "lessons", "--report", "class", "--format", "csv"], in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("Ana,two"))
    #expect(outcome.errorText.contains("error[Q133]"))
    folder.write("lessons/three.md", "# Three\n\n## Task: none\n\nWhich?\n")
    let listed = try Program.run(
      ["teach", "--lessons", "lessons", "--records", "class"], in: folder.path)
    #expect(listed.text.contains("Two tasks") && listed.errorText.contains("error[Q132]"))
  }

  @Test func aClassIsReported() throws {
    let folder = classroom()
    _ = try teach("\nsources | count by kind\nskip\n", "two", "--learner", "Bo", in: folder)
    _ = try teach("\nclaims\nhint\n", "two", "--learner", "Ana", in: folder)
    let outcome = try Program.run(
      ["teach", "--lessons", "lessons", "--report", "class", "--format", "csv"], in: folder.path)
    #expect(
      outcome.text
        == """
        learner,lesson,tasks,solved,skipped,open,tries,hints
        Ana,two,2,0,0,2,1,1
        Bo,two,2,1,1,0,0,0

        """.replacing("\n", with: "\r\n") || outcome.text.contains("\nBo,two,2,1,1,0,0,0\n"))
    let wrong = try Program.run(
      ["teach", "--report", "lessons/two.md"], in: folder.path)
    #expect(wrong.code == 2)
    #expect(wrong.errorText.contains("error[Q133]"))
  }

  /// Lessons that do not keep their promises, and what is said of them.
  static let faulty: [(part: String, other: String, message: String)] = [
    ("There are 4 kinds.", "There are 5 kinds.", "the text says 5"),
    (
      "entities | count by kind", "sources | summarize n = count() by kind",
      "its result is the answer"
    ),
    ("sources | count by kind", "sources | count by kin", "the answer fails"),
    ("sources | count by kind", "let x = sources", "asks no query"),
    ("sources | count by kind", "sources | where kind = dataset", "has no rows"),
    ("entities | count by kind", "entities | count by kin", "wrong, and it fails"),
    ("sources | count by kind", "sources | count by kind | save \"x.csv\"", "writes no files"),
    ("# These are the kinds of entities.", "# These are 77 kinds.", "the text says 77"),
    ("   60\n", "   61\n", "+    60"),
    ("```hint\nCount them.\n```\n", "", "the task has no `hint`"),
  ]

  @Test(arguments: faulty.indices)
  func aLessonIsHeldToItsPromises(index: Int) throws {
    let (part, other, message) = Self.faulty[index]
    let folder = classroom(Self.lesson.replacing(part, with: other))
    #expect(Self.lesson.contains(part))
    let outcome = try Program.run(["play", "--check", "lessons/two.md"], in: folder.path)
    #expect(outcome.code != 0)
    #expect((outcome.text + outcome.errorText).contains(message), "\(outcome)")
  }

  @Test func aLessonIsFoundByItsName() throws {
    let folder = classroom()
    for name in ["two", "tw", "1"] { #expect(try teach("", name, in: folder).code == 0) }
    let wrong = try teach("", "twoo", in: folder)
    #expect(wrong.code == 2 && wrong.errorText.contains("did you mean `two`?"))
    let none = try Program.run(["teach", "--lessons", "none"], in: folder.path)
    #expect(none.code == 4 && none.errorText.contains("holds no lessons"))
    // The project's own lessons are found from the program.
    let own = try Program.run(["teach", "--records", "class", "1"], in: "/")
    #expect(own.code == 0, "\(own.errorText)")
    // Outside of a lesson the words of lessons mean nothing.
    let outside = try Program.run(["examples/peru", "-c", "hint"], in: folder.path)
    #expect(outside.errorText.contains("belongs to a lesson"))
  }
}
