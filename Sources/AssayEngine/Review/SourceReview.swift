import AssayCorpus
import AssayReading
import AssayText

/// What is to be reviewed in the document of a source, and what was decided about it.
package struct SourceReview {
  /// The document with the claims that quote it.
  package private(set) var reading: DocumentReading
  /// Its sentences, in order.
  package let sentences: [Passage]
  /// In the order of the text; of one sentence first what others propose.
  package let proposals: [ProposedClaim]
  /// What is wrong with the files of decisions and of proposals.
  package let faults: [Diagnostic]
  /// How many proposals of others quote what the document does not hold.
  package let goneProposals: Int
  /// The stamp of the document before it was read; empty if it may have changed since.
  let stamp: String
  /// The document that the proposals are about.
  private let document: [UInt8]
  private var decisions: [ReviewDecision]
  /// The beginnings of the digests of what the proposals are about.
  private let digests: [String]
  /// The sentence of each proposal, and the beginning of its digest.
  private let words: [(range: Range<Int>, digest: String)]
  /// The bytes that claims quote, without overlaps, in their order.
  private var quoted: [Range<Int>] = []
  private var claims: Set<String> = []

  init(
    reading: DocumentReading, sentences: [Passage], proposals: [ProposedClaim],
    decisions: [ReviewDecision], faults: [Diagnostic], goneProposals: Int,
    stamp: String = ""
  ) {
    (self.reading, self.sentences, self.decisions) = (reading, sentences, decisions)
    (self.faults, self.goneProposals) = (faults, goneProposals)
    (self.stamp, document) = (stamp, reading.bytes)
    let bytes = reading.bytes
    self.proposals = proposals.filter { $0.start < $0.end && $0.end <= bytes.count }.sorted {
      let (left, right) = (Self.order(of: $0), Self.order(of: $1))
      return left.places == right.places
        ? left.id < right.id : left.places.lexicographicallyPrecedes(right.places)
    }
    digests = self.proposals.map { ReviewDecision.digest(of: bytes[$0.start..<$0.end]) }
    words = zip(self.proposals, digests).map { proposal, digest in
      let own = proposal.start..<proposal.end
      guard proposal.maker != nil,
        let sentence = Quarantine.sentence(at: proposal.start, in: sentences),
        sentence.start <= own.lowerBound, own.upperBound <= sentence.end
      else { return (own, digest) }
      let range = sentence.start..<sentence.end
      return (range, ReviewDecision.digest(of: bytes[range]))
    }
    note(reading)
  }

  private static func order(of proposal: ProposedClaim) -> (places: [Int], id: String) {
    let isOwn = proposal.maker == nil ? 1 : 0
    return ([proposal.paragraph, proposal.sentence, isOwn, proposal.start], proposal.id)
  }

  /// Takes over what the corpus holds by now.
  package mutating func note(_ reading: DocumentReading) {
    self.reading = reading
    claims = Set(reading.claims.map(\.id))
    quoted = []
    for quote in reading.claims.compactMap(\.quote) {
      if let last = quoted.last, quote.lowerBound <= last.upperBound {
        quoted[quoted.count - 1] = last.lowerBound..<max(last.upperBound, quote.upperBound)
      } else {
        quoted.append(quote)
      }
    }
  }

  /// Takes over what was decided by now.
  package mutating func note(_ decisions: [ReviewDecision]) { self.decisions = decisions }

  /// Whether these are the bytes that the proposals are about.
  func isOf(_ bytes: [UInt8]) -> Bool { bytes == document }

  /// The sentence of a proposal as bytes of the document; the words of the proposal if they are
  /// not within one.
  package func sentence(of index: Int) -> Range<Int> { words[index].range }

  /// The sentence that holds a byte, or the first behind it.
  package func sentence(at place: Int) -> Passage? { Quarantine.sentence(at: place, in: sentences) }

  /// Whether a claim quotes words of the sentence of a proposal.
  package func isQuoted(by claim: String, at index: Int) -> Bool {
    let quote = reading.claims.first { $0.id == claim }?.quote
    return quote?.overlaps(words[index].range) ?? false
  }

  /// How a proposal stands.
  package enum State: Hashable, Sendable {
    /// Nobody has decided.
    case open
    /// A claim was made of it, or quotes words of the sentence.
    case claimed
    case rejected
    case skipped
  }

  /// How each proposal stands, in their order.
  ///
  /// A proposal of this program is claimed when any of its words is quoted; one of another program
  /// only when a decision says so, as several may quote the same words. Both are rejected with
  /// their sentence.
  package var states: [State] {
    let places = DecisionPlaces(decisions, in: reading.bytes)
    return proposals.indices.map { index in
      let proposal = proposals[index]
      let isOwn = proposal.maker == nil
      let own = places.decision(
        about: proposal.start..<proposal.end, digest: digests[index],
        proposal: isOwn ? nil : proposal.id)
      let (range, digest) = words[index]
      let whole =
        own == nil && !isOwn
        ? places.decision(about: range, digest: digest, proposal: nil) : nil
      let decision = own ?? (whole?.verdict == .rejected ? whole : nil)
      switch decision?.verdict {
      case .rejected: return .rejected
      case .skipped: return isOwn && isQuoted(proposal.start..<proposal.end) ? .claimed : .skipped
      case .accepted where claims.contains(decision?.claim ?? ""): return .claimed
      case .accepted, nil:
        return isOwn && isQuoted(proposal.start..<proposal.end) ? .claimed : .open
      }
    }
  }

  /// A decision about a proposal.
  ///
  /// - Parameter concernsSentence: whether it is about the words, whoever proposes a claim of them.
  package func decision(
    _ verdict: ReviewDecision.Verdict, about index: Int, concernsSentence: Bool = false,
    reason: String? = nil, claim: String? = nil, coder: String? = nil
  ) -> ReviewDecision {
    let proposal = proposals[index]
    let isWhole = concernsSentence || proposal.maker == nil
    let own = (range: proposal.start..<proposal.end, digest: digests[index])
    let (range, digest) = isWhole ? words[index] : own
    return ReviewDecision(
      verdict, range, digest: digest, reason: reason, claim: claim, coder: coder,
      proposal: isWhole ? nil : proposal.id)
  }

  /// Whether a claim quotes any of these bytes.
  package func isQuoted(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = quoted.count
    while low < high {
      let middle = (low + high) / 2
      if quoted[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < quoted.count && quoted[low].lowerBound < range.upperBound
  }

  /// The claims that quote words of each sentence, in the order of the sentences.
  package var claimsBySentence: [[String]] {
    var ids = [[String]](repeating: [], count: sentences.count)
    for claim in reading.claims {
      guard let quote = claim.quote else { continue }
      var low = 0
      var high = sentences.count
      while low < high {
        let middle = (low + high) / 2
        if sentences[middle].end <= quote.lowerBound { low = middle + 1 } else { high = middle }
      }
      while low < sentences.count, sentences[low].start < quote.upperBound {
        ids[low].append(claim.id)
        low += 1
      }
    }
    for (range, claim) in acceptances {
      for index in sentences.indices where !ids[index].contains(claim) {
        let sentence = sentences[index]
        if range.overlaps(sentence.start..<sentence.end) { ids[index].append(claim) }
      }
    }
    return ids
  }

  /// The words of which claims were made that stand in the corpus, whatever these quote.
  package var acceptances: [(range: Range<Int>, claim: String)] {
    let places = DecisionPlaces(decisions, in: reading.bytes)
    return decisions.compactMap { decision in
      guard decision.verdict == .accepted, let claim = decision.claim, claims.contains(claim)
      else { return nil }
      if places.stands(decision) { return (decision.range, claim) }
      // The words may have moved.
      let moved = proposals.indices.first {
        digests[$0] == decision.digest
          && (proposals[$0].maker == nil ? nil : proposals[$0].id)
            == decision.proposal
      }
      return moved.map { (proposals[$0].start..<proposals[$0].end, claim) }
    }
  }

  /// The decisions about words that the document has no more.
  package var lostDecisions: [ReviewDecision] {
    let places = DecisionPlaces(decisions, in: reading.bytes)
    let known = Set(digests + words.map(\.digest))
    return decisions.filter { !places.stands($0) && !known.contains($0.digest) }
  }

  /// The decisions that stand, those about words that have moved included.
  package var rejections: [Range<Int>] { standing(.rejected) }

  /// The same for what was skipped.
  package var skips: [Range<Int>] { standing(.skipped) }

  private func standing(_ verdict: ReviewDecision.Verdict) -> [Range<Int>] {
    let places = DecisionPlaces(decisions, in: reading.bytes)
    let there = decisions.filter { $0.verdict == verdict && places.stands($0) }.map(\.range)
    let wanted: State = verdict == .rejected ? .rejected : .skipped
    let moved = zip(proposals, states).filter { $1 == wanted }.map { $0.0.start..<$0.0.end }
    return there + moved
  }
}

/// Decisions by the words that they are about.
private struct DecisionPlaces {
  private var byDigest: [String: [ReviewDecision]] = [:]
  private var standing: Set<ReviewDecision> = []

  init(_ decisions: [ReviewDecision], in bytes: [UInt8]) {
    for decision in decisions {
      byDigest[decision.digest, default: []].append(decision)
      let range = decision.range
      if range.upperBound <= bytes.count,
        ReviewDecision.digest(of: bytes[range]) == decision.digest
      {
        standing.insert(decision)
      }
    }
  }

  /// Whether the words still stand where the decision has them.
  func stands(_ decision: ReviewDecision) -> Bool { standing.contains(decision) }

  /// The last decision about these words: at their place, or else at one where they stand no more.
  func decision(about range: Range<Int>, digest: String, proposal: String?) -> ReviewDecision? {
    let fitting = (byDigest[digest] ?? []).filter { $0.proposal == proposal }
    return fitting.last { $0.range == range } ?? fitting.last { !standing.contains($0) }
  }
}
