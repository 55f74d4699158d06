/// How much one statement may take; `nil` sets no limit.
package struct Limits: Hashable, Sendable {
  /// How long a statement may run, in seconds; above 0.
  package var seconds: Double?
  /// How much memory the program may hold, in MiB; above 0. What the files that are mapped into
  /// memory take does not count.
  package var mebibytes: Int?
  /// How many rows a result may have; above 0.
  package var rows: Int?

  package init(seconds: Double? = nil, mebibytes: Int? = nil, rows: Int? = nil) {
    (self.seconds, self.mebibytes, self.rows) = (seconds, mebibytes, rows)
  }

  /// No limits.
  package static let none = Limits()
  /// What suffices for a person's questions, and keeps a program from taking the whole machine.
  package static let safe = Limits(seconds: 30, mebibytes: 1024, rows: 1_000_000)
}
