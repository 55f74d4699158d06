import AssayModel

extension Votes {
  /// The scores under several models, in their order.
  ///
  /// The models know nothing of each other, so half of the work is done on a second thread; that of
  /// the copy-aware vote is about as much as that of all others.
  package func scores(
    under models: [TrustModel], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> [TrustScores] {
    try monitor.enter(.weighing, of: models.count)
    let (own, other) = (
      models.filter { $0 != .copyAware && $0 != .crh },
      models.filter { $0 == .copyAware || $0 == .crh }
    )
    let contest = try Contest(self, monitor)
    var first: [TrustScores] = []
    var second: [TrustScores] = []
    func run(_ model: TrustModel) throws(Cancelled) -> TrustScores {
      let scores = try contest.scores(under: model, monitor)
      try monitor.advance(by: 1)
      return scores
    }
    try TwoThreads.run { () throws(Cancelled) in
      first = try own.map { model throws(Cancelled) in try run(model) }
    } beside: { () throws(Cancelled) in
      second = try other.map { model throws(Cancelled) in try run(model) }
    }
    let all = first + second
    return models.compactMap { model in all.first { $0.model == model } }
  }
}
