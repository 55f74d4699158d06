import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension Analysis.OriginOptions {
  /// The rules that are in force.
  var rules: OriginRules {
    var rules: OriginRules = []
    if usesDerivation { rules.insert(.derivation) }
    if usesSpeaker { rules.insert(.speaker) }
    if usesWording { rules.insert(.wording) }
    if usesFigures { rules.insert(.figures) }
    return rules
  }
}

extension AnalysisRunner {
  /// Documents that share this part of the words of one of them count as one origin.
  private static let leastShare = 0.3

  /// The origins of the sources of some claims.
  func originSet(
    _ options: Analysis.OriginOptions, _ evidence: Evidence, _ facts: Facts?
  ) throws -> Origins {
    let wording = options.usesWording ? try sharedWording(evidence) : []
    return try Origins(evidence, facts, rules: options.rules, wording: wording, monitor)
  }

  /// Pairs of sources of the claims whose documents share much of their wording.
  private func sharedWording(
    _ evidence: Evidence
  ) throws -> [(source: Int32, other: Int32, share: Double)] {
    let units = try CopyReader(workspace: workspace).units(
      of: input, Analysis.CopyScope(unit: .paragraph))
    guard units.sources.count > 1 else { return [] }
    let matches = try units.finder.matches(monitor)
    // Documents come in the order of their sources' ids, so the second is the later one.
    return try units.finder.overlaps(of: matches, monitor).compactMap { overlap in
      let share = max(overlap.firstShare, overlap.secondShare)
      guard share >= Self.leastShare else { return nil }
      return (units.sources[Int(overlap.second)], units.sources[Int(overlap.first)], share)
    }
  }
}
