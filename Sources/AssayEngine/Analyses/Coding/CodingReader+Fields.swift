import AssayModel
import AssayQuery
import AssayStore

extension CodingReader {
  /// Fields of a claim that are compared, with the SQL that gives their words.
  private static let fields: [(word: String, sql: String)] = [
    ("subject", "(SELECT id FROM entities WHERE key = c.subject)"),
    ("predicate", "(SELECT id FROM predicates WHERE key = c.predicate)"),
    ("object", "(SELECT id FROM entities WHERE key = c.object)"),
    ("denied", "CASE c.denied WHEN 0 THEN 'no' ELSE 'yes' END"),
    ("value", "coalesce(c.\"value-text\", c.\"value.unit\", c.\"value-date.first\")"),
    ("when", "c.\"when.first\""),
    ("place", "(SELECT id FROM entities WHERE key = c.place)"),
    ("speaker", "(SELECT id FROM entities WHERE key = c.speaker)"),
    ("mode", "c.mode"),
    ("scope", "c.scope"),
    ("hedge", "c.hedge"),
  ]

  /// Numbers for the words of each field.
  private struct Codebook {
    private(set) var meanings: [[String]] = []
    private var numbers: [[String: Int32]] = []

    mutating func addField() -> Int {
      meanings.append([""])
      numbers.append([:])
      return meanings.count - 1
    }

    mutating func code(of word: String, in field: Int) -> Int32 {
      if let known = numbers[field][word] { return known }
      let code = Int32(meanings[field].count)
      meanings[field].append(word)
      numbers[field][word] = code
      return code
    }
  }

  /// The claims that have a coder, in the order of their ids.
  func rows(of plan: LogicalPlan, into coding: inout Coding) throws -> [Row] {
    var book = Codebook()
    coding.fields = Self.fields.map { ($0.word, 0) }
    for _ in Self.fields { _ = book.addField() }
    let answers = try answers(into: &coding, &book)
    let columns = Self.fields.map(\.sql).joined(separator: ", ")
    var sql = SQL(
      stringLiteral: """
        SELECT c.key, c.source, c.coder, t.quote, \(columns),
          c."value.low", c."value.high", c."value.bound", c."value.unit",
          c."value-date.first", c."value-date.last", c."value-date.words",
          c."when.first", c."when.last", c."when.words"
        FROM claims AS c JOIN claims_text AS t ON t.key = c.key WHERE c.coder IS NOT NULL
        """)
    if case .relation = plan {
    } else if let wanted = SQLCompiler.compileKeys(plan) {
      sql += " AND c.key IN (\(wanted))"
    }
    sql += " ORDER BY c.id"
    let statement = try workspace.prepare(sql)
    try workspace.monitor.enter(.readingClaims)
    var rows: [Row] = []
    while try workspace.step(statement) {
      try workspace.monitor.reach(rows.count)
      guard !statement.isNull(3) else {
        coding.unplaced += 1
        continue
      }
      var codes = Self.fields.indices.map { field in
        statement.isNull(field + 4)
          ? 0 : book.code(of: words(of: field, statement), in: field)
      }
      let key = statement.key(0)
      for question in coding.fields.dropFirst(codes.count) {
        codes.append(answers[AnswerPlace(claim: key, question: question.question)] ?? 0)
      }
      rows.append(
        Row(
          key: key, source: statement.key(1), coder: statement.text(2),
          quote: Array(statement.bytes(3)), codes: codes))
    }
    coding.meanings = book.meanings
    return rows
  }

  /// What a field of the row at hand says, figures and dates as the language writes them.
  private func words(of field: Int, _ statement: AssayStore.Statement) -> String {
    let figure = Self.fields.count + 4
    let date = figure + 4
    switch Self.fields[field].word {
    case "when": return dateWords(statement, date + 3)
    case "value" where !statement.isNull(figure):
      return Quantity(
        low: statement.double(figure), high: statement.double(figure + 1),
        bound: Bound(rawValue: statement.integer(figure + 2)) ?? .exactly,
        unit: Unit(statement.text(figure + 3))
      ).description
    case "value" where !statement.isNull(date): return dateWords(statement, date)
    default: return statement.text(field + 4)
    }
  }

  private func dateWords(_ statement: AssayStore.Statement, _ at: Int) -> String {
    statement.isNull(at + 2)
      ? PartialDate.words(first: statement.integer(at), last: statement.integer(at + 1))
      : statement.text(at + 2)
  }

  private struct AnswerPlace: Hashable {
    let claim: Int32
    let question: Int32
  }

  /// What claims say about questions, each question a field.
  private func answers(
    into coding: inout Coding, _ book: inout Codebook
  ) throws -> [AnswerPlace: Int32] {
    var codes: [AnswerPlace: Int32] = [:]
    var fields: [Int32: Int] = [:]
    let statement = try workspace.prepare(
      """
      SELECT a.claim, a.question, group_concat(a.stance || ' ' || a.answer, '; ')
      FROM (SELECT a.claim, a.question, a.stance, a.answer FROM answers AS a
        JOIN claims AS c ON c.key = a.claim WHERE c.coder IS NOT NULL
        ORDER BY a.claim, a.question, a.answer) AS a
      JOIN questions AS q ON q.key = a.question GROUP BY q.id, a.claim ORDER BY q.id, a.claim
      """)
    while try workspace.step(statement) {
      try workspace.monitor.check(at: codes.count)
      let question = statement.key(1)
      if fields[question] == nil {
        fields[question] = book.addField()
        coding.fields.append(("answer", question))
      }
      guard let field = fields[question] else { continue }
      codes[AnswerPlace(claim: statement.key(0), question: question)] = book.code(
        of: statement.text(2), in: field)
    }
    return codes
  }
}
