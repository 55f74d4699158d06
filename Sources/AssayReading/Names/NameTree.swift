/// Names as paths of words from a root, ready for look-ups.
struct NameTree: Sendable {
  /// The words that a name may have at most.
  static let longest = 32

  /// Open addressing by ``Step/key``.
  private var steps = [Step()]
  private var shift: UInt64 = 63
  /// Some bits of every key, so that most words of a text are passed by without a look-up.
  private var filter: [UInt64] = [0]
  private var filterShift: UInt64 = 63
  private(set) var ends: [NameEnd] = []

  /// Where names go on from a node by one word.
  struct Step: Sendable {
    /// 0 in a free place.
    var key: UInt64 = 0
    /// The node to which it leads; the root is 0.
    var node: Int32 = 0
    /// The place in `ends` of the names that end there, times 4, from 4 on; below 4 for none. The
    /// last two bits say whether names go on from there, and whether one of them has a mark before
    /// this word that cuts.
    var state: Int32 = 0

    @inline(__always) var end: Int? { state < 4 ? nil : Int(state >> 2) - 1 }
    @inline(__always) var goesOn: Bool { state & 1 != 0 }
    @inline(__always) var allowsCut: Bool { state & 2 != 0 }
  }

  /// The number of a step from `node` by a word; never 0.
  @inline(__always)
  static func key(_ node: Int32, _ word: UInt64) -> UInt64 {
    let mixed = (word ^ word >> 29) &+ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93 | 1
  }

  init() {}

  /// - Parameter steps: in any order; their keys differ.
  init(steps: [Step], ends: [NameEnd]) {
    self.ends = ends
    var bits: UInt64 = 1
    while 1 << bits < steps.count * 2 { bits += 1 }
    shift = 64 - bits
    self.steps = [Step](repeating: Step(), count: 1 << Int(bits))
    var filterBits: UInt64 = 12
    while filterBits < 22, 1 << filterBits < steps.count * 16 { filterBits += 1 }
    filterShift = 64 - filterBits
    filter = [UInt64](repeating: 0, count: 1 << Int(filterBits - 6))
    for step in steps {
      var place = Int(step.key >> shift)
      while self.steps[place].key != 0 { place = (place + 1) & (self.steps.count - 1) }
      self.steps[place] = step
      let bit = step.key >> filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
  }

  /// The tree while it is asked, without checks of bounds: every place is masked.
  struct Reader {
    let ends: UnsafePointer<NameEnd>
    fileprivate let steps: UnsafePointer<Step>
    fileprivate let filter: UnsafePointer<UInt64>
    fileprivate let shift: UInt64
    fileprivate let filterShift: UInt64
    fileprivate let mask: Int

    /// The step from `node` by a word, if there is one.
    @inline(__always)
    func step(_ node: Int32, _ word: UInt64) -> Step? {
      let key = NameTree.key(node, word)
      let bit = key >> filterShift
      guard filter[Int(bit >> 6)] >> (bit & 63) & 1 == 1 else { return nil }
      var place = Int(key >> shift)
      while true {
        let step = steps[place]
        if step.key == key { return step }
        if step.key == 0 { return nil }
        place = (place + 1) & mask
      }
    }
  }

  /// Asks the tree; `nil` of one without names.
  func read<Result>(_ body: (Reader) -> Result?) -> Result? {
    steps.withUnsafeBufferPointer { steps in
      filter.withUnsafeBufferPointer { filter in
        ends.withUnsafeBufferPointer { ends in
          guard let start = steps.baseAddress, let filter = filter.baseAddress,
            let ends = ends.baseAddress
          else { return nil }
          return body(
            Reader(
              ends: ends, steps: start, filter: filter, shift: shift, filterShift: filterShift,
              mask: steps.count - 1))
        }
      }
    }
  }
}
