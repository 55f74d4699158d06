import AssayEngine
import AssayModel
import AssayText

/// What two captures show, in lines for people. It says what was captured, and nothing of what was
/// meanwhile.
struct RefetchReport {
  private let comparison: CaptureComparison
  private let file: String

  init(_ comparison: CaptureComparison, file: String) {
    (self.comparison, self.file) = (comparison, file)
  }

  /// The lines, each with its end.
  var text: String {
    let kept = comparison.keptDate.map { "captured \($0)" } ?? "kept"
    let new = comparison.newDate.map { ", captured \($0)" } ?? ""
    var lines = ["@\(comparison.source) as \(kept), and \(file)\(new)"]
    lines += comparison.notes.map { "  \($0)" }
    if comparison.isEdited {
      lines.append(
        "The kept document is not what its snapshot gives: it was edited, or made by another "
          + "version.")
    }
    if comparison.isSameBytes, comparison.isEdited, !comparison.isSameText {
      lines.append("The new capture is that snapshot, and gives another text than the document:")
      lines.append(paragraphs)
    } else if comparison.isSameBytes {
      lines.append("The captures are the same, byte for byte.")
    } else if comparison.isSameText {
      lines.append("The captures have the same text.")
    } else {
      lines.append(paragraphs)
    }
    for detail in comparison.details {
      let old = detail.kept.map { "“\($0)”" } ?? "nothing"
      lines.append("\(detail.field)  \(old) kept, “\(detail.new)” new")
    }
    lines.append(summary)
    let width = comparison.quotes.map { DisplayWidth.of($0.claim) }.max() ?? 0
    for quote in comparison.quotes {
      let space = String(repeating: " ", count: width - DisplayWidth.of(quote.claim))
      lines += Self.lines(of: quote.fate, "@\(quote.claim)\(space)", absence)
      if quote.isRepeated {
        lines.append("           the new capture has these words several times")
      }
    }
    return lines.map { VisibleText.of($0) + "\n" }.joined()
  }

  private var paragraphs: String {
    let (same, added, removed) = comparison.paragraphs
    return "paragraphs  \(same) the same, \(added) added, \(removed) removed"
  }

  private var summary: String {
    var counts = (stands: 0, moved: 0, changed: 0, gone: 0)
    for quote in comparison.quotes {
      switch quote.fate {
      case .stands: counts.stands += 1
      case .moved: counts.moved += 1
      case .changed: counts.changed += 1
      case .gone: counts.gone += 1
      }
    }
    let count = comparison.quotes.count
    var parts = ["\(count) quote\(count == 1 ? "" : "s")"]
    if count > 0 {
      parts.append(
        "\(counts.stands) stand, \(counts.moved) moved, \(counts.changed) changed, "
          + "\(counts.gone) gone")
    }
    if comparison.unquotedCount > 0 {
      let count = comparison.unquotedCount
      parts.append("\(count) claim\(count == 1 ? "" : "s") without a quote")
    }
    return parts.joined(separator: "; ")
  }

  /// What is true of words that only the kept capture has.
  private var absence: String {
    guard let kept = comparison.keptDate, let new = comparison.newDate else {
      return "present in the kept capture, absent in the new one"
    }
    return "present in the capture of \(kept), absent in that of \(new)"
  }

  private static func lines(
    of fate: CaptureComparison.Fate, _ claim: String, _ absence: String
  ) -> [String] {
    switch fate {
    case .stands(let place, let now):
      ["  stands   \(claim)  \(words(place))" + (place == now ? "" : ", now \(words(now))")]
    case .moved(let place, let now):
      ["  moved    \(claim)  from \(words(place)) to \(words(now))"]
    case .changed(let place, let now, let words):
      [
        "  changed  \(claim)  \(Self.words(place))"
          + (place == now ? "" : ", now \(Self.words(now))"), "           \(words)",
      ]
    case .gone(let place): ["  gone     \(claim)  \(words(place)): \(absence)"]
    }
  }

  private static func words(_ place: CaptureComparison.Place) -> String {
    "paragraph \(place.paragraph), sentence \(place.sentence)"
  }
}

extension Session {
  /// Holds a new capture against the one that is kept, and keeps it beside that one if asked to.
  package func refetch(_ request: RefetchRequest, keeps: Bool, at span: Span) throws(Diagnostic) {
    let comparison = try workspace.comparison(request, at: span)
    try write(RefetchReport(comparison, file: request.file).text)
    if let known = comparison.known {
      guard keeps else { return }
      return try write(
        VisibleText.of("known    \(request.file): kept as @\(known), byte for byte") + "\n")
    }
    guard !comparison.isSameBytes, keeps || agreesToKeep() else { return }
    defer { workspace.discardIngestion() }
    let proposal = try workspace.furtherCapture(request, at: span)
    try edit { editor throws(Diagnostics) in
      _ = try editor.ingest([proposal])
      return "added source @\(proposal.id)  \(proposal.documentPath ?? ""), "
        + "which derives from @\(request.source)\n"
    }
  }

  private func agreesToKeep() -> Bool {
    guard let dialogue, workspace.acceptsDeclarations, !safety.isSafe else { return false }
    let question = "keep the new capture as a source of its own? [y/N] "
    let answer = dialogue.ask(question, initial: "", complete: { _, _ in .none })
    return ["y", "yes"].contains(answer?.lowercased() ?? "")
  }
}
