import AssayModel

/// What can be said of two claims; the first that applies. In the order of ``ClosedList/verdict``.
package enum Verdict: UInt8, CaseIterable, Sendable {
  case retracted, cannotCompare, differsInTime, differsInPlace, differsInScope, planAndFact
  case manyValued, restates, agrees, refines, compatible, contradicts

  package var word: String { ClosedList.verdict.words[Int(rawValue)] }

  /// The rule that gives it, in one sentence.
  package var rule: String {
    switch self {
    case .retracted: "One of the two was retracted or corrected by its own source."
    case .cannotCompare: "What the two say cannot be compared."
    case .differsInTime: "They speak of times that do not overlap, and what they say may change."
    case .differsInPlace: "They speak of two places of which neither contains the other."
    case .differsInScope: "Their scopes differ: they talk past each other."
    case .planAndFact: "One is a plan, the other is not."
    case .manyValued: "The relation allows several at a time, and neither claim is a denial."
    case .restates: "They say the same, and both go back to one origin."
    case .agrees: "They say the same, and come from independent origins."
    case .refines: "What one says lies inside of what the other says."
    case .compatible: "Both can hold."
    case .contradicts: "They cannot both hold."
    }
  }
}

/// What decided a verdict; in the order of ``ClosedList/deciding``.
package enum DecidingField: UInt8, Sendable {
  case link, unit, value, mode, when, place, scope, cardinality, source, speaker, denied, object
  case answer
}

/// What goes with a verdict.
package struct VerdictFlags: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A missing date decided nothing but might have.
  package static let ifSameTime = VerdictFlags(rawValue: 1)
  /// On one side at least every claim is reported, so the conflict is between speakers.
  package static let reportedOnly = VerdictFlags(rawValue: 2)
  /// All claims on both sides stand in one source.
  package static let isSelf = VerdictFlags(rawValue: 4)

  /// The words of all combinations, by raw value.
  package static let words: [String] = (UInt8(0)..<8).map { value in
    let names = ["if-same-time", "reported-only", "self"]
    return names.indices.filter { value & (1 << UInt8($0)) != 0 }.map { names[$0] }
      .joined(separator: "; ")
  }
}
