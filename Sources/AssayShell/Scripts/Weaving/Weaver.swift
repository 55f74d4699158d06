import AssayModel
import AssayRender
import AssayText

/// Gathers the parts of a report while its program runs.
final class Weaver {
  /// Where everything is written that is no result of a query.
  let output = Output()
  /// The claims of the notes by their keys, in the order in which they were first mentioned.
  private(set) var claims: [Int64] = []
  private var parts: [ReportPart] = []
  private var numbers: [Int64: Int] = [:]
  /// The keys of the claims that prose refers to.
  private let cited: [String: Int64]
  /// How many expectations of the program at hand have held.
  private var heldCount = 0

  /// - Parameter cited: the claims that prose refers to, by their ids.
  init(cited: [String: Int64]) { self.cited = cited }

  /// A result shows as many rows.
  static let mostRows = 10_000
  /// A row that rests on more claims has no notes.
  static let mostClaims = 6

  /// All parts so far.
  func finishedParts() -> [ReportPart] {
    takeText()
    return parts
  }

  /// Adds a part behind what was written before it.
  func add(_ part: ReportPart) {
    takeText()
    parts.append(part)
  }

  /// Adds prose, with notes for the claims that it refers to.
  func add(_ prose: ScriptProse) {
    for reference in prose.references {
      if let key = cited[reference.id] { _ = number(of: key) }
    }
    add(.prose(prose.text))
  }

  /// Adds what was written so far.
  func takeText() {
    var bytes = output.takeBytes()
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    guard !bytes.isEmpty else { return }
    parts.append(.text(String(decoding: bytes, as: UTF8.self)))
  }

  /// The numbers of the notes for the claims of a row, ascending.
  func notes(for keys: [Int64]) -> [Int] {
    keys.map { number(of: $0) }.sorted()
  }

  private func number(of key: Int64) -> Int {
    if let known = numbers[key] { return known }
    claims.append(key)
    numbers[key] = claims.count
    return claims.count
  }

  /// Counts an `expect` that held.
  func hold() { heldCount += 1 }

  /// Adds a remark on the expectations that have held since the last one.
  func tellHeld() {
    guard heldCount > 0 else { return }
    add(.remark(heldCount == 1 ? "1 expectation holds" : "\(heldCount) expectations hold"))
    heldCount = 0
  }

  /// Adds what is wrong, a remark each.
  func add(_ faults: [Diagnostic]) {
    for fault in faults {
      let place = fault.excerpt.map { " at `\($0.name):\($0.line)`" } ?? ""
      add(.remark("failed\(place): \(VisibleText.of(fault.message))"))
    }
  }
}
