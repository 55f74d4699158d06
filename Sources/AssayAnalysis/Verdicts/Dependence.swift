/// Which claims go back to one origin, as far as declarations say.
///
/// Two claims are dependent if their sources are one, or tied by `derives from` in any number of
/// steps, or if both give the same speaker.
package struct Dependence: Sendable {
  /// For each source's key the least key among those it is tied to.
  private let roots: [Int32]

  package init(_ sources: SourceTable) {
    var roots = (0..<Int32(max(1, sources.count))).map { $0 }
    func root(of source: Int32) -> Int32 {
      var at = source
      while roots[Int(at)] != at {
        roots[Int(at)] = roots[Int(roots[Int(at)])]
        at = roots[Int(at)]
      }
      return at
    }
    for (source, origins) in sources.origins.enumerated() where source < roots.count {
      for origin in origins where origin > 0 && Int(origin) < roots.count {
        let (one, other) = (root(of: Int32(source)), root(of: origin))
        roots[Int(max(one, other))] = min(one, other)
      }
    }
    for source in roots.indices { roots[source] = root(of: Int32(source)) }
    self.roots = roots
  }

  /// The number that sources of one origin share.
  package func root(of source: Int32) -> Int32 {
    Int(source) < roots.count ? roots[Int(source)] : source
  }

  /// What makes the two claims dependent; `nil` if nothing does.
  func tie(_ left: Int, _ right: Int, in claims: ClaimTable) -> DecidingField? {
    if root(of: claims.sources[left]) == root(of: claims.sources[right]) { return .source }
    return claims.speakers[left] > 0 && claims.speakers[left] == claims.speakers[right]
      ? .speaker : nil
  }
}
