/// How a claim says what it says, the firmest first.
///
/// A claim has one manner, the last of these that applies: it is plain unless its mode is `opinion`,
/// it is hedged, it has a speaker other than its source, or its mode is `plan`. An estimate is plain.
package enum Manner: UInt8, CaseIterable, Comparable, Sendable {
  case plain, opinion, hedged, reported, planned

  /// Which of two manners is the firmer.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// What follows the comma in the word of a cell; nothing for a plain statement.
  package var qualifier: String {
    switch self {
    case .plain: ""
    case .opinion: "opinion"
    case .hedged: "hedged"
    case .reported: "reported"
    case .planned: "planned"
    }
  }

  /// What a source does that speaks for an answer in this manner.
  package var verb: String {
    switch self {
    case .plain: "asserts"
    case .opinion: "opines"
    case .hedged: "hedges"
    case .reported: "reports"
    case .planned: "plans"
    }
  }
}

extension ClaimTable {
  /// In which manner the claim at this place speaks; `nil` for a question, which says nothing.
  package func manner(of claim: Int) -> Manner? {
    switch modes[claim] {
    case .question: nil
    case .plan: .planned
    case .fact, .estimate, .opinion:
      speakers[claim] > 0
        ? .reported : isHedged[claim] ? .hedged : modes[claim] == .opinion ? .opinion : .plain
    }
  }
}

/// The stances that a source's claims take on an answer: for or against, each in some manners.
package struct StanceSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The stance of one claim.
  package init(isFor: Bool, _ manner: Manner) {
    let place = Int(manner.rawValue) + (isFor ? 0 : Manner.allCases.count)
    rawValue = 1 << UInt16(place)
  }

  /// The firmest manner in which it speaks for the answer, or against it; `nil` if it does not.
  package func firmest(isFor: Bool) -> Manner? {
    Manner.allCases.first { contains(StanceSet(isFor: isFor, $0)) }
  }

  /// The stances in one word of the closed list ``words``; `nil` when there are none.
  ///
  /// For the answer alone: the verb of the firmest manner. Against it alone: `denies`, with the
  /// firmest manner unless it is plain. For and against: `both`, with the less firm of the two
  /// sides' firmest manners unless it is plain; so a bare `both` contradicts itself in plain words
  /// of its own.
  package var word: String? {
    switch (firmest(isFor: true), firmest(isFor: false)) {
    case (nil, nil): nil
    case (let manner?, nil): manner.verb
    case (nil, let manner?): Self.word("denies", manner)
    case (let left?, let right?): Self.word("both", max(left, right))
    }
  }

  /// The word of a cell whose source covers the question and says nothing to the answer.
  package static let silent = "silent"
  /// The word of a cell whose source does not cover the question.
  package static let notCovered = "not covered"

  /// Every word that a cell may have.
  package static let words: [String] =
    Manner.allCases.map(\.verb)
    + ["denies", "both"].flatMap { verb in Manner.allCases.map { word(verb, $0) } }
    + [silent, notCovered]

  private static func word(_ verb: String, _ manner: Manner) -> String {
    manner == .plain ? verb : "\(verb), \(manner.qualifier)"
  }
}
