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
    return Origins(evidence, facts, rules: options.rules, wording: wording)
  }

  /// For each claim the number of its origin: claims whose numbers are equal count once.
  func origins(_ options: Analysis.OriginOptions, _ evidence: Evidence) throws -> [Int32] {
    let facts = options.usesFigures ? Facts(evidence) : nil
    let origins = try originSet(options, evidence, facts)
    return origins.components(of: (0..<Int32(evidence.claims.count)).map { $0 }[...]).numbers
  }

  /// Pairs of sources of the claims whose documents share much of their wording.
  private func sharedWording(
    _ evidence: Evidence
  ) throws -> [(source: Int32, other: Int32, share: Double)] {
    let units = try CopyReader(workspace: workspace).units(
      of: input, Analysis.CopyScope(unit: .paragraph))
    guard units.sources.count > 1 else { return [] }
    guard let matches = units.finder.matches(isCancelled: workspace.isCancelled) else {
      throw Diagnostic.interrupted
    }
    // Documents come in the order of their sources' ids, so the second is the later one.
    return units.finder.overlaps(of: matches).compactMap { overlap in
      let share = max(overlap.firstShare, overlap.secondShare)
      guard share >= Self.leastShare else { return nil }
      return (units.sources[Int(overlap.second)], units.sources[Int(overlap.first)], share)
    }
  }
}
