import AssayModel

/// A pattern as steps of a machine that is in several states at once.
///
/// Each step takes one word or none, so a match is found in time proportional to the steps and the
/// words it may have, whatever the pattern.
struct PatternProgram {
  /// What a state does.
  enum Step {
    /// Takes a word of the set with this number, and goes to the next step.
    case word(Int)
    /// Takes any word, and goes to the next step.
    case any
    /// Goes to each of these without taking a word.
    case fork([Int])
    case done
  }

  private(set) var steps: [Step] = []
  private(set) var sets: [WordSet] = []
  private let index: WordIndex
  /// The states in which it begins: those that take a word.
  private var first: [Int] = []
  /// Whether there is never more than one state.
  private var isLine = true

  init(_ elements: [WordPattern.Element], in index: WordIndex) {
    self.index = index
    add(elements)
    steps.append(.done)
    isLine = steps.allSatisfy { if case .fork = $0 { false } else { true } }
    var seen = [Bool](repeating: false, count: steps.count)
    close(0, into: &first, &seen)
  }

  private mutating func add(_ elements: [WordPattern.Element]) {
    for element in elements {
      switch element {
      case .word(let form):
        steps.append(.word(sets.count))
        sets.append(WordSet(form, in: index))
      case .gap(let least, let most):
        for _ in 0..<least { steps.append(.any) }
        let end = steps.count + (most - least) * 2
        for _ in least..<most {
          steps.append(.fork([steps.count + 1, end]))
          steps.append(.any)
        }
      case .oneOf(let runs): add(runs)
      }
    }
  }

  private mutating func add(_ runs: [[WordPattern.Element]]) {
    let fork = steps.count
    steps.append(.fork([]))
    var starts: [Int] = []
    var exits: [Int] = []
    for run in runs {
      starts.append(steps.count)
      add(run)
      exits.append(steps.count)
      steps.append(.fork([]))
    }
    steps[fork] = .fork(starts)
    for exit in exits { steps[exit] = .fork([steps.count]) }
  }

  /// Adds a state, or those that it leads to without a word.
  private func close(_ state: Int, into states: inout [Int], _ seen: inout [Bool]) {
    guard !seen[state] else { return }
    seen[state] = true
    if case .fork(let targets) = steps[state] {
      for target in targets { close(target, into: &states, &seen) }
    } else {
      states.append(state)
    }
  }

  /// Where the shortest match ends that begins at a position; `nil` if there is none before `limit`.
  func end(from start: Int, before limit: Int) -> Int? {
    isLine ? endOfLine(from: start, before: limit) : endOfAny(from: start, before: limit)
  }

  private func endOfLine(from start: Int, before limit: Int) -> Int? {
    var position = start
    for step in steps {
      switch step {
      case .done: return position
      case .word(let set):
        guard position < limit, sets[set].contains(index.word(at: position)) else { return nil }
      case .any: guard position < limit else { return nil }
      case .fork: return nil
      }
      position += 1
    }
    return nil
  }

  private func endOfAny(from start: Int, before limit: Int) -> Int? {
    var states = first
    var position = start
    while true {
      for state in states { if case .done = steps[state] { return position } }
      guard position < limit else { return nil }
      let word = index.word(at: position)
      var next: [Int] = []
      for state in states {
        switch steps[state] {
        case .word(let set): if sets[set].contains(word) { next.append(state + 1) }
        case .any: next.append(state + 1)
        case .fork, .done: break
        }
      }
      guard !next.isEmpty else { return nil }
      states.removeAll(keepingCapacity: true)
      var seen = [Bool](repeating: false, count: steps.count)
      for state in next { close(state, into: &states, &seen) }
      position += 1
    }
  }
}
