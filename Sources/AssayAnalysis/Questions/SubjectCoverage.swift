import AssayModel

/// Which sources cover which subjects.
///
/// A source covers a subject when a claim of its, in any mode, names it as subject or as object. So
/// a source that only asks after something covers it.
package struct SubjectCoverage: Sendable {
  private let subjects: PairNumbering
  private let rows: MemberGroups

  /// - Parameters:
  ///   - subjects: The keys to ask for, each as the pair of 0 and the key.
  ///   - sources: The rows of the sources of `claims`.
  /// - Complexity: O(claims + subjects).
  package init(
    of subjects: PairNumbering, claims: ClaimTable, sources: ClaimingSources,
    _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    var (named, naming) = ([Int32](), [Int32]())
    for (place, row) in sources.rowOfClaim.enumerated() where row >= 0 {
      try monitor.check(at: place)
      for side in 0...1 {
        let key = side == 0 ? claims.subjects[place] : claims.objects[place]
        let subject = key > 0 ? subjects.find(0, key) : -1
        guard subject >= 0 else { continue }
        named.append(subject)
        naming.append(row)
      }
    }
    self.subjects = subjects
    rows = try MemberGroups(
      count: subjects.count, groups: named, distinct: naming, below: sources.keys.count, monitor)
  }

  /// The rows of the sources that cover a subject, ascending; none for a key not asked for.
  package func rows(covering subject: Int32) -> ArraySlice<Int32> {
    rows[subjects.find(0, subject)]
  }
}
