import AssayModel

/// What may follow the name of a stage or a command, read from its usage: `why not @ID`,
/// `save "FILE"`, `set [NAME [VALUE]]`.
struct UsagePattern {
  /// The words behind the name, for each way of writing it.
  private let ways: [[String]]

  init(_ usage: String, of name: String) {
    var ways: [[String]] = []
    for part in usage.split(separator: ", ") {
      let words = part.split(separator: " ").map(String.init)
      if words.first == name {
        ways.append(Array(words.dropFirst()))
      } else if !ways.isEmpty {
        ways[ways.count - 1] += words
      }
    }
    self.ways = ways
  }

  /// The first word behind the name.
  var first: String { ways.first?.first ?? "" }

  /// Whether some way has the name of a file or folder in quotes.
  var takesFile: Bool {
    ways.joined().contains { word in
      ["\"FILE", "\"FOLDER", "\"PATH", "\"CORPUS", "\"PATTERN"].contains { word.contains($0) }
    }
  }

  /// What may stand behind these arguments: bare words, and others as the usage has them.
  func words(after arguments: [String]) -> [String] {
    var found: [String] = []
    for way in ways where way.count > arguments.count {
      let fits = zip(way, arguments).allSatisfy { word, argument in
        let choices = Self.choices(word)
        return choices.allSatisfy(Self.isOpen) || choices.contains(argument)
      }
      guard fits else { continue }
      // What may be left out, and what then stands there.
      let rest = way[arguments.count...]
      let optional = rest.prefix { $0.hasPrefix("[") && $0.hasSuffix("]") }.count
      for word in rest.prefix(optional + 1).flatMap(Self.choices) where !found.contains(word) {
        found.append(word)
      }
    }
    return found
  }

  /// What the usage has behind one of its bare words.
  func word(behind word: String) -> String? {
    for way in ways {
      let words = way.flatMap(Self.choices)
      if let index = words.firstIndex(of: word), index + 1 < words.count { return words[index + 1] }
    }
    return nil
  }

  /// Whether a word of the usage stands for others, such as `N` and `@ID`.
  static func isOpen(_ word: String) -> Bool {
    !word.utf8.allSatisfy { $0 &- UInt8(ascii: "a") < 26 || $0 == UInt8(ascii: "-") }
  }

  private static func choices(_ word: String) -> [String] {
    word.split { "[]|,…".contains($0) }.map(String.init)
  }

  /// The kinds of record that are referred to; `nil` if none is.
  var kinds: [RecordKind]? {
    var found: [RecordKind]?
    for word in ways.joined() {
      guard let sign = word.firstIndex(of: "@") else { continue }
      let name = word[word.index(after: sign)...].prefix { $0.isLetter }.lowercased()
      if name == "id" || name == "record" { return RecordKind.written }
      let kind = RecordKind.written.first { $0.word == name } ?? .entity
      found = (found ?? []).contains(kind) ? found : (found ?? []) + [kind]
    }
    return found
  }
}

extension RecordKind {
  /// The kinds that a person writes.
  static var written: [RecordKind] { allCases.filter { $0 != .document } }

  /// The kinds that are called something.
  static let named: [RecordKind] = [.entity, .source, .predicate, .question]
}
