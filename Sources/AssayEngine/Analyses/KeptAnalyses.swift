import AssayModel
import AssayQuery

/// Analyses of earlier statements, so that a script which asks one several times waits for it once.
///
/// Only as long as the corpus is as it was, and of small corpora only: what an analysis has read
/// stays in memory with its rows.
struct KeptAnalyses {
  /// What an analysis was asked of which rows.
  struct Question: Hashable {
    let input: SQL
    let kind: Analysis.Kind
    /// The rows that it compares them with.
    var against: SQL?
  }

  /// How many claims a corpus has at most of which analyses are kept, and how many of them.
  static let mostClaims = 20_000
  private static let mostTables = 8
  /// How many rows an analysis has at most that is kept.
  private static let mostRows = 1_000_000

  /// The latest is the last.
  private var tables: [(question: Question, table: Table)] = []

  /// The answer that was given before.
  mutating func table(for question: Question) -> Table? {
    guard let place = tables.firstIndex(where: { $0.question == question }) else { return nil }
    let found = tables.remove(at: place)
    tables.append(found)
    return found.table
  }

  mutating func keep(_ table: Table, for question: Question) {
    guard table.rowCount <= Self.mostRows else { return }
    tables.append((question, table))
    if tables.count > Self.mostTables { tables.removeFirst() }
  }

  /// Forgets all of them, since the corpus has changed.
  mutating func removeAll() { tables = [] }
}
