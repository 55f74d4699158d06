import AssayModel

/// How many pairs of claims of two positions go back to one origin, and the first pair of each sort.
struct TieCount {
  private(set) var tied = 0.0
  private(set) var free = 0.0
  private(set) var firstTied: (left: Int32, right: Int32)?
  private(set) var firstFree: (left: Int32, right: Int32)?

  /// - Parameters:
  ///   - ones: the claims of the one position.
  ///   - others: those of the other; the same if both are one, and each pair then counts once.
  ///   - monitor: looked at; `nil` for few claims.
  /// - Complexity: O(claims of the one), and for many O(those of the other) once more for a pair.
  init(
    _ ones: ArraySlice<Int32>, _ others: TieIndex, isOne: Bool, _ dependence: Dependence,
    _ monitor: WorkMonitor?
  ) throws(Cancelled) {
    if ones.count * others.members.count <= Self.mostDirect {
      countDirectly(ones, others.members, isOne: isOne, dependence)
      return
    }
    func first(_ one: Int32, isTied: Bool) -> (left: Int32, right: Int32)? {
      let found = others.members.first { other in
        (!isOne || other != one)
          && (dependence.tie(one, other) != nil) == isTied
      }
      return found.map { isOne ? (min(one, $0), max(one, $0)) : (one, $0) }
    }
    for (step, one) in ones.enumerated() {
      if let monitor, step > 0 { try monitor.check(at: step) }
      let own = isOne ? 1 : 0
      let count = others.tiedCount(of: one, dependence) - own
      let all = others.members.count - own
      tied += Double(count)
      free += Double(all - count)
      if count > 0, firstTied == nil { firstTied = first(one, isTied: true) }
      if all > count, firstFree == nil { firstFree = first(one, isTied: false) }
    }
    if isOne { (tied, free) = (tied / 2, free / 2) }
  }

  /// How many pairs are looked at one by one; for more, claims are looked up.
  private static let mostDirect = 64

  private mutating func countDirectly(
    _ ones: ArraySlice<Int32>, _ others: ArraySlice<Int32>, isOne: Bool, _ dependence: Dependence
  ) {
    for (index, one) in ones.enumerated() {
      // Of one position each pair is met once; its claims are ascending.
      for other in isOne ? others.dropFirst(index + 1) : others {
        if dependence.tie(one, other) != nil {
          tied += 1
          if firstTied == nil { firstTied = (one, other) }
        } else {
          free += 1
          if firstFree == nil { firstFree = (one, other) }
        }
      }
    }
  }
}

/// The claims of a position, counted by what may tie them to others.
final class TieIndex {
  let members: ArraySlice<Int32>
  private var byRoot: [Int32: Int] = [:]
  private var bySpeaker: [Int32: Int] = [:]
  private var byBoth: [Ties: Int] = [:]
  private var isCounted = false

  private struct Ties: Hashable {
    let root: Int32
    let speaker: Int32
  }

  init(_ members: ArraySlice<Int32>) { self.members = members }

  /// Counts once it is asked: of few claims nothing is.
  private func count(_ dependence: Dependence) {
    isCounted = true
    for member in members {
      let (root, speaker) = (dependence.root(of: member), dependence.speaker(of: member))
      byRoot[root, default: 0] += 1
      guard speaker > 0 else { continue }
      bySpeaker[speaker, default: 0] += 1
      byBoth[Ties(root: root, speaker: speaker), default: 0] += 1
    }
  }

  /// How many of the claims are tied to this one, itself included if it is among them: by root and
  /// by speaker, less what both count.
  func tiedCount(of claim: Int32, _ dependence: Dependence) -> Int {
    if !isCounted { count(dependence) }
    let (root, speaker) = (dependence.root(of: claim), dependence.speaker(of: claim))
    let count = byRoot[root] ?? 0
    guard speaker > 0 else { return count }
    return count + (bySpeaker[speaker] ?? 0) - (byBoth[Ties(root: root, speaker: speaker)] ?? 0)
  }
}
