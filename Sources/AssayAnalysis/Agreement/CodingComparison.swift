import AssayModel

/// What two readers coded in the documents that both have read, side by side.
///
/// A reader has read a document if a claim of it is the reader's. The unit is the sentence: first,
/// whether a claim is recorded in it at all; then, where both recorded some, what their claims say
/// field by field. Several claims of one sentence are paired so that those with the most equal
/// fields stand together, those of equal merit in the order of the text.
package struct CodingComparison: Sendable {
  /// Claims of one sentence, of either reader; one of them may be missing.
  package struct Pair: Sendable, Hashable {
    /// The document, by its number.
    package let document: Int32
    /// The sentence, by its place in the document, from 0.
    package let sentence: Int32
    /// The place of the one reader's claim among those that were given.
    package let first: Int?
    /// The place of the other's.
    package let second: Int?
  }

  /// The number of the one reader, the smaller of the two.
  package let first: Int32
  /// The number of the other.
  package let second: Int32
  /// How many sentences the documents have that both have read.
  package let sentenceCount: Int
  /// In the order of documents and sentences.
  package let pairs: [Pair]
  /// For each sentence in which one of them at least recorded a claim, whether the first and the
  /// second did.
  private let marks: [(first: Bool, second: Bool)]
  private let claims: [CodedClaim]

  /// The comparisons of all readers who share a document, two by two in the order of their numbers.
  ///
  /// - Parameters:
  ///   - claims: sorted by document, sentence and place in it; of all readers.
  ///   - sentenceCounts: how many sentences each document has.
  /// - Complexity: O(claims + the claims of each shared document for each two of its readers).
  package static func all(
    _ claims: [CodedClaim], sentenceCounts: [Int], _ monitor: WorkMonitor
  ) throws(Cancelled) -> [CodingComparison] {
    var shared: [[Int32]: [Range<Int>]] = [:]
    var start = 0
    while start < claims.count {
      try monitor.check()
      let document = claims[start].document
      var end = start
      while end < claims.count, claims[end].document == document { end += 1 }
      let readers = Set(claims[start..<end].map(\.coder)).sorted()
      for (place, first) in readers.enumerated() {
        for second in readers[(place + 1)...] {
          shared[[first, second], default: []].append(start..<end)
        }
      }
      start = end
    }
    let pairs = shared.keys.sorted { $0.lexicographicallyPrecedes($1) }
    return try pairs.map(monitor) { pair throws(Cancelled) in
      try CodingComparison(
        of: pair[0], and: pair[1], claims, in: shared[pair] ?? [], sentenceCounts, monitor)
    }
  }

  /// - Parameter documents: where the claims of the documents stand that both have read.
  private init(
    of first: Int32, and second: Int32, _ claims: [CodedClaim], in documents: [Range<Int>],
    _ sentenceCounts: [Int], _ monitor: WorkMonitor
  ) throws(Cancelled) {
    (self.first, self.second, self.claims) = (first, second, claims)
    sentenceCount = documents.reduce(0) { $0 + sentenceCounts[Int(claims[$1.lowerBound].document)] }
    var pairs: [Pair] = []
    var marks: [(first: Bool, second: Bool)] = []
    for range in documents {
      var start = range.lowerBound
      while start < range.upperBound {
        try monitor.check(at: start)
        let sentence = claims[start].sentence
        var end = start
        while end < range.upperBound, claims[end].sentence == sentence { end += 1 }
        defer { start = end }
        let ones = (start..<end).filter { claims[$0].coder == first }
        let others = (start..<end).filter { claims[$0].coder == second }
        guard !ones.isEmpty || !others.isEmpty else { continue }
        marks.append((!ones.isEmpty, !others.isEmpty))
        for (one, other) in Self.aligned(ones, others, claims) {
          pairs.append(
            Pair(
              document: claims[start].document, sentence: sentence, first: one, second: other))
        }
      }
    }
    (self.pairs, self.marks) = (pairs, marks)
  }

  /// How many pairs of claims of one sentence are tried; a sentence with more is paired in order.
  private static let mostTried = 4096

  /// The claims of one sentence in pairs.
  private static func aligned(
    _ ones: [Int], _ others: [Int], _ claims: [CodedClaim]
  ) -> [(Int?, Int?)] {
    var tried: [(likeness: Int, one: Int, other: Int)] = []
    if ones.count * others.count <= mostTried {
      for one in ones {
        for other in others {
          let likeness = zip(claims[one].codes, claims[other].codes).count { $0 == $1 && $0 != 0 }
          tried.append((likeness, one, other))
        }
      }
      tried.sort { ($1.likeness, $0.one, $0.other) < ($0.likeness, $1.one, $1.other) }
    } else {
      tried = zip(ones, others).map { (0, $0, $1) }
    }
    var partner: [Int: Int] = [:]
    var taken: Set<Int> = []
    for each in tried where partner[each.one] == nil && !taken.contains(each.other) {
      partner[each.one] = each.other
      taken.insert(each.other)
    }
    return ones.map { ($0, partner[$0]) } + others.filter { !taken.contains($0) }.map { (nil, $0) }
  }

  /// Agreement about whether a sentence holds a claim.
  package var aboutSentences: CoderAgreement {
    let silent = [Int?](repeating: 0, count: max(0, sentenceCount - marks.count))
    return CoderAgreement([
      marks.map { $0.first ? 1 : 0 } + silent, marks.map { $0.second ? 1 : 0 } + silent,
    ])
  }

  /// In how many sentences only one of them recorded a claim.
  package var lonelySentences: Int { marks.count { $0.first != $0.second } }

  /// Agreement about a field of the claims that are paired; a field that is not filled is a code of
  /// its own. `nil` when neither reader ever filled it.
  package func about(field: Int) -> CoderAgreement? {
    var codes: [(Int?, Int?)] = []
    var isFilled = false
    for (one, other) in matched {
      let (first, second) = (claims[one].codes[field], claims[other].codes[field])
      if first != 0 || second != 0 { isFilled = true }
      codes.append((Int(first), Int(second)))
    }
    return isFilled ? CoderAgreement([codes.map(\.0), codes.map(\.1)]) : nil
  }

  /// The pairs whose claims say different things in a field.
  package func apart(in field: Int) -> [Pair] {
    pairs.filter { pair in
      guard let one = pair.first, let other = pair.second else { return false }
      return claims[one].codes[field] != claims[other].codes[field]
    }
  }

  private var matched: [(Int, Int)] {
    pairs.compactMap { pair in
      guard let one = pair.first, let other = pair.second else { return nil }
      return (one, other)
    }
  }
}
