/// Which part of a vote is the voter's own, in the mean over all orders of asking.
///
/// If a source is asked at *t* of the way, 0...1, each other one is asked before it with chance
/// *t*; the mean is the integral over *t* of a product with one factor for each other voter. Eight
/// points of Gauss and Legendre give it, exactly up to 16 voters.
struct VoteOrders {
  private static let points = SIMD8<Double>(
    0.019855071751231884, 0.10166676129318664, 0.2372337950418355, 0.40828267875217505,
    0.591717321247825, 0.7627662049581645, 0.8983332387068134, 0.9801449282487681)
  private static let weights = SIMD8<Double>(
    0.05061426814518813, 0.11119051722668724, 0.15685332293894363, 0.18134189168918100,
    0.18134189168918100, 0.15685332293894363, 0.11119051722668724, 0.05061426814518813)

  private var own: [SIMD8<Double>] = []

  mutating func setShares(
    _ slot: Int, _ evidence: borrowing CopyEvidence, _ arrays: VoteArrays,
    into shares: borrowing NumberRow
  ) {
    let places = arrays.places(of: slot)
    let one = SIMD8<Double>(repeating: 1)
    own.removeAll(keepingCapacity: true)
    for _ in places { own.append(one) }
    evidence.eachDependence(slot, voters: places.count) { first, second, ahead, behind, even in
      let later = one - Self.points * even
      own[first] *= later - ahead
      own[second] *= later - behind
    }
    for (rank, place) in places.enumerated() {
      shares[place] = min(max((own[rank] * Self.weights).sum(), 0), 1)
    }
  }
}
