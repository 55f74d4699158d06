import AssayEngine
import AssayModel
import AssayRender
import AssaySessions
import AssayText

/// The tables of `assay teach`: the lessons with what a learner has done, and a class.
package struct LessonList {
  package let shelf: LessonShelf
  private let format: OutputFormat
  private var faults: [Diagnostic] = []
  private let terminal: Terminal

  package init(_ shelf: LessonShelf, format: OutputFormat, terminal: Terminal) {
    (self.shelf, self.format, self.terminal) = (shelf, format, terminal)
  }

  /// Writes the lessons.
  ///
  /// - Throws: what is wrong with a lesson or with the learner's file, after the table.
  package mutating func write(of file: LearnerFile) throws {
    let record = try file.read()
    let columns = [
      Column("number", .number), Column("lesson", .text), Column("title", .text),
      Column("tasks", .number), Column("solved", .number), Column("skipped", .number),
    ]
    var rows: [[String?]] = []
    for (index, path) in shelf.files.enumerated() {
      guard let lesson = sound({ () throws(Diagnostic) in try LessonShelf.read(path) }) else {
        continue
      }
      let entries = lesson.tasks.map { record[lesson.id, $0.name] }
      rows.append([
        String(index + 1), lesson.id, lesson.title, String(entries.count),
        String(entries.count { $0.outcome == .solved }),
        String(entries.count { $0.outcome == .skipped }),
      ])
    }
    try write(columns, rows, noun: "lessons")
    if !faults.isEmpty { throw Diagnostics(faults) }
  }

  /// Writes what learners have done, a row for each lesson that each of them began.
  ///
  /// - Parameter paths: learners' files, and folders that hold some.
  /// - Throws: what is wrong with a file, after the table of the others.
  package mutating func writeReport(of paths: [String]) throws {
    var lessons: [String: Lesson] = [:]
    for file in shelf.files {
      if let lesson = sound({ () throws(Diagnostic) in try LessonShelf.read(file) }) {
        lessons[lesson.id] = lesson
      }
    }
    var records: [LearnerRecord] = []
    for path in paths {
      let inside = KeptFile.names(in: path).filter { $0.hasSuffix(LearnerFile.suffix) }
      let files = inside.isEmpty ? [path] : inside.map { path + "/" + $0 }
      for file in files {
        if let record = sound({ () throws(Diagnostic) in try LearnerFile.read(file) }) {
          records.append(record)
        }
      }
    }
    if records.isEmpty, !faults.isEmpty { throw Diagnostics(faults) }
    records.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let columns = [
      Column("learner", .text), Column("lesson", .text), Column("tasks", .number),
      Column("solved", .number), Column("skipped", .number), Column("open", .number),
      Column("tries", .number), Column("hints", .number),
    ]
    try write(columns, records.flatMap { Self.rows(of: $0, lessons) }, noun: "rows")
    if !faults.isEmpty { throw Diagnostics(faults) }
  }

  /// What is sound of several; of the others the faults are told at the end.
  private mutating func sound<Value>(_ read: () throws(Diagnostic) -> Value) -> Value? {
    do throws(Diagnostic) {
      return try read()
    } catch {
      faults.append(error)
      return nil
    }
  }

  private static func rows(of record: LearnerRecord, _ lessons: [String: Lesson]) -> [[String?]] {
    var seen: Set<String> = []
    let begun = record.entries.map(\.lesson).filter { seen.insert($0).inserted }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return begun.map { lesson in
      let entries = record.entries.filter { $0.lesson == lesson }
      let tasks = lessons[lesson]?.tasks.count ?? entries.count
      let solved = entries.count { $0.outcome == .solved }
      let skipped = entries.count { $0.outcome == .skipped }
      return [
        record.name, lesson, String(tasks), String(solved), String(skipped),
        String(max(0, tasks - solved - skipped)), String(entries.reduce(0) { $0 + $1.tries }),
        String(entries.reduce(0) { $0 + $1.hints }),
      ]
    }
  }

  private func write(
    _ columns: [Column], _ rows: [[String?]], noun: String
  ) throws(Diagnostic) {
    let settings = RenderSettings(
      width: terminal.width, isTerminal: terminal.outputIsTerminal, isPlain: terminal.isPlain,
      isColored: terminal.outputIsColored)
    var sink = format.renderer(to: Output(descriptor: 1), settings)
    do throws(OutputFailure) {
      try sink.write(columns, rows, noun: noun)
    } catch {
      guard case .unwritable(let path, let reason) = error else { return }
      throw Diagnostic(.unwritableFile, at: nil, "cannot write `\(path)`: \(reason)")
    }
  }
}

extension RowSink {
  /// Takes rows that are made here.
  mutating func write(
    _ columns: [Column], _ rows: [[String?]], noun: String
  ) throws(OutputFailure) {
    try begin(columns)
    var buffer = RowBuffer()
    for row in rows {
      buffer.removeAll()
      for cell in row { if let cell { buffer.append(cell) } else { buffer.appendMissing() } }
      try self.row(buffer)
    }
    try end(ResultSummary(rowCount: rows.count, noun: noun))
  }
}
