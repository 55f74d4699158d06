/// What makes sources count as one origin; each can be left out.
package struct OriginRules: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A declared `derives from`, in any number of steps.
  package static let derivation = OriginRules(rawValue: 1)
  /// One original speaker; of the claims at hand, not of the sources.
  package static let speaker = OriginRules(rawValue: 2)
  /// Wording that their documents share.
  package static let wording = OriginRules(rawValue: 4)
  /// Rare figures that they share.
  package static let figures = OriginRules(rawValue: 8)

  package static let all: OriginRules = [.derivation, .speaker, .wording, .figures]
}

/// Why two sources are tied; in the order of ``ClosedList/originTie``.
package enum OriginTie: UInt8, Sendable {
  case derivation, wording, figures, speaker
}
