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
    var isAsked = [Bool](repeating: false, count: evidence.sources.count)
    for source in evidence.claims.sources where Int(source) < isAsked.count {
      isAsked[Int(source)] = true
    }
    let documents = try workspace.connection.prepare("SELECT source FROM documents")
    var count = 0
    while try workspace.step(documents) {
      if isAsked[Int(documents.integer(0))] { count += 1 }
    }
    guard count > 1 else { return [] }
    var finder = CopyFinder()
    let passages = try workspace.connection.prepare(
      "SELECT source, text FROM passages ORDER BY source, paragraph, sentence")
    while try workspace.step(passages) {
      guard isAsked[Int(passages.integer(0))] else { continue }
      finder.add(passages.bytes(1), document: passages.key(0))
    }
    guard let matches = finder.matches(isCancelled: workspace.isCancelled) else {
      throw Diagnostic.interrupted
    }
    return finder.overlaps(of: matches).compactMap { overlap in
      let share = max(overlap.firstShare, overlap.secondShare)
      guard share >= Self.leastShare else { return nil }
      let ranks = (
        evidence.sources.rank[Int(overlap.first)], evidence.sources.rank[Int(overlap.second)]
      )
      return ranks.0 > ranks.1
        ? (overlap.first, overlap.second, share) : (overlap.second, overlap.first, share)
    }
  }
}
