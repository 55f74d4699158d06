import AssayText

/// Scripts and corpus text to the one form in which they are kept, comments and all.
///
/// The tokens of the result are those of the text, in their order, and so are the comments; only
/// what stands between them differs, and a `;` gives way to a new line wherever that means the
/// same. What has been formatted stays as it is when it is formatted again.
package struct Formatter: Sendable {
  /// How wide a line may be, in columns, before a query on it is broken at its `|`.
  static let widestLine = 100
  /// How wide a record on one line may be. It is more than for queries, as the records of a list
  /// stand below each other like the rows of a table.
  static let widestRecord = 120

  private let grammar: Grammar

  /// - Parameter grammar: the words by which scripts are read.
  package init(grammar: Grammar) { self.grammar = grammar }

  /// A script, or the text of a corpus file.
  ///
  /// - Throws: every fault of the text; what has one is not formatted.
  /// - Complexity: O(bytes); of corpus text no more than one record is held as tokens.
  package func format(_ source: SourceText) throws(Diagnostics) -> [UInt8] {
    if let fault = source.encodingFault() { throw Diagnostics([fault.located(in: source)]) }
    if Self.isCorpusText(source) {
      return source.bytes.withUnsafeBufferPointer { bytes in
        var writer = FormWriter(source, bytes)
        return writer.corpusText()
      }
    }
    var parser = try Parser(source, grammar: grammar)
    _ = try parser.program()
    return source.bytes.withUnsafeBufferPointer { bytes in
      var writer = FormWriter(source, bytes)
      return writer.program(readBy: parser)
    }
  }

  /// Whether the text is nothing but sound declarations, which are read one at a time.
  private static func isCorpusText(_ source: SourceText) -> Bool {
    var parser = RecordParser(source)
    while parser.faults.isEmpty, parser.next() != nil {}
    return parser.faults.isEmpty
  }
}
