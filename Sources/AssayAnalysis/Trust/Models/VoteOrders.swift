import AssayModel

/// Which part of a vote is the voter's own, in the mean over all orders of asking.
///
/// If a source is asked at *t* of the way, 0...1, each other one is asked before it with chance
/// *t*; the mean is the integral over *t* of a product with one factor for each other voter. Eight
/// points of Gauss and Legendre give it, exactly up to 16 voters.
struct VoteOrders: ~Copyable {
  private static let points = SIMD8<Double>(
    0.019855071751231884, 0.10166676129318664, 0.2372337950418355, 0.40828267875217505,
    0.591717321247825, 0.7627662049581645, 0.8983332387068134, 0.9801449282487681)
  private static let weights = SIMD8<Double>(
    0.05061426814518813, 0.11119051722668724, 0.15685332293894363, 0.18134189168918100,
    0.18134189168918100, 0.15685332293894363, 0.11119051722668724, 0.05061426814518813)

  private let count: Int
  /// For each vote the product at each point, once a factor of it is known.
  private let products: UnsafeMutablePointer<SIMD8<Double>>
  private let isKnown: UnsafeMutablePointer<Bool>

  /// - Parameter count: how many votes there are.
  init(count: Int) {
    self.count = count
    products = .allocate(capacity: max(count, 1))
    isKnown = .allocate(capacity: max(count, 1))
    isKnown.initialize(repeating: false, count: count)
  }

  deinit {
    products.deallocate()
    isKnown.deallocate()
  }

  /// Sets which part of each vote is the voter's own.
  func setShares(
    _ evidence: borrowing CopyEvidence, into shares: borrowing NumberRow, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let (points, weights) = (Self.points, Self.weights)
    let one = SIMD8<Double>(repeating: 1)
    shares.fill(1)
    try evidence.eachDependence(monitor) { first, second, ahead, behind, even in
      let later = one - points * even
      products[first] = (isKnown[first] ? products[first] : one) * (later - ahead)
      products[second] = (isKnown[second] ? products[second] : one) * (later - behind)
      (isKnown[first], isKnown[second]) = (true, true)
    }
    for vote in 0..<count where isKnown[vote] {
      shares[vote] = min(max((products[vote] * weights).sum(), 0), 1)
      isKnown[vote] = false
    }
  }
}
