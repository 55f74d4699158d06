import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let about = StageSpec(
    "about", "about @X, @Y", "Keeps the claims about any of these entities or their parts.",
    details: """
      A claim is about an entity that is its subject, its object, the object of a qualifier, or in \
      its `about` field.
      """,
    form: .references, keepsRows: true, example: "claims | about @peru | count by predicate"
  ) { call, input, binder throws(Diagnostic) in
    guard input.relation?.name == "claims" else {
      throw binder.lacks(call, "rows that are claims")
    }
    let keys = try binder.keys(call, .entity)
    let condition = BoundExpression(.isAbout(keys), .boolean, false, call.span)
    return .filter(input, condition, words: Printer.text(of: call))
  }

  static let from = StageSpec(
    "from", "from @SOURCE, …", "Keeps the rows of any of these sources.", form: .references,
    keepsRows: true, example: "claims | from @defense-news-2012"
  ) { call, input, binder throws(Diagnostic) in
    try binder.among(call, column: "source", .source, in: input)
  }

  static let by = StageSpec(
    "by", "by @SPEAKER, …", "Keeps the claims made on the authority of any of these speakers.",
    form: .references, keepsRows: true, example: "claims | by @leon-panetta | select says, mode"
  ) { call, input, binder throws(Diagnostic) in
    try binder.among(call, column: "speaker", .entity, in: input)
  }

  static let within = StageSpec(
    "within", "within @PLACE, …", "Keeps the rows that belong to any of these places.",
    details: """
      A claim belongs to its `place`, or where none is given to its subject and object; an entity \
      belongs to itself. A place contains its parts: `within @peru` finds Iquitos.
      """,
    form: .references, keepsRows: true, example: "claims | within @loreto"
  ) { call, input, binder throws(Diagnostic) in
    let keys = try binder.keys(call, .entity)
    let condition = try binder.isWithin(keys, call, in: input)
    return .filter(input, condition, words: Printer.text(of: call))
  }

  static let during = StageSpec(
    "during", "during DATE", "Keeps the claims whose fact may hold in this time.",
    details: "The same as `where when overlaps DATE`.", form: .expression,
    keepsRows: true, example: "claims | during 2023 | count by source"
  ) { call, input, binder throws(Diagnostic) in
    let name = Expression.path([Name("when", at: call.name.span)])
    guard input.columns.contains(where: { $0.name == "when" && $0.type == .date }) else {
      throw binder.lacks(call, "rows with a date `when`")
    }
    let date = call.items[0].expression
    let condition = try binder.condition(.binary(.overlaps, name, date), in: Rows(input))
    return .filter(input, condition, words: Printer.text(of: call))
  }

  static let on = StageSpec(
    "on", "on @QUESTION", "Keeps the claims that bear on a question, with `answer` and `stance`.",
    details: """
      A claim that bears on several answers gives a row for each; `stance` is `for` or `against`.
      """,
    form: .references, example: "claims | on @permanent-bases | count by answer, stance"
  ) { call, input, binder throws(Diagnostic) in
    guard input.relation?.name == "claims" else {
      throw binder.lacks(call, "rows that are claims")
    }
    guard call.items.count == 1 else {
      throw Diagnostic(.wrongArguments, at: call.span, "`on` takes one question")
    }
    let key = try binder.keys(call, .question)[0]
    let list = ClosedList(
      name: "answer of the question", words: binder.vocabulary.answers(toQuestion: key))
    return .answers(input, question: key, list)
  }

  static let `as` = StageSpec(
    "as", "as FORMAT", "Writes the result in another format.",
    details: "Formats: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
    form: .columns, isEnding: true, keepsRows: true,
    example: "sources | select id, published | as csv"
  ) { call, input, binder throws(Diagnostic) in
    guard call.items.count == 1, case .path(let names) = call.items[0].expression, names.count == 1
    else { throw Diagnostic(.wrongArguments, at: call.span, "write `as FORMAT`") }
    guard let format = OutputFormat(rawValue: names[0].text) else {
      let list = ClosedList(name: "format", words: OutputFormat.allCases.map(\.rawValue))
      throw .unknownWord(names[0].text, in: list, at: names[0].span)
    }
    binder.ending.format = format
    return input
  }

  static let save = StageSpec(
    "save", "save \"FILE\"", "Writes the result to a file; the extension says the format.",
    details: """
      .txt (table), .csv, .tsv, .json, .jsonl, .md, .html, and .svg for a chart. The file is there \
      whole or not at all.
      """,
    form: .expression, isEnding: true, keepsRows: true,
    example: "claims | count by source | save \"counts.csv\""
  ) { call, input, binder throws(Diagnostic) in
    let span = call.items[0].expression.span
    guard case .text(let path) = try binder.constant(call.items[0].expression) else {
      throw Diagnostic(.wrongArguments, at: span, "expected the name of a file in quotes")
    }
    let isPicture = path.lowercased().hasSuffix(".svg")
    if isPicture, binder.ending.chart == nil {
      binder.ending.chart = try binder.chart(ChartKind.fitting(input), of: input, at: call.span)
    }
    guard isPicture || binder.ending.chart == nil || path.lowercased().hasSuffix(".txt") else {
      throw Diagnostic(
        .wrongArguments, at: span, "a chart is saved as .svg, or as .txt",
        hint: "leave `chart` out to save the rows")
    }
    guard isPicture || binder.ending.format != nil || OutputFormat(path: path) != nil else {
      throw Diagnostic(
        .wrongArguments, at: span, "the name does not say a format",
        hint: nearPath(to: path).map { "did you mean `\"\($0)\"`?" }
          ?? "end it in .csv, .tsv, .json, .jsonl, .md, .html, .svg or .txt, or put `as FORMAT` before"
      )
    }
    (binder.ending.path, binder.ending.pathSpan) = (path, span)
    return input
  }

  /// The path with an extension that is spelt like its own and says a format.
  private static func nearPath(to path: String) -> String? {
    let name = path[(path.lastIndex(of: "/") ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let known = ["csv", "tsv", "json", "jsonl", "md", "html", "svg", "txt"]
    let start = path.index(after: dot)
    return Spelling.closest(to: String(path[start...]), among: known).map { path[..<start] + $0 }
  }
}
