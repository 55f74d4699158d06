import AssayText

/// A query as it is written: rows, and the stages they go through.
package struct Query: Sendable {
  package var source: Source
  package var stages: [StageCall]
  package var span: Span

  package init(source: Source, stages: [StageCall], span: Span) {
    (self.source, self.stages, self.span) = (source, stages, span)
  }

  /// Where the rows come from.
  package indirect enum Source: Sendable {
    /// A relation, or a `let` name.
    case name(Name)
    /// A `def` with its arguments.
    case call(Name, [Expression])
    case query(Query)
    /// The last result.
    case it(Span)
  }
}

/// One stage of a pipeline as it is written.
package struct StageCall: Sendable {
  package let name: Name
  package let form: StageForm
  package let items: [StageItem]
  /// What stands after `by`.
  package let keys: [StageItem]
  package let span: Span
  /// What keeps the stage from being read; its arguments are then not there.
  package let fault: Diagnostic?

  package init(
    name: Name, form: StageForm, items: [StageItem], keys: [StageItem], span: Span,
    fault: Diagnostic? = nil
  ) {
    (self.name, self.form, self.items, self.keys) = (name, form, items, keys)
    (self.span, self.fault) = (span, fault)
  }
}

/// An argument of a stage: `-published`, `source.publisher as outlet`, `n = count()`.
package struct StageItem: Sendable {
  package let expression: Expression
  /// The name given with `as` or `=`.
  package let alias: Name?
  package let isDescending: Bool

  package init(_ expression: Expression, alias: Name? = nil, isDescending: Bool = false) {
    (self.expression, self.alias, self.isDescending) = (expression, alias, isDescending)
  }
}

/// What the arguments of a stage look like.
package enum StageForm: Sendable {
  /// `where EXPR`.
  case expression
  /// `select a, b as c`.
  case columns
  /// `distinct`, `distinct a, b`.
  case optionalColumns
  /// `derive x = EXPR, …`.
  case assignments
  /// `summarize n = count(), … [by KEYS]`.
  case assignmentsByKeys
  /// `count`, `count by KEYS`.
  case optionalKeys
  /// `sort -a, b`.
  case sortKeys
  /// `about @x, @y`.
  case references
  /// `conflicts all`, `path from @a to @b`: words and values with blanks or commas between them.
  case arguments
  /// `words least 5 by source`: words, numbers without units, texts, and then keys; `against` may be
  /// followed by a query in parentheses.
  case argumentsByKeys
}
