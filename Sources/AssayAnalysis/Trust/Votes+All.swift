extension Votes {
  /// The scores under several models, in their order.
  ///
  /// The models know nothing of each other, so half of the work is done on a second thread; that of
  /// the copy-aware vote is about as much as that of all others.
  package func scores(under models: [TrustModel]) -> [TrustScores] {
    let (own, other) = (
      models.filter { $0 != .copyAware && $0 != .crh },
      models.filter { $0 == .copyAware || $0 == .crh }
    )
    let contest = Contest(self)
    var first: [TrustScores] = []
    var second: [TrustScores] = []
    TwoThreads.run {
      first = own.map { contest.scores(under: $0) }
    } beside: {
      second = other.map { contest.scores(under: $0) }
    }
    let all = first + second
    return models.compactMap { model in all.first { $0.model == model } }
  }
}
