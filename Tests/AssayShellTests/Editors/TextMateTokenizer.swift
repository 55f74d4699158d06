import Foundation

/// As much of a TextMate tokenizer as the grammar uses: `match`, `begin`, `end`, captures and
/// includes of the repository.
///
/// As in VS Code a line is seen with its line end, the earliest match wins, and of several at one
/// place the end of the open region, then the first in the list.
final class TextMateTokenizer {
  /// A grammar that is none.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// A pattern of a list, includes resolved.
  private final class Rule {
    let begin: Pattern
    let end: Pattern?
    let name: String?
    let captures: [Int: String]
    let endCaptures: [Int: String]
    let list: [Any]
    /// What may stand within; worked out when it is first asked for.
    var inner: [Rule]?

    init(
      begin: Pattern, end: Pattern?, name: String?, captures: [Int: String],
      endCaptures: [Int: String], list: [Any]
    ) {
      (self.begin, self.end, self.name, self.captures) = (begin, end, name, captures)
      (self.endCaptures, self.list) = (endCaptures, list)
    }
  }

  /// A regular expression with what it last found in the line at hand.
  private final class Pattern {
    let regex: Regex<AnyRegexOutput>
    let isAnchored: Bool
    var found: (line: Int, from: String.Index, match: Regex<AnyRegexOutput>.Match?)?

    /// The line begins with a mark that stands for `^`, as a part of a line has no other beginning.
    init(_ text: String) throws {
      var translated = ""
      var isClass = false
      var isEscaped = false
      for character in text {
        defer { isEscaped = character == "\\" && !isEscaped }
        if isEscaped {
          translated.append(character)
        } else if character == "[" || character == "]" {
          isClass = character == "["
          translated.append(character)
        } else if character == "^", !isClass {
          translated += #"\x01"#
        } else if character == "$", !isClass {
          translated += #"(?=\n)"#
        } else {
          translated.append(character)
        }
      }
      isAnchored = translated.contains(#"\x01"#)
      regex = try Regex(translated).matchingSemantics(.unicodeScalar)
    }

    /// The first match at or behind `start`.
    func match(in line: String, number: Int, from start: String.Index)
      -> Regex<AnyRegexOutput>.Match?
    {
      if let found, found.line == number, found.from <= start {
        guard let match = found.match else { return nil }
        if match.range.lowerBound >= start { return match }
      }
      let isFirst = start == line.index(after: line.startIndex)
      let from = isAnchored && isFirst ? line.startIndex : start
      let match = line[from...].firstMatch(of: regex)
      found = (number, from, match)
      return match
    }
  }

  private let repository: [String: Any]
  private var patterns: [String: Pattern] = [:]
  private var rules: [String: Rule] = [:]
  private var root: [Rule] = []
  private var lineNumber = 0

  init(_ json: String) throws {
    guard let grammar = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any],
      let list = grammar["patterns"] as? [Any],
      let repository = grammar["repository"] as? [String: Any]
    else { throw Failure(description: "no patterns or no repository") }
    self.repository = repository
    var seen: Set<String> = []
    root = try resolved(list, &seen, path: "root")
  }

  /// The rules of a list; a name that includes itself is taken once.
  private func resolved(_ list: [Any], _ seen: inout Set<String>, path: String) throws -> [Rule] {
    var rules: [Rule] = []
    for (index, item) in list.enumerated() {
      guard let item = item as? [String: Any] else { throw Failure(description: path) }
      let place = path + "/\(index)"
      if let include = item["include"] as? String {
        let name = String(include.dropFirst())
        guard let target = repository[name] else { throw Failure(description: include) }
        guard seen.insert(name).inserted else { continue }
        rules += try resolved([target], &seen, path: name)
      } else if item["match"] == nil, item["begin"] == nil {
        rules += try resolved(item["patterns"] as? [Any] ?? [], &seen, path: place)
      } else {
        rules.append(try rule(item, place))
      }
    }
    return rules
  }

