import AssayEngine
import AssayModel
import AssayRender
import AssayText

/// A report that was woven, and how its run ended.
package struct WovenReport {
  package let report: Report
  package let program: BoundProgram
  /// The first failure of a run that went on after it; `nil` if there was none.
  package let failure: Exit?
}

/// Scripts to reports.
extension Session {
  /// Runs a script and weaves its prose, its programs and what comes of them into a report.
  ///
  /// Nothing goes to standard output. The faults of the program and of the references in its prose
  /// are told together, before anything runs.
  ///
  /// - Parameters:
  ///   - keepsGoing: whether the report goes on after a statement that fails, with a remark.
  ///   - version: the version of the program, which the report names.
  /// - Throws: the first failure, unless the run goes on.
  package func weave(
    _ text: SourceText, given: ParameterValues = ParameterValues(), keepsGoing: Bool = false,
    version: String
  ) throws(Exit) -> WovenReport {
    let script = LiterateScript(text, Self.grammar)
    let (cited, faults) = references(in: script.prose, of: text)
    let program = try program(text, given: given, besides: faults)
    let weaver = Weaver(cited: cited)
    let before = (output: redirect(to: weaver.output), format: format, isASCII: chartsAreASCII)
    // A report is the same wherever it is woven.
    (format, chartsAreASCII, self.weaver) = (.table, false, weaver)
    defer {
      _ = redirect(to: before.output)
      (format, chartsAreASCII, self.weaver) = (before.format, before.isASCII, nil)
    }
    let failure = try weave(script, program, into: weaver, keepsGoing: keepsGoing)
    notes?.use(program.used)
    do throws(Diagnostic) {
      let origin = ReportOrigin(version: version, corpus: workspace)
      let report = Report(
        title: Self.title(of: script, text), parts: weaver.finishedParts(),
        notes: try workspace.citations(of: weaver.claims).map(ReportNote.init),
        origin: try origin.lines(script: text.name, program))
      return WovenReport(report: report, program: program, failure: failure)
    } catch {
      throw self.report([error])
    }
  }

  /// Binds the program of a report, whose prose may refer to claims, without weaving it.
  package func reportProgram(
    _ text: SourceText, given: ParameterValues
  ) throws(Exit) -> BoundProgram {
    let script = LiterateScript(text, Self.grammar)
    return try program(text, given: given, besides: references(in: script.prose, of: text).faults)
  }

  /// Writes a report to standard output.
  package func write(_ report: Report, as form: ReportForm) throws(Exit) {
    do throws(Diagnostic) {
      do throws(OutputFailure) {
        try form.write(report, to: output)
        try output.flush()
      } catch {
        try handle(error)
      }
    } catch {
      throw self.report([error])
    }
  }

  /// Runs the program piece by piece.
  ///
  /// - Returns: the first failure, if the run went on after it.
  private func weave(
    _ script: LiterateScript, _ program: BoundProgram, into weaver: Weaver, keepsGoing: Bool
  ) throws(Exit) -> Exit? {
    var steps = program.steps[...]
    var first: Exit?
    for piece in script.pieces where !isOver {
      switch piece {
      case .prose(let prose): weaver.add(prose)
      case .program(let text, let end):
        if let text { weaver.add(.statement(text)) }
        while let bound = steps.first, bound.place.start < end, !isOver {
          steps.removeFirst()
          do throws(Exit) {
            try run(bound)
          } catch {
            guard keepsGoing, error.code != .interrupted else { throw error }
            first = first ?? error
          }
          weaver.takeText()
        }
        weaver.tellHeld()
      }
    }
    return first
  }

  /// The claims that prose refers to, by their ids, and what is wrong with the references.
  private func references(
    in prose: [ScriptProse], of text: SourceText
  ) -> (cited: [String: Int64], faults: [Diagnostic]) {
    var cited: [String: Int64] = [:]
    var faults: [Diagnostic] = []
    for reference in prose.flatMap(\.references) where cited[reference.id] == nil {
      if let key = workspace.key(of: reference.id, .claim) {
        cited[reference.id] = key
      } else {
        let closest = Spelling.closest(to: reference.id, among: workspace.ids(.claim))
        faults.append(
          Diagnostic(
            .unknownRecord, at: reference.span, "no claim `@\(reference.id)` in the corpus",
            hint: closest.map { "did you mean `@\($0)`?" }))
      }
    }
    return (cited, Diagnostics(faults).located(in: text).all)
  }

  /// The first heading before any program, or what the file is called.
  private static func title(of script: LiterateScript, _ text: SourceText) -> String {
    if let title = script.prose.first.flatMap({ ReportProse.title(of: $0.text) }), !title.isEmpty {
      return title
    }
    let name = text.name.split(separator: "/").last.map(String.init) ?? text.name
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}

extension ReportNote {
  /// The note for a claim.
  init(_ claim: ClaimCitation) {
    self.init(
      claim: claim.id, says: claim.says, speaker: claim.speaker, author: claim.author,
      title: claim.title, publisher: claim.publisher, published: claim.published, url: claim.url,
      path: claim.document, paragraph: claim.passage?.paragraph, quote: claim.quote,
      passage: claim.passage?.text, quoteRange: claim.passage?.quote, place: claim.place)
  }
}
