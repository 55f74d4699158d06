import AssayModel
import AssayText

/// Mentions of entities, as columns, in the order of the text.
///
/// A row has 25 bytes and no text: the words are looked up when they are asked for.
struct MentionColumns {
  /// Keys of entities.
  private(set) var entities: [Int32] = []
  /// Keys of sources.
  private(set) var sources: [Int32] = []
  private(set) var paragraphs: [Int32] = []
  private(set) var sentences: [Int32] = []
  /// In bytes of the document.
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []
  private(set) var areAmbiguous: [Bool] = []

  var count: Int { entities.count }

  /// Where the sentence stands of which mentions are added.
  struct Place {
    let source: Int32
    let paragraph: Int32
    let sentence: Int32
    /// Its first byte in the document.
    let start: Int32
  }

  /// Adds a row for each entity that a name stands for.
  ///
  /// - Parameters:
  ///   - span: counted from the first byte of the sentence.
  ///   - keys: in the order of the entities' ids.
  mutating func add(_ span: Span, in place: Place, _ keys: some Collection<Int32>) {
    for key in keys {
      entities.append(key)
      sources.append(place.source)
      paragraphs.append(place.paragraph)
      sentences.append(place.sentence)
      starts.append(place.start &+ Int32(clamping: span.start))
      ends.append(place.start &+ Int32(clamping: span.end))
      areAmbiguous.append(keys.count > 1)
    }
  }

  /// The cells of the rows, with the words that stand at a row.
  func cells(text: @escaping (Int) -> String?) -> [Table.Cells] {
    [
      .keys(entities), .keys(sources), .counts(paragraphs), .counts(sentences), .counts(starts),
      .counts(ends), .texts(text), .booleans(areAmbiguous),
    ]
  }

  /// The rows of the same name at the same place as that of a row, itself with them.
  func bearers(of row: Int) -> Range<Int> {
    var (first, end) = (row, row + 1)
    func isSame(_ other: Int) -> Bool {
      sources[other] == sources[row] && starts[other] == starts[row]
    }
    while first > 0, isSame(first - 1) { first -= 1 }
    while end < count, isSame(end) { end += 1 }
    return first..<end
  }
}
