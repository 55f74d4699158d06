import AssayAnalysis
import AssayModel
import AssayQuery
import AssayStore
import AssayText

/// Holds the verdicts of the program to those of a careful reader.
///
/// The set is a corpus whose claims come in pairs, `NAME-a` and `NAME-b`; the note of the first says
/// `VERDICT: why`, or `VERDICT [FLAGS]: why`.
package struct VerdictTest: Sendable {
  /// A pair with what the reader and what the program says of it.
  package struct Pair: Hashable, Sendable {
    package let name: String
    package let expected: String
    package let given: String
    package let expectedFlags: String
    package let givenFlags: String
  }

  /// In the order of their names.
  package let pairs: [Pair]

  /// How often a verdict was expected, given, and both.
  package struct Score: Sendable {
    package var expected = 0
    package var given = 0
    package var right = 0

    /// The share of the given ones that are right; `nil` when none was given.
    package var precision: Double? { given > 0 ? Double(right) / Double(given) : nil }
    /// The share of the expected ones that were given; `nil` when none was expected.
    package var recall: Double? { expected > 0 ? Double(right) / Double(expected) : nil }
  }

  /// The scores of all verdicts, in their order.
  package var scores: [(verdict: String, score: Score)] {
    ClosedList.verdict.words.map { verdict in
      var score = Score()
      for pair in pairs {
        if pair.expected == verdict { score.expected += 1 }
        if pair.given == verdict { score.given += 1 }
        if pair.expected == verdict, pair.given == verdict { score.right += 1 }
      }
      return (verdict, score)
    }
  }

  /// Asks the program for its verdicts on the pairs of an open corpus.
  package init(_ workspace: Workspace) throws(Diagnostic) {
    pairs = try Diagnostic.telling {
      let notes = try Self.notes(workspace)
      let verdicts = try Self.verdicts(workspace)
      return notes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
        let expected = Self.read(notes[name] ?? "")
        let given = verdicts[name] ?? ("none", "")
        return Pair(
          name: name, expected: expected.verdict, given: given.verdict,
          expectedFlags: expected.flags, givenFlags: given.flags)
      }
    }
  }

  /// The notes of the first claims, by the names of the pairs.
  private static func notes(_ workspace: Workspace) throws -> [String: String] {
    var notes: [String: String] = [:]
    let statement = try workspace.connection.prepare(
      """
      SELECT c.id, t.note FROM claims AS c JOIN claims_text AS t ON t.key = c.key
      WHERE c.id LIKE '%-a' AND t.note IS NOT NULL
      """)
    while try statement.step() { notes[String(statement.text(0).dropLast(2))] = statement.text(1) }
    return notes
  }

  /// `contradicts [self]: why` to its verdict and its flags.
  private static func read(_ note: String) -> (verdict: String, flags: String) {
    let head = note.prefix { $0 != ":" }
    let words = head.split(separator: "[")
    let verdict = words.first.map { $0.filter { $0 != " " } } ?? ""
    guard words.count > 1 else { return (verdict, "") }
    let flags = words[1].split { ",;] ".contains($0) }.map(String.init).sorted()
    return (verdict, flags.joined(separator: "; "))
  }

  /// What the program says of each pair, by its name; flags of contradictions only.
  private static func verdicts(
    _ workspace: Workspace
  ) throws -> [String: (verdict: String, flags: String)] {
    let evidence = try EvidenceReader(workspace).evidence(of: .relation(.claims))
    let found = try ConflictFinder.conflicts(
      in: evidence, ConflictScope(givesAll: true, givesPairs: true), workspace.monitor)
    var verdicts: [String: (verdict: String, flags: String)] = [:]
    func id(_ place: Int32) throws -> String {
      try workspace.ids.id(of: Int64(evidence.claims.keys[Int(place)]), .claim)
    }
    for row in 0..<found.count {
      let (left, right) = try (id(found.left[row]), id(found.right[row]))
      let name = String(left.dropLast(2))
      guard left.hasSuffix("-a"), right == name + "-b" else { continue }
      let verdict = found.verdicts[row].word
      // Of several rows, by a fact and by a question, the contradiction is told.
      guard verdicts[name] == nil || verdict == Verdict.contradicts.word else { continue }
      let flags = VerdictFlags.words[Int(found.flags[row].rawValue)]
      verdicts[name] = (verdict, verdict == Verdict.contradicts.word ? flags : "")
    }
    return verdicts
  }
}
