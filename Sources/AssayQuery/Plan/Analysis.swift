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

  package init(_ kind: Kind, words: String, at span: Span, rows: RelationSpec) {
    (self.kind, self.words, self.span, self.rows) = (kind, words, span, rows)
  }

  package enum Kind: Sendable {
    case conflicts(ConflictOptions)
    case support(OriginOptions)
    case origins(OriginOptions)
    /// Passages that share wording; the least containment, 0 to 1.
    case copies(over: Double)
    /// Questions by their keys.
    case matrix([Int64])
    /// How many other sources at least carry what a source leaves out.
    case omissions(least: Int)
    case weigh(WeighOptions)
    case hypotheses(question: Int64, OriginOptions)
    case drift
    case path(from: Int64, to: Int64, onlyAsserted: Bool)
    case network(onlyAsserted: Bool)
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
  package struct WeighOptions: Sendable {
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
  package struct ConflictOptions: Sendable {
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
