/// A published model of how far sources are to be trusted.
///
/// A model makes two kinds of numbers of the votes: a score for each value and a trust for each
/// source. They are scores *under the model*; none of them is the truth.
package enum TrustModel: String, CaseIterable, Sendable {
  case majority, sums, averageLog, investment, pooledInvestment, truthFinder, crh, copyAware

  /// The name in queries and columns, in lower case with hyphens.
  package var name: String {
    switch self {
    case .majority: "majority"
    case .sums: "sums"
    case .averageLog: "average-log"
    case .investment: "investment"
    case .pooledInvestment: "pooled-investment"
    case .truthFinder: "truth-finder"
    case .crh: "crh"
    case .copyAware: "copy-aware"
    }
  }

  /// The model of a name, or `nil`.
  package init?(name: String) {
    guard let model = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = model
  }

  /// What the model does, in one sentence.
  package var summary: String {
    switch self {
    case .majority: "A value's share of the votes on its item; each source counts the same."
    case .sums: "A source is worth the sum of its values, a value the sum of its sources."
    case .averageLog: "As sums, with a source's mean value times the logarithm of its count."
    case .investment: "Sources invest their trust in values and earn what these return."
    case .pooledInvestment: "As investment, with the values of an item sharing one pool."
    case .truthFinder: "A value fails only if each of its sources errs; near values help."
    case .crh: "Sources weigh the more the less they differ from the weighted outcome."
    case .copyAware: "Votes by accuracy, with those discounted that look copied."
    }
  }

  /// Where the model was published.
  package var paper: String {
    switch self {
    case .majority:
      "Condorcet, Essai sur l'application de l'analyse à la probabilité des décisions (1785)"
    case .sums:
      "Kleinberg, Authoritative Sources in a Hyperlinked Environment (1999); "
        + "Pasternack and Roth, Knowing What to Believe (2010)"
    case .averageLog, .investment, .pooledInvestment:
      "Pasternack and Roth, Knowing What to Believe (when you already know something) (2010)"
    case .truthFinder:
      "Yin, Han and Yu, Truth Discovery with Multiple Conflicting Information Providers (2008)"
    case .crh:
      "Li, Li, Gao, Zhao, Fan and Han, Resolving Conflicts in Heterogeneous Data by Truth "
        + "Discovery and Source Reliability Estimation (2014)"
    case .copyAware:
      "Dong, Berti-Équille and Srivastava, Integrating Conflicting Data: The Role of Source "
        + "Dependence (2009)"
    }
  }

  /// The most rounds that the model goes, if it does not come to rest before.
  ///
  /// Investment and pooled investment do not come to rest in general: trust drains to few sources.
  /// They go the 20 and 10 rounds of the Python package `truthdiscovery`.
  var roundLimit: Int {
    switch self {
    case .majority: 1
    case .investment: 20
    case .pooledInvestment: 10
    case .copyAware: 20
    case .crh: 50
    case .sums, .averageLog, .truthFinder: 100
    }
  }
}
