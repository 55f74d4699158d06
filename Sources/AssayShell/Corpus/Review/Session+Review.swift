import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// `review`: from sentences that look like claims to claims.
extension Session {
  /// `review`, `review @SOURCE`, `review @SOURCE all`, `review @SOURCE status`.
  func review(_ name: Name, _ arguments: [Name]) throws(Diagnostic) {
    guard let first = arguments.first else { return try showReviews(at: name.span) }
    let word = arguments.dropFirst().first
    guard first.text.hasPrefix("@"), arguments.count < 3,
      word == nil || ["all", "status"].contains(word?.text)
    else {
      throw Diagnostic(
        .wrongArguments, at: (first.text.hasPrefix("@") ? word : first)?.span ?? name.span,
        "`review` takes the `@id` of a source, and `all` or `status` behind it")
    }
    let id = String(first.text.dropFirst())
    if word?.text == "status" { return try showReview(of: id, at: first.span) }
    try requireWritable(name)
    let dialogue = try requirePrompt(name)
    let review = try workspace.review(of: id, at: first.span)
    var questions = ReviewDialogue(self, dialogue, review, showsSkipped: word != nil)
    try finishShowing()
    screen?.isConversation = true
    defer { screen?.isConversation = false }
    try questions.run()
  }

  /// How far each source is.
  private func showReviews(at span: Span) throws(Diagnostic) {
    var rows: [[String?]] = []
    for source in try workspace.sourcesWithDocuments() {
      let review = try workspace.review(of: source, at: span)
      if !review.faults.isEmpty { report(review.faults) }
      let progress = ReviewProgress(review)
      rows.append([
        source, String(progress.sentences.count), String(progress.count(.claims)),
        String(progress.open), String(progress.rejected), String(progress.skipped),
        Self.percent(progress.coverage),
      ])
    }
    for source in try workspace.sourcesWithUnreadDocuments() {
      if let fault = try workspace.unreadDocument(of: source, at: nil) { report([fault]) }
    }
    let numbers = ["sentences", "with-claims", "open", "rejected", "skipped", "coverage"]
    try show(
      [Column("source", .reference)]
        + numbers.map { Column($0, $0 == "coverage" ? .text : .number) },
      rows, noun: "sources")
  }

  /// What became of each sentence of a source.
  private func showReview(of source: String, at span: Span) throws(Diagnostic) {
    let review = try workspace.review(of: source, at: span)
    if !review.faults.isEmpty { report(review.faults) }
    let progress = ReviewProgress(review)
    let claims = review.claimsBySentence
    let rows = progress.sentences.enumerated().map { index, sentence -> [String?] in
      let passage = sentence.passage
      let range = passage.start..<passage.end
      let words = String(decoding: review.reading.bytes[range], as: UTF8.self)
      return [
        String(passage.paragraph), String(passage.sentence), sentence.outcome.rawValue,
        claims[index].isEmpty ? nil : claims[index].joined(separator: "; "),
        words.split(whereSeparator: \.isWhitespace).joined(separator: " "),
      ]
    }
    try show(
      [
        Column("paragraph", .number), Column("sentence", .number), Column("outcome", .text),
        Column("claims", .text), Column("text", .text),
      ], rows, noun: "sentences")
    let counts = ReviewProgress.Outcome.allCases.map { outcome in
      "\(progress.count(outcome)) \(outcome == .claims ? "with claims" : outcome.rawValue)"
    }
    let open = progress.open == 1 ? "1 proposal" : "\(progress.open) proposals"
    say(
      "\(counts.joined(separator: ", ")); coverage \(Self.percent(progress.coverage)), \(open) open\n"
    )
    tellLost(review.lostDecisions.count)
  }

  /// Says of how many decisions the words are gone.
  func tellLost(_ count: Int) {
    guard count > 0 else { return }
    let words = count == 1 ? "1 decision is" : "\(count) decisions are"
    say("\(words) about words that the document no longer has; the file keeps them.\n")
  }

  /// As in `34.5%`.
  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
