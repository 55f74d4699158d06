import AssayAnalysis
import AssayQuery
import AssayText

/// The units of text that `copies` compares, and where each stands in its document.
struct CopyUnits {
  /// A sentence within the unit that holds it.
  private struct Piece {
    /// Its first byte in the unit.
    let start: Int32
    /// Its first byte in the document.
    let documentStart: Int32
  }

  private(set) var finder: CopyFinder
  /// The keys of the sources whose documents have units, by the numbers of the documents.
  private(set) var sources: [Int32] = []
  /// For each unit the number of its document.
  private(set) var documents: [Int32] = []
  private(set) var paragraphs: [Int32] = []
  /// The first sentence of each unit.
  private(set) var sentences: [Int32] = []
  private var pieces: [Piece] = []
  /// Behind the last piece of each unit.
  private var pieceEnds: [Int] = []
  /// The unit that sentences are added to.
  private var text: [UInt8] = []
  let unit: Analysis.CopyScope.Unit

  init(_ unit: Analysis.CopyScope.Unit, _ options: CopyOptions) {
    self.unit = unit
    finder = CopyFinder(options)
  }

  /// How many units there are.
  var count: Int { documents.count }

  /// Adds a sentence; sentences come in the order of the text, document after document.
  mutating func add(
    _ sentence: UnsafeBufferPointer<UInt8>, source: Int32, paragraph: Int32, number: Int32,
    start: Int32
  ) {
    let isSameDocument = sources.last == source
    let goesOn = unit == .paragraph && isSameDocument && paragraphs.last == paragraph
    if goesOn {
      text.append(UInt8(ascii: " "))
    } else {
      finish()
      if !isSameDocument { sources.append(source) }
      documents.append(Int32(truncatingIfNeeded: sources.count - 1))
      paragraphs.append(paragraph)
      sentences.append(number)
    }
    pieces.append(Piece(start: Int32(clamping: text.count), documentStart: start))
    text.append(contentsOf: sentence)
  }

  /// Ends the last unit; to be called when all sentences are added.
  mutating func finish() {
    guard documents.count > pieceEnds.count else { return }
    let document = documents[documents.count - 1]
    text.withUnsafeBufferPointer { finder.add($0, document: document) }
    pieceEnds.append(pieces.count)
    text.removeAll(keepingCapacity: true)
  }

  /// Where bytes of a unit stand in its document; a span over several sentences goes from the
  /// place of its first byte to that of its last.
  func spanInDocument(_ span: Span, of unit: Int) -> Span {
    let last = max(span.start, span.end - 1)
    return Span(place(of: span.start, in: unit), place(of: last, in: unit) + 1)
  }

  private func place(of byte: Int, in unit: Int) -> Int {
    let first = unit > 0 ? pieceEnds[unit - 1] : 0
    var piece = pieceEnds[unit] - 1
    while piece > first, Int(pieces[piece].start) > byte { piece -= 1 }
    return Int(pieces[piece].documentStart) + byte - Int(pieces[piece].start)
  }
}
