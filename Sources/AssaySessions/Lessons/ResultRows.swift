/// The rows of a result, for comparing answers.
package struct ResultRows: Hashable, Sendable {
  package let columns: [String]
  /// As many cells in each as there are columns; `nil` where a value is missing.
  package let rows: [[String?]]

  package init(columns: [String], rows: [[String?]]) { (self.columns, self.rows) = (columns, rows) }
}

/// What became of a program that somebody gave for an answer.
package enum ProgramResult: Hashable, Sendable {
  /// The rows of its last query.
  case rows(ResultRows)
  /// It asks no query.
  case nothing
  /// It failed, with these words.
  case failed(String)
}

/// A shell that also gives results as values.
package protocol LessonShell: SessionShell {
  /// Runs a program without showing anything; what it defines is forgotten.
  func result(of program: String) -> ProgramResult
}
