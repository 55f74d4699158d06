import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// The rows of `conflicts`.
  func conflicts(_ options: Analysis.ConflictOptions) throws -> Table {
    let evidence = try EvidenceReader(workspace).evidence(of: input)
    let scope = ConflictScope(givesAll: options.givesAll, givesPairs: options.givesPairs)
    let found = try ConflictFinder.conflicts(in: evidence, scope, monitor)
    if let crowded = found.crowded { throw tooMany(crowded, evidence) }
    let claims = evidence.claims
    let words = ContentWords(evidence, workspace.ids)
    func keys(_ places: [Int32]) throws(Cancelled) -> [Int32] {
      try places.map(monitor) { claims.keys[Int($0)] }
    }
    return Table(
      rowCount: found.count,
      cells: [
        .words(try found.verdicts.map(monitor) { $0.rawValue }, ClosedList.verdict.words),
        .words(try found.deciding.map(monitor) { $0.rawValue }, ClosedList.deciding.words),
        .keys(found.questions),
        .texts { words.of(Int(found.left[$0]), found.questions[$0], found.leftAnswers[$0]) },
        .texts { words.of(Int(found.right[$0]), found.questions[$0], found.rightAnswers[$0]) },
        .texts { Self.flags[Int(found.flags[$0].rawValue)] },
        .numbers(found.gaps), .numbers(found.days),
        .keys(try keys(found.left)), .keys(try keys(found.right)),
        .counts(found.leftCounts), .counts(found.rightCounts), .numbers(found.pairCounts),
      ],
      emptyReason: emptyReason(claims.count, found),
      grounds: { row in
        Table.Grounds(
          rule: Self.rule(found, row),
          claims: [("", [found.left[row], found.right[row]].map { claims.keys[Int($0)] })])
      })
  }

  private static let flags: [String?] = VerdictFlags.words.map { $0.isEmpty ? nil : $0 }

  private static func rule(_ found: Conflicts, _ row: Int) -> String {
    let verdict = found.verdicts[row]
    var words =
      "\(verdict.word), decided by \(ClosedList.deciding.words[Int(found.deciding[row].rawValue)]): "
    words += verdict.rule
    if found.flags[row].contains(.ifSameTime) {
      words += " A date is missing: it holds if they speak of the same time."
    }
    if found.flags[row].contains(.reportedOnly) {
      words += " A side only reports what its speaker says."
    }
    return words
  }

  private func emptyReason(_ count: Int, _ found: Conflicts) -> String {
    guard found.keyCount > 0 else {
      return "no two of \(count) claims share a subject and a relation, or a question"
    }
    let keys = found.keyCount == 1 ? "1 key" : "\(found.keyCount) keys"
    return "of \(count) claims under \(keys) none contradicts another; `conflicts all` shows why"
  }

  private func tooMany(
    _ crowded: (claim: Int32, valueCount: Int, claimCount: Int), _ evidence: Evidence
  ) -> Diagnostic {
    let claims = evidence.claims
    let claim = Int(crowded.claim)
    let subject = try? workspace.ids.id(of: Int64(claims.subjects[claim]), .entity)
    let predicate = try? workspace.ids.id(of: Int64(claims.predicates[claim]), .predicate)
    let isFact = claims.subjects[claim] > 0
    let key = isFact ? "@\(subject ?? "") \(predicate ?? "")" : "a question"
    return Diagnostic(
      .tooManyPairs, at: analysis.span,
      "`\(key)` alone has \(crowded.claimCount) claims with \(crowded.valueCount) different values, "
        + "too many to pair",
      hint: "narrow the claims first: `where`, `during`, `from`")
  }
}

/// The words for what a claim says under its key.
struct ContentWords {
  private let evidence: Evidence
  private let ids: IDCache

  init(_ evidence: Evidence, _ ids: IDCache) { (self.evidence, self.ids) = (evidence, ids) }

  /// The text that a fact states.
  private func text(of claim: Int) -> String? {
    let sql = "SELECT \"value-text\" FROM claims WHERE key = ?"
    guard let statement = try? ids.connection.cached(sql) else { return nil }
    defer { statement.reset() }
    statement.bind(Int64(evidence.claims.keys[claim]), at: 1)
    return (try? statement.step()) == true ? statement.text(0) : nil
  }

  /// `84 million USD`, `@peru`, `not`, `yes`; `nil` where a claim only says that something holds.
  ///
  /// - Parameter answer: the place of the answer from 1, negative where it is spoken against.
  func of(_ claim: Int, _ question: Int32, _ answer: Int32) -> String? {
    guard question > 0 else { return fact(claim) }
    let answers = evidence.questions.answers[Int(question)]
    let place = Int(answer.magnitude) - 1
    return answers.indices.contains(place) ? (answer < 0 ? "not " : "") + answers[place] : nil
  }

  /// What its fact says.
  func fact(_ claim: Int) -> String? {
    let claims = evidence.claims
    var parts: [String] = claims.isDenied[claim] ? ["not"] : []
    if claims.objects[claim] > 0, let id = try? ids.id(of: Int64(claims.objects[claim]), .entity) {
      parts.append("@" + id)
    }
    if !claims.figures.isMissing(claim) {
      let unit = evidence.units.units[Int(claims.figures.units[claim])]
      let figure = Quantity(
        low: claims.figures.low[claim], high: claims.figures.high[claim],
        bound: claims.figures.bounds[claim], unit: unit)
      parts.append(figure.description)
    }
    if claims.valueTexts[claim] >= 0, let text = text(of: claim) { parts.append("“\(text)”") }
    if !claims.valueDates.isMissing(claim) {
      parts.append(
        PartialDate.words(
          first: Int64(claims.valueDates.first[claim]), last: Int64(claims.valueDates.last[claim])))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