  private func rule(_ item: [String: Any], _ place: String) throws -> Rule {
    if let known = rules[place] { return known }
    func pattern(_ key: String) throws -> Pattern? {
      guard let text = item[key] as? String else { return nil }
      if let known = patterns[text] { return known }
      do {
        let made = try Pattern(text)
        patterns[text] = made
        return made
      } catch {
        throw Failure(description: "\(place): \(text): \(error)")
      }
    }
    func captures(_ key: String) -> [Int: String] {
      let given = item[key] as? [String: [String: String]] ?? [:]
      return Dictionary(
        uniqueKeysWithValues: given.compactMap { key, value in
          Int(key).flatMap { number in value["name"].map { (number, $0) } }
        })
    }
    guard let begin = try pattern("match") ?? pattern("begin") else {
      throw Failure(description: place)
    }
    let made = Rule(
      begin: begin, end: try pattern("end"), name: item["name"] as? String,
      captures: captures(item["match"] == nil ? "beginCaptures" : "captures"),
      endCaptures: captures("endCaptures"), list: item["patterns"] as? [Any] ?? [])
    rules[place] = made
    return made
  }

  private func inner(of rule: Rule) throws -> [Rule] {
    if let inner = rule.inner { return inner }
    var seen: Set<String> = []
    let key = rules.first { $0.value === rule }?.key ?? ""
    let inner = try resolved(rule.list, &seen, path: key)
    rule.inner = inner
    return inner
  }

  /// The scopes of each byte of a text, the innermost last, with blanks between them.
  func scopes(of text: String) throws -> [String] {
    var scopes: [String] = []
    var stack: [Rule] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lineNumber += 1
      var row = [String](repeating: "", count: line.utf8.count + 1)
      try scan("\u{1}" + line + "\n", &stack, &row)
      scopes += row
    }
    return scopes
  }

  private func scan(_ line: String, _ stack: inout [Rule], _ row: inout [String]) throws {
    var position = line.index(after: line.startIndex)
    func paint(_ range: Range<String.Index>, _ scope: String?) {
      guard let scope else { return }
      // The mark at the beginning is no byte of the line.
      let low = max(0, line.utf8.distance(from: line.startIndex, to: range.lowerBound) - 1)
      let high = line.utf8.distance(from: line.startIndex, to: range.upperBound) - 1
      for index in low..<max(low, min(high, row.count)) {
        row[index] += (row[index].isEmpty ? "" : " ") + scope
      }
    }
    func paint(_ match: Regex<AnyRegexOutput>.Match, _ captures: [Int: String]) {
      for (number, scope) in captures.sorted(by: { $0.key < $1.key })
      where number < match.output.count {
        if let range = match.output[number].range { paint(range, scope) }
      }
    }
    // Each step goes on or closes a region; a grammar that turns in a circle is stopped.
    for _ in 0..<(4 * line.utf8.count + 100) {
      let open = stack.last
      var best: (match: Regex<AnyRegexOutput>.Match, rule: Rule?)?
      if let end = open?.end?.match(in: line, number: lineNumber, from: position) {
        best = (end, nil)
      }
      for rule in try open.map({ try inner(of: $0) }) ?? root {
        if let best, best.match.range.lowerBound <= position { break }
        guard let match = rule.begin.match(in: line, number: lineNumber, from: position) else {
          continue
        }
        if best.map({ match.range.lowerBound < $0.match.range.lowerBound }) ?? true {
          best = (match, rule)
        }
      }
      let names = stack.compactMap(\.name)
      guard let best else {
        for name in names { paint(position..<line.endIndex, name) }
        return
      }
      let from = max(best.match.range.lowerBound, position)
      for name in names { paint(position..<from, name) }
      for name in names { paint(from..<best.match.range.upperBound, name) }
      if let rule = best.rule {
        paint(best.match.range, rule.name)
        paint(best.match, rule.captures)
        if rule.end != nil { stack.append(rule) }
      } else {
        paint(best.match, open?.endCaptures ?? [:])
        stack.removeLast()
      }
      position = max(position, best.match.range.upperBound)
    }
    throw Failure(description: "no end in \(line)")
  }
}
