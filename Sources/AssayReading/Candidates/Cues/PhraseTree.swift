/// Phrases as paths of words, so that all of them are tried at once.
struct PhraseTree: Sendable {
  /// Stands in a path for a number in digits.
  static let anyNumber: Int32 = .max
  /// Stands in a path for up to two words.
  static let gap: Int32 = .max - 1

  /// What a phrase says.
  enum Meaning: Hashable, Sendable {
    case cue(Cue.Kind)
    case speaker(SpeakerPlace)
    case boilerplate
    /// Nothing, though it holds words that would.
    case nothing
  }

  /// Where the words for who speaks stand.
  enum SpeakerPlace: Hashable, Sendable {
    case before, after
    /// Between the phrase and the words that follow.
    case within
  }

  /// The sections of phrases. What is added first stands.
  static let sections: [(name: String, meaning: Meaning)] = [
    ("no cues", .nothing), ("attribution", .speaker(.after)), ("denials", .cue(.denial)),
    ("hedges", .cue(.hedge)), ("estimates", .cue(.estimate)), ("plans", .cue(.plan)),
    ("opinions", .cue(.opinion)), ("boilerplate", .boilerplate),
  ]

  private var steps: [UInt64: Int32] = [:]
  private var meanings: [Meaning?] = [nil]
  /// What has to follow an `X's`, for the ends of phrases within which it stands.
  private var suffixes: [Int32: [[[Int32]]]] = [:]
  /// How many words at the end of a phrase only have to stand there.
  private var conditions: [Int32: Int] = [:]
  /// By the number of a word whether a phrase begins with it.
  private var beginnings: [Bool] = []

  /// - Parameters:
  ///   - suffix: what follows an `X's` behind the path.
  ///   - condition: how many of the last words are no part of the phrase.
  mutating func add(
    _ path: [[Int32]], _ meaning: Meaning, suffix: [[Int32]]? = nil, condition: Int = 0
  ) {
    guard let first = path.first else { return }
    for number in first where number < Self.gap {
      if beginnings.count <= number {
        beginnings += Array(repeating: false, count: Int(number) + 1 - beginnings.count)
      }
      beginnings[Int(number)] = true
    }
    add(path[...], from: 0, meaning, suffix, condition)
  }

  private mutating func add(
    _ path: ArraySlice<[Int32]>, from node: Int32, _ meaning: Meaning, _ suffix: [[Int32]]?,
    _ condition: Int
  ) {
    guard let choices = path.first else {
      if let suffix {
        suffixes[node, default: []].append(suffix)
      } else if meanings[Int(node)] == nil {
        meanings[Int(node)] = meaning
        if condition > 0 { conditions[node] = condition }
      }
      return
    }
    for number in choices {
      let key = Self.key(node, number)
      let next = steps[key] ?? Int32(meanings.count)
      if steps[key] == nil {
        steps[key] = next
        meanings.append(nil)
      }
      add(path.dropFirst(), from: next, meaning, suffix, condition)
    }
  }

  private static func key(_ node: Int32, _ number: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: number))
  }

  /// Whether a phrase begins with a word.
  @inline(__always)
  func begins(with number: Int32) -> Bool {
    number >= 0 && number < beginnings.count && beginnings[Int(number)]
  }

  func next(_ node: Int32, _ number: Int32) -> Int32? {
    number >= 0 ? steps[Self.key(node, number)] : nil
  }

  func meaning(of node: Int32) -> Meaning? { meanings[Int(node)] }

  /// How many words at the end of a phrase are no part of it.
  func condition(of node: Int32) -> Int { conditions.isEmpty ? 0 : conditions[node] ?? 0 }

  func suffixes(of node: Int32) -> [[[Int32]]] { suffixes[node] ?? [] }
}
