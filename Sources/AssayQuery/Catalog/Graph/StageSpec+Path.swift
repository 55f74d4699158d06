import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let path = StageSpec(
    "path", "path from @A to @B [asserted]",
    "The shortest ways from one entity to another over the claims.",
    details: """
      A claim joins its subject and its object and is walked either way; denied claims and \
      questions join nothing. `asserted` leaves only what sources say as fact in their own voice: \
      no claim with a speaker, no estimate, plan or opinion. A row is a step, with one claim of \
      those that make it.
      """,
    form: .arguments, rows: .pathSteps, words: ["from", "to", "asserted"],
    example: "claims | path from @leon-panetta to @iquitos"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    var arguments = StageArguments(call)
    var from: (key: Int64, id: String)?
    var to: (key: Int64, id: String)?
    var onlyAsserted = false
    while !arguments.isAtEnd {
      let span = arguments.span
      if arguments.take("from") {
        guard from == nil else { throw .givenTwice("from", at: span) }
        from = try binder.end(of: "from", &arguments, in: call)
      } else if arguments.take("to") {
        guard to == nil else { throw .givenTwice("to", at: span) }
        to = try binder.end(of: "to", &arguments, in: call)
      } else if arguments.take("asserted") {
        onlyAsserted = true
      } else {
        throw arguments.unexpected(words: ["from", "to", "asserted"])
      }
      if let from, let to, from.key == to.key {
        throw Diagnostic(
          .wrongArguments, at: Span(span.start, call.span.end),
          "`@\(to.id)` is both ends of the path", hint: "name two different entities")
      }
    }
    guard let from, let to else {
      throw .wantsEntity(after: from == nil ? "from" : "to", at: call.span)
    }
    return binder.analysis(
      .path(from: from.key, to: to.key, onlyAsserted: onlyAsserted), call, input,
      rows: .pathSteps)
  }
}

extension Binder {
  /// The entity at an end of a path.
  fileprivate mutating func end(
    of word: String, _ arguments: inout StageArguments, in call: StageCall
  ) throws(Diagnostic) -> (key: Int64, id: String) {
    if let name = arguments.word {
      let isKnown = vocabulary.key(of: name.text, .entity) != nil
      let hint = isKnown ? "did you mean `@\(name.text)`?" : nil
      throw .wantsEntity(after: word, at: name.span, hint)
    }
    guard !arguments.isAtEnd else { throw .wantsEntity(after: word, at: call.span) }
    return try record(&arguments, .entity, in: call)
  }
}

extension Diagnostic {
  /// As in `claims | path from @a`.
  fileprivate static func wantsEntity(
    after word: String, at span: Span, _ hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .wrongArguments, at: span, "`path` needs `\(word)` and the id of an entity",
      hint: hint ?? "write `path from @A to @B [asserted]`")
  }

  /// As in `claims | path from @a from @b`.
  fileprivate static func givenTwice(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .wrongArguments, at: span, "`\(word)` stands here twice",
      hint: "write `path from @A to @B [asserted]`")
  }
}
