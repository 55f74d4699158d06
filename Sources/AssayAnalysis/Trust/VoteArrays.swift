import AssayModel

/// The arrays of ``Votes`` without checks of bounds, for the inner loops of the models.
///
/// They hold within ``Votes/withArrays(_:)`` only. Every index in them was checked when the votes
/// came in.
struct VoteArrays {
  let itemStarts: UnsafePointer<Int32>
  let voterStarts: UnsafePointer<Int32>
  let voters: UnsafePointer<Int32>

  @inline(__always) func slots(of item: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(itemStarts[item]), Int(itemStarts[item + 1])))
  }

  @inline(__always) func places(of slot: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(voterStarts[slot]), Int(voterStarts[slot + 1])))
  }

  /// The sum of a number of each voter of a slot.
  @inline(__always) func sum(_ slot: Int, of numbers: borrowing NumberRow) -> Double {
    var sum = 0.0
    for place in places(of: slot) { sum += numbers[Int(voters[place])] }
    return sum
  }

  /// Adds to the number of each voter of a slot.
  @inline(__always) func add(_ amount: Double, _ slot: Int, to numbers: borrowing NumberRow) {
    for place in places(of: slot) { numbers[Int(voters[place])] += amount }
  }
}

/// A row of numbers without checks of bounds.
struct NumberRow: ~Copyable {
  let count: Int
  private let start: UnsafeMutablePointer<Double>

  init(repeating number: Double, count: Int) {
    self.count = count
    start = .allocate(capacity: max(count, 1))
    start.initialize(repeating: number, count: count)
  }

  deinit { start.deallocate() }

  @inline(__always) subscript(_ index: Int) -> Double {
    get { start[index] }
    nonmutating _modify { yield &start[index] }
  }

  var array: [Double] { Array(UnsafeBufferPointer(start: start, count: count)) }

  func fill(_ number: Double) { start.update(repeating: number, count: count) }

  private var greatest: Double {
    var greatest = 0.0
    for index in 0..<count { greatest = max(greatest, start[index]) }
    return greatest
  }

  private func divide(by number: Double) {
    if number > 0 { for index in 0..<count { start[index] /= number } }
  }

  /// Divides by the greatest number, so that it becomes 1; leaves zeros alone.
  func scaleToOne() { divide(by: greatest) }

  /// Divides this row and another one by the greatest number of both.
  func scaleToOne(with other: borrowing NumberRow) {
    let greatest = max(greatest, other.greatest)
    divide(by: greatest)
    other.divide(by: greatest)
  }

  /// Takes the numbers of another row and says by how much the most changed one differs.
  func replace(by other: borrowing NumberRow) -> Double {
    var change = 0.0
    for index in 0..<count {
      change = max(change, abs(start[index] - other[index]))
      start[index] = other[index]
    }
    return change
  }
}

extension Votes {
  func withArrays<Result>(
    _ body: (VoteArrays) throws(Cancelled) -> Result
  ) throws(Cancelled) -> Result {
    try itemStarts.withUnsafeBufferPointer { items throws(Cancelled) in
      try voterStarts.withUnsafeBufferPointer { starts throws(Cancelled) in
        try voters.withUnsafeBufferPointer { voters throws(Cancelled) in
          // Only the voters can be none; then nothing is read from them.
          guard let items = items.baseAddress, let starts = starts.baseAddress else {
            preconditionFailure("a row of starts has its end")
          }
          return try body(
            VoteArrays(
              itemStarts: items, voterStarts: starts, voters: voters.baseAddress ?? starts))
        }
      }
    }
  }
}
