import AssayCorpus
import AssayModel
import AssayStore

/// Finds the file into which a new record goes.
///
/// A claim goes where its source's claims are; where each source has a file of claims with its own
/// name, a further one gets one too. Any other record goes where the last of its kind is, or else
/// into the file that is named after its kind, or else into the entry file.
struct Placement {
  private let connection: Connection

  init(_ workspace: Workspace) { connection = workspace.connection }

  /// The path of the file, which may not be there yet.
  func path(for record: Record) throws(StoreError) -> String {
    if case .claim(let source) = record.header {
      return try path(for: record.kind, source: source.id)
    }
    return try path(for: record.kind, source: nil)
  }

  /// The path of the file for a record of a kind, a claim with its source.
  func path(for kind: RecordKind, source: String?) throws(StoreError) -> String {
    if let source {
      if let path = try fileOfClaims(from: source) { return path }
      if let path = try newFileOfClaims(from: source) { return path }
    }
    if let path = try text(
      """
      SELECT f.path FROM \(kind.relation) AS r JOIN files AS f ON f.key = r.file
        WHERE r.key = (SELECT max(key) FROM \(kind.relation))
      """)
    {
      return path
    }
    return try fileNamed(after: kind) ?? CorpusFolder.entry
  }

  private func fileOfClaims(from source: String) throws(StoreError) -> String? {
    try text(
      """
      SELECT f.path FROM files AS f WHERE f.key = (
        SELECT c.file FROM claims AS c WHERE c.source = (SELECT key FROM sources WHERE id = ?)
        ORDER BY c.key DESC LIMIT 1)
      """, source)
  }

  /// As in `claims/town-crier.assay`, if a `use` reaches it.
  private func newFileOfClaims(from source: String) throws(StoreError) -> String? {
    let last = try text(
      """
      SELECT f.path || char(10) || s.id FROM claims AS c JOIN files AS f ON f.key = c.file
        JOIN sources AS s ON s.key = c.source WHERE c.key = (SELECT max(key) FROM claims)
      """)
    guard let parts = last?.split(separator: "\n"), parts.count == 2 else { return nil }
    let ending = parts[1] + ".assay"
    guard parts[0] == ending || parts[0].hasSuffix("/" + ending) else { return nil }
    let path = parts[0].dropLast(ending.count) + source + ".assay"
    return try isUsed(String(path)) ? String(path) : nil
  }

  private func isUsed(_ path: String) throws(StoreError) -> Bool {
    let statement = try connection.prepare("SELECT uses FROM files WHERE uses <> ''")
    while try statement.step() {
      for pattern in statement.text(0).split(separator: "\n")
      where CorpusFolder.fits(path, String(pattern)) {
        return true
      }
    }
    return false
  }

  /// As in `links.assay` for the first link.
  private func fileNamed(after kind: RecordKind) throws(StoreError) -> String? {
    let name = kind.relation + ".assay"
    return try text(
      """
      SELECT path FROM files WHERE is_document = 0 AND (path = ?1 OR path LIKE '%/' || ?1)
        ORDER BY path LIMIT 1
      """, name)
  }

  private func text(_ sql: String, _ value: String? = nil) throws(StoreError) -> String? {
    let statement = try connection.cached(sql)
    if let value { statement.bind(value, at: 1) }
    defer { statement.reset() }
    return try statement.step() ? statement.text(0) : nil
  }
}
