import AssayModel
import AssayText

/// A statement as it is written.
package enum Statement: Sendable {
  case edition(Int, Span)
  case query(Query)
  case explain(Query, Span)
  case letQuery(Name, Query)
  case letValue(Name, Expression)
  case def(Name, parameters: [Name], Query)
  case param(Name, type: Name, default: Expression?)
  case expect(Expression, message: String?, Span)
  case declaration(Record)
  case use(pattern: String, Span)
  case corpus(CorpusHeader)
  /// `help where`: a command and the words after it.
  case command(Name, arguments: [Name], Span)
}

/// What a corpus says of itself: `corpus peru { title "…" }`.
package struct CorpusHeader: Sendable {
  package let id: Reference
  package let title: String?
  package let note: String?
  package let rates: [CurrencyRate]

  package init(id: Reference, title: String?, note: String?, rates: [CurrencyRate] = []) {
    (self.id, self.title, self.note, self.rates) = (id, title, note, rates)
  }
}

/// A rate between two currencies: `rate 1 USD = 3.75 PEN on 2023`.
package struct CurrencyRate: Sendable {
  package let from: Quantity
  package let to: Quantity
  /// The days for which it holds.
  package let date: PartialDate
  package let span: Span

  package init(from: Quantity, to: Quantity, date: PartialDate, span: Span) {
    (self.from, self.to, self.date, self.span) = (from, to, date, span)
  }

  /// How many of the second currency one of the first is.
  package var factor: Double { to.low / from.low }
}

/// The words that the parser takes from the lists of stages, functions and commands.
package struct Grammar: Sendable {
  package let stages: [String: StageForm]
  /// Functions whose argument is a query.
  package let queryFunctions: Set<String>
  package let commands: Set<String>
  package let relations: Set<String>

  package init(
    stages: [String: StageForm], queryFunctions: Set<String>, commands: Set<String>,
    relations: Set<String>
  ) {
    (self.stages, self.queryFunctions) = (stages, queryFunctions)
    (self.commands, self.relations) = (commands, relations)
  }
}

/// The words that begin a statement, commands aside, and those that never are a unit or a name
/// after `let`.
package enum Keyword {
  package static let statements = [
    "let", "def", "param", "expect", "explain", "edition", "use", "corpus",
  ]
  /// What a statement that begins with the word does, in one sentence; empty for other words.
  package static func summary(of word: String) -> String {
    switch word {
    case "let": "Gives a name to a query, or a `$` name to a value."
    case "def": "Gives a name to a query with parameters."
    case "param": "Declares a value that a script is given."
    case "expect": "Fails unless a condition holds."
    case "explain": "Shows what a query becomes."
    case "edition": "Says which edition of the language a script is written in."
    case "use": "Names further files of the corpus."
    case "corpus": "Says what the corpus is called."
    default: ""
    }
  }

  package static let reserved: Set<String> = [
    "and", "or", "not", "in", "has", "matches", "overlaps", "before", "after", "within", "is",
    "as", "by", "on", "it", "true", "false", "missing", "present",
  ]
}
