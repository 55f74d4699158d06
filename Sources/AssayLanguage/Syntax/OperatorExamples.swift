extension BinaryOperator {
  /// A statement that has it; `nil` for a sign.
  package var example: String? {
    switch self {
    case .or: "claims | where mode = plan or mode = estimate"
    case .and: "claims | where mode = fact and hedge is present"
    case .has: "claims | where says has \"bases\""
    case .matches: "claims | where says matches \"[0-9]+\""
    case .overlaps: "claims | where when overlaps 2012"
    case .before: "sources | where published before 2013"
    case .after: "sources | where published after 2011"
    case .within: "claims | where when within 2012"
    default: nil
    }
  }
}

extension ConditionForm {
  /// The word that tells it from the others: `missing` of `is missing`.
  package var word: String {
    switch self {
    case .not: "not"
    case .membership: "in"
    case .missing: "missing"
    case .present: "present"
    }
  }

  /// A statement that has it.
  package var example: String {
    switch self {
    case .not: "claims | where not mode = fact"
    case .membership: "claims | where mode in (plan, estimate)"
    case .missing: "claims | where when is missing"
    case .present: "claims | where value is present"
    }
  }
}
