import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// How documents are brought in.
package struct IngestOptions: Sendable {
  package var request: IngestRequest
  /// Whether nobody is asked.
  package var acceptsAll = false

  package init(_ request: IngestRequest) { self.request = request }
}

extension Session {
  /// Reads documents, proposes a source for each, and brings in those that are accepted.
  ///
  /// - Throws: the fault that kept everything out; what is wrong with single files has been told.
  /// - Returns: how the run ends when a file was left out for a fault: with `fileFailed`.
  package func ingest(_ options: IngestOptions) throws(Diagnostic) -> Exit? {
    defer { workspace.discardIngestion() }
    let ingestion = try workspace.ingestion(of: options.request)
    if !ingestion.faults.isEmpty { report(ingestion.faults) }
    var report = IngestReport(ingestion)
    if options.request.isDry {
      try write(report.proposals())
    } else {
      var accepted = ingestion.proposals
      if let dialogue, !options.acceptsAll {
        var questions = IngestDialogue(self, dialogue)
        accepted = try questions.accepted(of: ingestion)
      }
      if !accepted.isEmpty {
        var paths: [String] = []
        do throws(Diagnostics) {
          paths = try CorpusEditor(workspace).ingest(accepted)
        } catch {
          throw tellAllButLast(error)
        }
        report.note(accepted, in: paths)
      }
      try write(report.text(of: accepted))
    }
    return ingestion.faults.isEmpty ? nil : Exit(.fileFailed)
  }

  private func tellAllButLast(_ faults: Diagnostics) -> Diagnostic {
    if faults.all.count > 1 { report(Array(faults.all.dropLast())) }
    return faults.all.last ?? .interrupted
  }
}

/// What was done with files that were to be brought in, in lines for people.
struct IngestReport {
  private let ingestion: Ingestion
  private var paths: [String] = []

  init(_ ingestion: Ingestion) { self.ingestion = ingestion }

  /// Notes which files have got the records.
  mutating func note(_ accepted: [SourceProposal], in paths: [String]) { self.paths = paths }

  /// The records as they would be written, and what stays out.
  func proposals() -> String {
    var text = ""
    for entry in ingestion.entries {
      switch entry {
      case .proposal(let proposal):
        text += "# \(VisibleText.of(proposal.origin))\n"
        text += proposal.notes.map { "# \(VisibleText.of($0))\n" }.joined()
        text +=
          proposal.text.split(separator: "\n").map { VisibleText.of(String($0)) + "\n" }
          .joined() + "\n"
      case .known, .failed: text += Self.line(of: entry)
      }
    }
    return text + summary(ingestion.proposals.count, "would be added; nothing was written")
  }

  /// What was done, the accepted proposals as they were accepted.
  func text(of accepted: [SourceProposal]) -> String {
    var byNumber: [Int: SourceProposal] = [:]
    for proposal in accepted { byNumber[proposal.number] = proposal }
    var text = ""
    for entry in ingestion.entries {
      guard case .proposal(let proposal) = entry else {
        text += Self.line(of: entry)
        continue
      }
      guard let taken = byNumber[proposal.number] else {
        text += VisibleText.of("left out \(proposal.origin)") + "\n"
        continue
      }
      let path = taken.documentPath.map { "  \($0)" } ?? ""
      text +=
        VisibleText.of("added source @\(taken.recordID)\(path)  from \(proposal.origin)") + "\n"
      text += proposal.notes.map { "  \(VisibleText.of($0))\n" }.joined()
      text += proposal.remarks.map { "  perhaps: \(VisibleText.of($0))\n" }.joined()
    }
    let place = paths.isEmpty ? "" : " to " + paths.joined(separator: ", ")
    return text + summary(accepted.count, "added" + place)
  }

  private static func line(of entry: Ingestion.Entry) -> String {
    guard case .known(let file, let source, let part) = entry else { return "" }
    let what =
      switch part {
      case .snapshot: "the snapshot of @\(source), byte for byte"
      case .document: "the document of @\(source), byte for byte"
      case .text: "the same text as the document of @\(source)"
      }
    return VisibleText.of("known    \(file): \(what)") + "\n"
  }

  private func summary(_ count: Int, _ what: String) -> String {
    let known = ingestion.entries.count { if case .known = $0 { true } else { false } }
    let failed = ingestion.faults.count
    var parts = ["\(count) source\(count == 1 ? "" : "s") \(what)"]
    if known > 0 { parts.append("\(known) known already") }
    if failed > 0 { parts.append("\(failed) file\(failed == 1 ? "" : "s") with faults left out") }
    return parts.joined(separator: ", ") + "\n"
  }
}
