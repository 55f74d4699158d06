import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// Commands that bring documents in and compare them with what they were.
extension CommandSpec {
  static let ingest = CommandSpec(
    name: "ingest",
    usage:
      "ingest \"PATH\" [\"PATH\"…] [as ID] [map \"FIELDS\"] [retrieved DATE] [again] [dry-run]",
    summary: "Brings documents into the corpus, each with a proposed source.",
    example: "ingest \"examples/peru/documents\" dry-run"
  ) { session, name, arguments throws(Diagnostic) in
    var words = CommandWords(arguments, in: session)
    var request = IngestRequest(words.takeTexts())
    guard !request.paths.isEmpty else {
      throw Diagnostic(
        .wrongArguments, at: arguments.first?.span ?? name.span,
        "`ingest` takes the paths of files or folders in quotes",
        hint: "`ingest \"articles\"`")
    }
    while let word = words.next() {
      switch word.text {
      case "as": request.id = try words.value(of: word, "an id").text
      case "map": request.mapping = try words.value(of: word, "fields in quotes").text
      case "retrieved": request.retrieved = try words.date(of: word)
      case "again": request.isAgain = true
      case "dry-run": request.isDry = true
      default:
        throw Diagnostic(
          .wrongArguments, at: word.span, "`ingest` does not know `\(word.text)`",
          hint: "`as ID`, `map \"FIELDS\"`, `retrieved DATE`, `again`, `dry-run`")
      }
    }
    if request.isDry {
      try session.requireFree(name, to: "read documents from outside of the corpus")
    } else {
      try session.requireWritable(name)
    }
    session.failure = try session.ingest(IngestOptions(request))
  }
}

extension CommandSpec {
  static let origin = CommandSpec(
    name: "origin", usage: "origin @ID",
    summary: "Shows where the quote of a claim, or a document, stands in the bytes of the capture.",
    example: "origin @bases-in-peru"
  ) { session, name, arguments throws(Diagnostic) in
    let id = arguments.last?.text ?? ""
    let record = try session.record(name, arguments, among: [.claim, .source])
    guard [.claim, .source].contains(record.kind) else {
      throw Diagnostic(
        .wrongArguments, at: arguments.last?.span ?? name.span,
        "`origin` takes a claim or a source, and `\(id)` is neither")
    }
    let origin = try session.workspace.origin(
      of: record, at: arguments.last?.span ?? name.span)
    try session.write(OriginView(origin).text)
  }
}

extension CommandSpec {
  static let refetch = CommandSpec(
    name: "refetch",
    usage: "refetch @SOURCE \"FILE\" [map \"FIELDS\"] [retrieved DATE] [keep]",
    summary:
      "Holds a new capture of a source against the kept one: which quotes stand, moved, went.",
    example: "refetch @base-insider \"examples/peru/documents/base-insider.md\""
  ) { session, name, arguments throws(Diagnostic) in
    guard let source = arguments.first, source.text.hasPrefix("@") else {
      throw Diagnostic(
        .wrongArguments, at: arguments.first?.span ?? name.span,
        "`refetch` takes the `@id` of a source and the file of its new capture")
    }
    var words = CommandWords(Array(arguments.dropFirst()), in: session)
    let files = words.takeTexts()
    guard files.count == 1, let file = files.first else {
      throw Diagnostic(
        .wrongArguments, at: name.span, "`refetch` takes one file in quotes behind the source")
    }
    var request = RefetchRequest(source: String(source.text.dropFirst()), file: file)
    var keeps = false
    while let word = words.next() {
      switch word.text {
      case "map": request.mapping = try words.value(of: word, "fields in quotes").text
      case "retrieved": request.retrieved = try words.date(of: word)
      case "keep": keeps = true
      default:
        throw Diagnostic(
          .wrongArguments, at: word.span, "`refetch` does not know `\(word.text)`",
          hint: "`map \"FIELDS\"`, `retrieved DATE`, `keep`")
      }
    }
    try session.requireReadable(Name(file, at: name.span))
    if keeps { try session.requireWritable(name) }
    try session.refetch(request, keeps: keeps, at: source.span)
  }
}

/// The words behind a command, taken one after the other.
struct CommandWords {
  private var rest: ArraySlice<Name>
  private let text: SourceText?

  init(_ arguments: [Name], in session: Session) {
    (rest, text) = (arguments[...], session.workspace.statementText)
  }

  /// The next word, or `nil` at the end.
  mutating func next() -> Name? { rest.popFirst() }

  /// The texts in quotation marks that stand next.
  mutating func takeTexts() -> [String] {
    var texts: [String] = []
    while let word = rest.first, isQuoted(word) {
      texts.append(word.text)
      rest.removeFirst()
      if rest.first?.text == ",", rest.first.map({ !isQuoted($0) }) ?? false { rest.removeFirst() }
    }
    return texts
  }

  /// The word behind an option.
  ///
  /// - Throws: `wrongArguments` when there is none.
  mutating func value(of option: Name, _ what: String) throws(Diagnostic) -> Name {
    guard let value = rest.popFirst() else {
      throw Diagnostic(.wrongArguments, at: option.span, "behind `\(option.text)` stands \(what)")
    }
    return value
  }

  /// The date behind an option.
  ///
  /// - Throws: `wrongArguments` when there is none.
  mutating func date(of option: Name) throws(Diagnostic) -> PartialDate {
    let value = try value(of: option, "a date")
    guard let date = PartialDate(value.text) else {
      throw Diagnostic(
        .wrongArguments, at: value.span, "`\(value.text)` is no date",
        hint: "as in 2023-09-12, 2023-09 or 2023")
    }
    return date
  }

  private func isQuoted(_ word: Name) -> Bool {
    guard let text, word.span.start < text.bytes.count else { return false }
    return text.bytes[word.span.start] == UInt8(ascii: "\"")
  }
}
