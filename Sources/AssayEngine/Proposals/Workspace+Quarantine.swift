import AssayCorpus
import AssayText

extension Workspace {
  /// What a maker's proposals of a source did to the quarantine.
  package struct Quarantined: Sendable {
    /// The file, from the corpus folder.
    package let path: String
    package let count: Int
    /// How many of the same maker were there before.
    package let former: Int
  }

  /// How many proposals of a maker are kept for a source.
  package func countOfProposals(by maker: String, of source: String) throws(Diagnostic) -> Int {
    try Quarantine(of: source, in: self).count(by: maker)
  }

  /// Keeps the proposals of a maker in place of its earlier ones of the same source.
  package func quarantine(
    _ claims: [String], by maker: String, of source: String
  ) throws(Diagnostic) -> Quarantined {
    let path = Quarantine.path(of: source)
    var former = 0
    try rewrite(path) { old throws(Diagnostic) in
      let (bytes, gone) = Quarantine.replacing(old, of: source, maker: maker, by: claims)
      former = gone
      return old == nil && claims.isEmpty ? nil : bytes
    }
    return Quarantined(path: path, count: claims.count, former: former)
  }
}
