/// Which claims go back to one origin, as far as declarations say.
///
/// Two claims are dependent if their sources are one, or tied by `derives from` in any number of
/// steps, or if both give the same speaker.
package final class Dependence: Sendable {
  /// For each claim the least key among the sources that its own is tied to.
  private let roots: [Int32]
  /// For each claim its speaker, 0 for none.
  private let speakers: [Int32]

  package init(_ claims: ClaimTable, _ sources: SourceTable) {
    let sourceRoots = Self.roots(sources)
    roots = claims.sources.map {
      sourceRoots.indices.contains(Int($0)) ? sourceRoots[Int($0)] : $0
    }
    speakers = claims.speakers
  }

  /// For each source's key the least key among those it is tied to.
  package static func roots(_ sources: SourceTable) -> [Int32] {
    var sets = DisjointSets(count: max(1, sources.count))
    for (source, origins) in sources.origins.enumerated() where source < sets.count {
      for origin in origins where origin > 0 && Int(origin) < sets.count {
        sets.join(Int32(truncatingIfNeeded: source), origin)
      }
    }
    return sets.names
  }

  /// The number that claims share whose sources have one origin.
  package func root(of claim: Int32) -> Int32 { roots[Int(claim)] }

  /// The claim's speaker; 0 for none.
  package func speaker(of claim: Int32) -> Int32 { speakers[Int(claim)] }

  /// What makes the two claims dependent; `nil` if nothing does.
  func tie(_ left: Int32, _ right: Int32) -> DecidingField? {
    if roots[Int(left)] == roots[Int(right)] { return .source }
    let speaker = speakers[Int(left)]
    return speaker > 0 && speaker == speakers[Int(right)] ? .speaker : nil
  }
}
