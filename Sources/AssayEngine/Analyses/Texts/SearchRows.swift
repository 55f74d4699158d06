import AssayModel
import AssayQuery
import AssayReading
import AssayText
import Glibc

extension AnalysisRunner {
  /// The rows of `search`.
  func search(_ search: WordSearch) throws -> Table {
    let reader = try TextReader(workspace)
    let index = reader.index
    let scope = try reader.scope(of: input)
    let ranking = try PassageRanking(search, in: index, scope, monitor)
    let passages = ranking.passages
    let words = PassageWords(workspace, index)
    let texts = LatestText(words)
    return Table(
      rowCount: passages.count,
      cells: try place(of: passages, index) + [
        .numbers(ranking.scores), .texts { texts.text(Int(passages[$0])) },
        .lateCounts { index.byteStart(ofPassage: Int(passages[$0])) },
        .lateCounts { row in
          let passage = Int(passages[row])
          return index.byteStart(ofPassage: passage)
            + Int32(clamping: words.read(passage).text.count)
        },
      ],
      emptyReason: passages.isEmpty ? TextReasons(reader, scope).reason(search, index) : nil,
      grounds: { row throws(Cancelled) in
        let found = try ranking.terms(ofRow: row)
        return Table.Grounds(
          rule: "It has \(found.joined(separator: ", ")), in "
            + "@\((try? reader.sourceID(ofPassage: Int(passages[row]))) ?? ""); the score is BM25 "
            + "with k1 = \(PassageRanking.k1) and b = \(PassageRanking.b).",
          passages: [index.key(ofPassage: Int(passages[row]))])
      })
  }
}

/// The text of a passage in one line.
private final class LatestText {
  private let words: PassageWords

  init(_ words: PassageWords) { self.words = words }

  func text(_ passage: Int) -> String { PassageWords.inOneLine(words.read(passage).text) }
}

extension TextReasons {
  /// Why a search finds nothing.
  fileprivate func reason(_ search: WordSearch, _ index: WordIndex) -> String {
    if let reason = reasonWithoutPattern { return reason }
    // A word that has to be there explains more than one that may be.
    let wanted =
      search.terms.filter { $0.role == .required }
      + search.terms.filter {
        $0.role == .wanted
      }
    let reasons = wanted.compactMap { missing($0.pattern.elements) }
    if let reason = reasons.first { return reason }
    if search.terms.count == 1 { return "no sentence has them so" }
    return "no sentence has what is required and lacks what is excluded"
  }
}
