import AssayReading
import AssayText

/// The matches of `kwic` as lines: the words with those around them, computed when asked for.
final class KwicLines {
  /// A match in its context, and its bytes in the document.
  struct Line {
    let left: String
    let match: String
    let right: String
    let start: Int32
    let end: Int32
  }

  private let matches: WordMatches
  private let index: WordIndex
  private let context: Int
  private let words: PassageWords
  private var latest: (row: Int, line: Line)?

  init(_ matches: WordMatches, _ index: WordIndex, context: Int, _ words: PassageWords) {
    (self.matches, self.index, self.context, self.words) = (matches, index, context, words)
  }

  /// A line; the cells of a row ask for it one after the other.
  func line(_ row: Int) -> Line {
    if let latest, latest.row == row { return latest.line }
    let line = made(row)
    latest = (row, line)
    return line
  }

  private func made(_ row: Int) -> Line {
    let first = Int(matches.starts[row])
    let end = first + Int(matches.lengths[row])
    let passage = Int(matches.passages[row])
    let document = index.positions(
      ofPassages: index.passages(ofDocument: index.document(ofPassage: passage)))
    let lastPassage = index.passage(at: end - 1, from: passage)
    let start = place(of: first, in: passage, \.start)
    let stop = place(of: end - 1, in: lastPassage, \.end)
    let from = max(first - context, document.lowerBound)
    let to = min(end + context, document.upperBound)
    return Line(
      left: from < first ? words.text(from: beginning(at: from), to: start) : "",
      match: words.text(from: start, to: stop),
      right: to > end ? words.text(from: stop, to: ending(at: to - 1, from: lastPassage)) : "",
      start: index.byteStart(ofPassage: passage) + Int32(clamping: start.byte),
      end: index.byteStart(ofPassage: lastPassage) + Int32(clamping: stop.byte))
  }

  /// Where a word begins, or a passage, with its quotation marks, of which it is the first word.
  private func beginning(at position: Int) -> PassageWords.Place {
    let passage = index.passage(at: position)
    if position == index.positions(ofPassage: passage).lowerBound {
      return PassageWords.Place(passage: passage, byte: 0)
    }
    return place(of: position, in: passage, \.start)
  }

  /// Where a word ends, or a passage, with its full stop, of which it is the last word.
  private func ending(at position: Int, from earlier: Int) -> PassageWords.Place {
    let passage = index.passage(at: position, from: earlier)
    if position == index.positions(ofPassage: passage).upperBound - 1 {
      return PassageWords.Place(passage: passage, byte: words.read(passage).text.count)
    }
    return place(of: position, in: passage, \.end)
  }

  private func place(
    of position: Int, in passage: Int, _ edge: KeyPath<Span, Int>
  ) -> PassageWords.Place {
    let read = words.read(passage)
    let word = position - index.positions(ofPassage: passage).lowerBound
    let byte = read.words.indices.contains(word) ? read.words[word][keyPath: edge] : 0
    return PassageWords.Place(passage: passage, byte: byte)
  }
}
