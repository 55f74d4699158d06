import AssayText

/// What a run of words has to look like: `joint * exercise*`, `(said|stated) that`.
///
/// Letters are folded as ``WordFolding`` folds them.
package struct WordPattern: Hashable, Sendable {
  package let elements: [Element]

  package init(_ elements: [Element]) { self.elements = elements }

  /// A part of a pattern.
  package indirect enum Element: Hashable, Sendable {
    case word(WordForm)
    /// Any words, from `least` to `most` of them.
    case gap(least: Int, most: Int)
    /// One of several runs; none is empty.
    case oneOf([[Element]])
  }

  /// How far a match may reach.
  package enum Reach: Hashable, Sendable {
    case sentence, paragraph, document
  }

  /// Reads a pattern.
  package init(reading text: String) throws(WordPatternFault) {
    var parser = WordPatternParser(text)
    elements = try parser.pattern()
  }
}

/// A word, or one with wildcards: its letters between them.
package struct WordForm: Hashable, Sendable {
  /// `exercis*` is `exercis` and nothing; a word without wildcard is one piece.
  package let pieces: [String]

  package init(_ pieces: [String]) { self.pieces = pieces }

  package var isExact: Bool { pieces.count == 1 }

  /// As it is written.
  package var words: String { pieces.joined(separator: "*") }
}

/// What is wrong with a pattern or a search, and where.
package struct WordPatternFault: Error, Hashable, Sendable {
  /// In the manner of a ``Diagnostic``.
  package let message: String
  package let hint: String?
  /// The faulty bytes of the text.
  package let span: Span

  package init(_ message: String, at span: Span, hint: String? = nil) {
    (self.message, self.span, self.hint) = (message, span, hint)
  }
}

extension WordPattern.Element {
  /// Whether it cannot be matched without a word that is known by a letter at least.
  package var needsWord: Bool {
    switch self {
    case .word(let form): form.pieces.contains { !$0.isEmpty }
    case .gap: false
    case .oneOf(let runs): runs.allSatisfy { $0.contains(where: \.needsWord) }
    }
  }

  /// The words without wildcards that it asks for, each as often as it stands there.
  package var exactWords: [String] {
    switch self {
    case .word(let form): form.isExact ? form.pieces : []
    case .gap: []
    case .oneOf(let runs): runs.flatMap { $0.flatMap(\.exactWords) }
    }
  }
}
