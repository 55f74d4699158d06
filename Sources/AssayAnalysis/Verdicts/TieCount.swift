/// How many pairs of claims of two positions go back to one origin, and the first pair of each sort.
struct TieCount {
  private(set) var tied = 0.0
  private(set) var free = 0.0
  private(set) var firstTied: (left: Int32, right: Int32)?
  private(set) var firstFree: (left: Int32, right: Int32)?

  /// - Parameter isOne: whether both are one position; each pair then counts once.
  /// - Complexity: O(claims), but for few claims, which are compared one by one.
  init(
    _ ones: [Int32], _ others: [Int32], isOne: Bool, _ claims: ClaimTable,
    _ dependence: Dependence
  ) {
    if ones.count * others.count <= 256 {
      for (index, one) in ones.enumerated() {
        for other in isOne ? others[(index + 1)...] : others[...] {
          add(one, other, isTied: dependence.tie(Int(one), Int(other), in: claims) != nil)
        }
      }
      return
    }
    countMany(ones, others, isOne: isOne, claims, dependence)
  }

  private mutating func add(_ left: Int32, _ right: Int32, isTied: Bool) {
    if isTied {
      tied += 1
      if firstTied == nil { firstTied = (left, right) }
    } else {
      free += 1
      if firstFree == nil { firstFree = (left, right) }
    }
  }

  /// What ties a claim to others: the root of its source, its speaker, and both.
  private struct Ties: Hashable {
    let root: Int32
    let speaker: Int32
  }

  /// Counts by root and by speaker, less what both count.
  private mutating func countMany(
    _ ones: [Int32], _ others: [Int32], isOne: Bool, _ claims: ClaimTable,
    _ dependence: Dependence
  ) {
    func ties(_ claim: Int32) -> Ties {
      Ties(
        root: dependence.root(of: claims.sources[Int(claim)]), speaker: claims.speakers[Int(claim)])
    }
    var byRoot: [Int32: Int] = [:]
    var bySpeaker: [Int32: Int] = [:]
    var byBoth: [Ties: Int] = [:]
    for other in others {
      let ties = ties(other)
      byRoot[ties.root, default: 0] += 1
      guard ties.speaker > 0 else { continue }
      bySpeaker[ties.speaker, default: 0] += 1
      byBoth[ties, default: 0] += 1
    }
    func first(_ one: Int32, isTied: Bool) -> (left: Int32, right: Int32)? {
      let found = others.first { other in
        (!isOne || other != one)
          && (dependence.tie(Int(one), Int(other), in: claims) != nil) == isTied
      }
      return found.map { (min(one, $0), max(one, $0)) }
    }
    for one in ones {
      let own = ties(one)
      var count = byRoot[own.root, default: 0]
      if own.speaker > 0 {
        count += bySpeaker[own.speaker, default: 0] - byBoth[own, default: 0]
      }
      let all = others.count - (isOne ? 1 : 0)
      count -= isOne ? 1 : 0
      tied += Double(count)
      free += Double(all - count)
      if count > 0, firstTied == nil { firstTied = first(one, isTied: true) }
      if all > count, firstFree == nil { firstFree = first(one, isTied: false) }
    }
    if isOne { (tied, free) = (tied / 2, free / 2) }
  }
}
