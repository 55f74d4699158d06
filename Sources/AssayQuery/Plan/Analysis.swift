import AssayModel
import AssayText

/// A stage that SQL cannot do: what it is asked, and the rows that it gives.
package struct Analysis: Sendable {
  package let kind: Kind
  /// The stage as it is written, for messages.
  package let words: String
  package let span: Span
  /// The rows that come out.
  package let rows: RelationSpec
  /// The rows of another query, which it compares those that go in with; `nil` if it compares none.
  package var against: LogicalPlan?

  package init(
    _ kind: Kind, words: String, at span: Span, rows: RelationSpec, against: LogicalPlan? = nil
  ) {
    (self.kind, self.words, self.span, self.rows) = (kind, words, span, rows)
    self.against = against
  }

  package enum Kind: Hashable, Sendable {
    case conflicts(ConflictOptions)
    case support(OriginOptions)
    case origins(OriginOptions)
    case copies(CopyScope)
    case candidates
    /// Questions by their keys; a row for each source and answer, or else for each source.
    case matrix([Int64], isLong: Bool)
    /// How many other sources at least carry what a source leaves out; the key of the one source
    /// that is asked about, or `nil` for all.
    case omissions(least: Int, of: Int64?, OriginOptions)
    case weigh(WeighOptions)
    /// A row for each answer, or for each claim that bears on the question.
    case hypotheses(question: Int64, OriginOptions, givesClaims: Bool)
    case drift
    /// A row for each field, or for each difference between two readers.
    case agreement(givesDifferences: Bool)
    case path(from: Int64, to: Int64, onlyAsserted: Bool)
    case network(NetworkScope)
    case mentions
    case kwic(KwicScope)
    case search(WordSearch)
    case words(WordListScope)
    case collocates(CollocateScope)
    case keywords(KeywordScope)
    case dispersion(DispersionScope)
  }

  /// Which matches `kwic` gives, and how.
  package struct KwicScope: Hashable, Sendable {
    package let pattern: WordPattern
    package var reach = WordPattern.Reach.sentence
    package var order = Order.text
    /// How many words are shown on either side.
    package var context = 8

    package init(_ pattern: WordPattern) { self.pattern = pattern }

    /// By what matches are sorted.
    package enum Order: String, CaseIterable, Sendable {
      /// The ids of the sources, and places in their documents.
      case text
      case left, right, match
    }
  }

  /// What `words` and `ngrams` count.
  package struct WordListScope: Hashable, Sendable {
    /// How many words make one thing that is counted.
    package let size: Int
    /// How often it has to stand in a group at least.
    package var least: Int
    /// How many columns of the rows, from the first on, say to which group a row belongs; there is
    /// one group if it is 0.
    package var keyCount = 0

    package init(size: Int, least: Int) { (self.size, self.least) = (size, least) }
  }

  /// What counts as a neighbour for `collocates`, and how often it has to be one.
  package struct CollocateScope: Hashable, Sendable {
    package let pattern: WordPattern
    package var reach = WordPattern.Reach.sentence
    /// How many words before and behind it belong to the window.
    package var left = 5, right = 5
    /// How often a word has to stand in the window, and in how many documents.
    package var least = 2, leastDocuments = 1
    /// How many columns of the rows say to which group a row belongs.
    package var keyCount = 0

    package init(_ pattern: WordPattern) { self.pattern = pattern }
  }

  /// Which words `keywords` gives.
  package struct KeywordScope: Hashable, Sendable {
    /// How often a word has to stand in both texts together.
    package var least = 3
    package var keyCount = 0
  }

  /// Whose spread `dispersion` measures, over which parts.
  package struct DispersionScope: Hashable, Sendable {
    package let patterns: [WordPattern]
    /// The patterns as they are written.
    package let words: [String]
    /// How many columns of the rows say to which part a row belongs; the parts are the documents if
    /// it is 0.
    package var keyCount = 0

    package init(_ patterns: [WordPattern], words: [String]) {
      (self.patterns, self.words) = (patterns, words)
    }
  }

  /// Which shared wording `copies` gives.
  package struct CopyScope: Hashable, Sendable {
    /// What is compared with what.
    package let unit: Unit
    /// The least share of the words of either unit that has to be shared, 0 to 1.
    package var leastShare = 0.5
    /// Pairs of documents rather than pairs of units.
    package var givesDocuments = false

    package init(unit: Unit, leastShare: Double = 0.5, givesDocuments: Bool = false) {
      (self.unit, self.leastShare, self.givesDocuments) = (unit, leastShare, givesDocuments)
    }

    /// What stands on either side of a pair.
    package enum Unit: Sendable {
      case sentence, paragraph
    }
  }

  /// What `network` gives.
  package struct NetworkScope: Hashable, Sendable {
    /// Only claims that sources make as fact in their own voice.
    package var onlyAsserted = false
    /// Entities rather than pairs of them.
    package var givesNodes = false
  }

  /// What makes sources count as one origin.
  package struct OriginOptions: Hashable, Sendable {
    /// A declared `derives from`.
    package var usesDerivation = true
    /// One original speaker, of the claim at hand.
    package var usesSpeaker = true
    /// Wording that their documents share.
    package var usesWording = true
    /// Rare figures that they share.
    package var usesFigures = true
  }

  /// What `weigh` gives.
  package struct WeighOptions: Hashable, Sendable {
    package var origins = OriginOptions()
    package var rows = Rows.values

    package enum Rows: Sendable {
      /// A row for each value, with its score under each model.
      case values
      /// A row for each source, with the trust of each model in it.
      case trust
      /// A row for each source whose removal changes what a model prefers.
      case flips
    }
  }

  /// Which pairs of claims `conflicts` gives.
  package struct ConflictOptions: Hashable, Sendable {
    /// Every verdict, not only contradictions.
    package var givesAll = false
    /// Each pair of claims rather than each pair of values.
    package var givesPairs = false
  }
}

/// An analysis that has to run before the statement that reads its rows.
package struct Segment: Sendable {
  /// The rows that go into it; what has to run before stands in it as a relation.
  package let input: LogicalPlan
  package let analysis: Analysis
  /// The table that its rows are put into.
  package let table: String
}
