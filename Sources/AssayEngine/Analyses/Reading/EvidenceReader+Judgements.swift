import AssayAnalysis
import AssayModel
import AssayStore

extension EvidenceReader {
  /// For each claim the credibility that the latest judgement gives it, 1 to 6; 0 for none.
  ///
  /// Of judgements with one date, the one with the greatest id counts.
  func credibility(of claims: ClaimTable) throws -> [Int8] {
    var grades = [Int8](repeating: 0, count: try size(.claim))
    let statement = try workspace.connection.prepare(
      """
      SELECT claim, credibility FROM judgements
      WHERE claim IS NOT NULL AND credibility IS NOT NULL ORDER BY "dated.last", id
      """)
    while try workspace.step(statement) {
      let key = Int(statement.integer(0))
      if grades.indices.contains(key) { grades[key] = Int8(clamping: statement.integer(1)) }
    }
    return claims.keys.map { grades[Int($0)] }
  }

  /// The answers of a question in words, in its order.
  func answerTexts(of question: Int64) throws -> [String] {
    let statement = try workspace.connection.prepare(
      "SELECT text FROM options WHERE question = ? ORDER BY position")
    statement.bind(question, at: 1)
    var texts: [String] = []
    while try workspace.step(statement) { texts.append(statement.text(0)) }
    return texts
  }
}
