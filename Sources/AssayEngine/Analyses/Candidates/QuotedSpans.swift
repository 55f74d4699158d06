import AssayCorpus
import AssayModel
import AssayReading
import AssayStore

/// Where the quotes of a source's claims stand in its document.
struct QuotedSpans {
  /// Stretches that do not touch, in order.
  private var ranges: [Range<Int>] = []

  /// - Parameter source: the key of the source.
  init(of source: Int32, in workspace: Workspace) throws {
    let quotes = try Self.quotes(of: source, in: workspace)
    guard !quotes.isEmpty else { return }
    let statement = try workspace.connection.cached("SELECT path FROM documents WHERE source = ?")
    statement.bind(Int64(source), at: 1)
    defer { statement.reset() }
    // A document that cannot be read any more quotes nothing; `check` tells of it.
    guard try statement.step(), let bytes = try? workspace.folder.bytes(of: statement.text(0))
    else { return }
    let places = try QuoteFinder(bytes).places(of: quotes, workspace.monitor)
    let found = zip(quotes, places).compactMap { quote, places in
      places.first.map { $0..<$0 + quote.count }
    }
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  private static func quotes(of source: Int32, in workspace: Workspace) throws -> [[UInt8]] {
    let statement = try workspace.connection.cached(
      """
      SELECT t.quote FROM claims AS c JOIN claims_text AS t ON t.key = c.key
        WHERE c.source = ? AND t.quote IS NOT NULL
      """)
    statement.bind(Int64(source), at: 1)
    defer { statement.reset() }
    var quotes: [[UInt8]] = []
    while try workspace.step(statement) {
      let quote = Array(statement.bytes(0))
      if !quote.isEmpty { quotes.append(quote) }
    }
    return quotes
  }

  /// Whether a quote has a byte of `range`.
  func touch(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound < range.upperBound
  }
}
