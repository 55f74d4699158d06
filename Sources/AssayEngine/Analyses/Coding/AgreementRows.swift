import AssayAnalysis
import AssayModel
import AssayQuery
import AssayText

extension AnalysisRunner {
  /// The rows of `agreement` or of `agreement apart`.
  func agreement(_ givesDifferences: Bool) throws -> Table {
    let coding = try CodingReader(workspace: workspace).coding(of: input)
    let comparisons = try CodingComparison.all(
      coding.claims, sentenceCounts: coding.sentenceCounts, monitor)
    return givesDifferences
      ? differences(comparisons, coding) : Self.table(of: comparisons, coding)
  }

  private static func emptyReason(_ coding: CodingReader.Coding, isApart: Bool = false) -> String {
    switch coding.coders.count {
    case 0 where coding.unplaced > 0: "no claim that says who its `coder` is has a quote"
    case 0: "no claim says who its `coder` is"
    case 1: "all claims that say it have one `coder`, \(coding.coders[0])"
    default:
      isApart && !coding.documents.isEmpty
        ? "the readers agree in everything" : "no document was coded by two readers"
    }
  }

  private static func notes(_ coding: CodingReader.Coding) -> [String] {
    let count = coding.unplaced
    guard count > 0 else { return [] }
    return [
      count == 1
        ? "1 claim without a quote is left out: nobody knows its sentence"
        : "\(count) claims without a quote are left out: nobody knows their sentences"
    ]
  }

  // MARK: How far they agree

  /// A row of `agreement`.
  private struct Row {
    let comparison: CodingComparison
    /// The field's place among those coded; `nil` for whether there is a claim.
    let field: Int?
    let measure: CoderAgreement
    let apart: Int
  }

  private static func table(
    of comparisons: [CodingComparison], _ coding: CodingReader.Coding
  ) -> Table {
    var rows: [Row] = []
    for comparison in comparisons {
      rows.append(
        Row(
          comparison: comparison, field: nil, measure: comparison.aboutSentences,
          apart: comparison.lonelySentences))
      for field in coding.fields.indices {
        guard let measure = comparison.about(field: field) else { continue }
        rows.append(
          Row(
            comparison: comparison, field: field, measure: measure,
            apart: comparison.apart(in: field).count))
      }
    }
    func rounded(_ measure: KeyPath<CoderAgreement, Double?>) -> Table.Cells {
      .numbers(rows.map { ($0.measure[keyPath: measure] ?? .nan).rounded(toPlaces: 4) })
    }
    return Table(
      rowCount: rows.count,
      cells: topics(rows.map { ($0.comparison, $0.field) }, coding) + [
        .counts(rows.map { Int32(clamping: $0.measure.unitCount) }),
        .counts(rows.map { Int32(clamping: $0.apart) }),
        rounded(\.observed), rounded(\.kappa), rounded(\.alpha),
      ],
      emptyReason: emptyReason(coding), notes: notes(coding),
      grounds: { Self.grounds(rows[$0], coding) })
  }

  private static func grounds(_ row: Row, _ coding: CodingReader.Coding) -> Table.Grounds {
    let pairs = row.comparison.pairs.filter {
      row.field == nil || $0.first != nil && $0.second != nil
    }
    let differ =
      row.field.map { row.comparison.apart(in: $0) }
      ?? pairs.filter { $0.first == nil || $0.second == nil }
    let keys = differ.flatMap {
      [$0.first, $0.second].compactMap { $0.map { coding.claims[$0].key } }
    }
    let what =
      row.field == nil
      ? "\(row.measure.unitCount) sentences of documents that both have read"
      : "\(row.measure.unitCount) claims of one sentence each, paired by likeness"
    return Table.Grounds(
      rule: "They coded \(what), and differ in \(row.apart).", claims: [("apart", keys)])
  }

  /// The cells that say who is compared in what.
  private static func topics(
    _ rows: [(comparison: CodingComparison, field: Int?)], _ coding: CodingReader.Coding
  ) -> [Table.Cells] {
    let words = ClosedList.codedField.words
    return [
      .texts { coding.coders[Int(rows[$0].comparison.first)] },
      .texts { coding.coders[Int(rows[$0].comparison.second)] },
      .words(
        rows.map { row in
          let word = row.field.map { coding.fields[$0].word } ?? "claim"
          return UInt8(words.firstIndex(of: word) ?? words.count)
        }, words),
      .keys(rows.map { row in row.field.map { coding.fields[$0].question } ?? 0 }),
    ]
  }

  // MARK: Where they part

  /// A row of `agreement apart`.
  private struct Difference {
    let comparison: CodingComparison
    let field: Int?
    let pair: CodingComparison.Pair
  }

  private func differences(
    _ comparisons: [CodingComparison], _ coding: CodingReader.Coding
  ) -> Table {
    var rows: [Difference] = []
    for comparison in comparisons {
      for pair in comparison.pairs {
        guard let one = pair.first, let other = pair.second else {
          rows.append(Difference(comparison: comparison, field: nil, pair: pair))
          continue
        }
        for field in coding.fields.indices
        where coding.claims[one].codes[field] != coding.claims[other].codes[field] {
          rows.append(Difference(comparison: comparison, field: field, pair: pair))
        }
      }
    }
    let places = rows.map { row in
      coding.sentences[Int(row.pair.document)][Int(row.pair.sentence)]
    }
    func code(_ row: Int, _ side: KeyPath<CodingComparison.Pair, Int?>) -> String? {
      guard let claim = rows[row].pair[keyPath: side] else { return nil }
      guard let field = rows[row].field else { return "recorded" }
      let code = coding.claims[claim].codes[field]
      return code == 0 ? nil : coding.meanings[field][Int(code)]
    }
    func key(_ claim: Int?) -> Int32 { claim.map { coding.claims[$0].key } ?? 0 }
    return Table(
      rowCount: rows.count,
      cells: Self.topics(rows.map { ($0.comparison, $0.field) }, coding) + [
        .keys(rows.map { coding.documents[Int($0.pair.document)] }),
        .counts(places.map(\.paragraph)), .counts(places.map(\.number)),
        .texts { code($0, \.first) }, .texts { code($0, \.second) },
        .keys(rows.map { key($0.pair.first) }), .keys(rows.map { key($0.pair.second) }),
        .texts { row in
          self.text(of: places[row], in: coding.documents[Int(rows[row].pair.document)])
        },
      ],
      emptyReason: Self.emptyReason(coding, isApart: true), notes: Self.notes(coding),
      grounds: { row in
        let claims = [key(rows[row].pair.first), key(rows[row].pair.second)].filter { $0 > 0 }
        return Table.Grounds(
          rule: "Claims of one sentence that two readers coded, paired by likeness.",
          claims: [("", claims)])
      })
  }

  private func text(of sentence: CodingReader.Sentence, in source: Int32) -> String? {
    let sql = "SELECT text FROM passages WHERE source = ? AND paragraph = ? AND sentence = ?"
    guard let statement = try? workspace.connection.cached(sql) else { return nil }
    defer { statement.reset() }
    statement.bind(Int64(source), at: 1)
    statement.bind(Int64(sentence.paragraph), at: 2)
    statement.bind(Int64(sentence.number), at: 3)
    return (try? statement.step()) == true ? statement.text(0) : nil
  }
}
