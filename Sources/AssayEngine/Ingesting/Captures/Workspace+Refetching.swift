import AssayCorpus
import AssayIntake
import AssayModel
import AssayText

/// A further capture of a source, and how it is read.
package struct RefetchRequest: Sendable {
  /// The id of the source.
  package let source: String
  /// The file of the new capture, from the working folder.
  package let file: String
  /// As ``IngestRequest/mapping``; that of the source otherwise.
  package var mapping: String?
  /// When the new capture was made.
  package var retrieved: PartialDate?

  package init(source: String, file: String) { (self.source, self.file) = (source, file) }
}

extension Workspace {
  /// Holds a new capture of a source against the one that is kept.
  ///
  /// - Throws: `notComparable` when either has no text to compare, and what is wrong with a file.
  package func comparison(
    _ request: RefetchRequest, at span: Span
  ) throws(Diagnostic) -> CaptureComparison {
    let reading = try read(request.source, at: span)
    guard let path = reading.path else {
      throw Diagnostic(
        .notComparable, at: span, "source `@\(request.source)` has no document to compare with",
        hint: "`ingest` brings one in")
    }
    let kept = try KeptCapture(self, request.source, at: span)
    let bytes = try FileReader.bytes(of: request.file, shown: request.file)
    let document = try document(in: bytes, request, kept, at: span)
    let derived = try kept.derive(in: self)
    return try Diagnostic.telling {
      let old = try CaptureText(reading.bytes, isMarkdown: path.hasSuffix(".md"), monitor)
      let new = try CaptureText(document.text, isMarkdown: document.isMarkdown, monitor)
      let alignment = CaptureAlignment(old, new)
      return CaptureComparison(
        source: request.source, keptDate: kept.date("retrieved"), newDate: request.retrieved,
        quotes: try quotes(of: reading, old, new, alignment),
        unquotedCount: reading.claims.count { $0.quote == nil }, paragraphs: alignment.counts,
        details: Self.differences(kept, document.details),
        isSameBytes: bytes == (kept.path == nil ? reading.bytes : kept.bytes),
        isSameText: document.text == reading.bytes,
        isEdited: derived.map { all in !all.contains { $0.text == reading.bytes } } ?? false,
        known: try KnownCaptures(connection).source(ofBytes: Digest.sha256(bytes)),
        notes: document.notes)
    }
  }

  /// Proposes a source for the new capture, beside the one that is kept.
  ///
  /// It takes over what the kept one says of itself, where the capture says nothing, and derives from
  /// it: two captures of one text are no two witnesses.
  package func furtherCapture(
    _ request: RefetchRequest, at span: Span
  ) throws(Diagnostic) -> SourceProposal {
    let kept = try KeptCapture(self, request.source, at: span)
    var ingest = IngestRequest([request.file])
    ingest.mapping = request.mapping ?? kept["mapping"]
    (ingest.retrieved, ingest.isAgain, ingest.comparesWording) = (request.retrieved, true, false)
    let proposals = try ingestion(of: ingest)
    if let fault = proposals.faults.first { throw fault }
    let chosen =
      proposals.proposals.first { $0["url"] != nil && $0["url"] == kept["url"] }
      ?? proposals.proposals.first { $0["title"] == kept["title"] } ?? proposals.proposals.first
    guard var proposal = chosen else { throw .notComparable(request.file, at: span) }
    var names = SourceNames(self)
    proposal.rename(to: names.id(forFurther: request.source))
    for field in ["publisher", "author", "url", "language"] where proposal[field] == nil {
      proposal[field] = kept[field]
    }
    if proposal["published"] == nil { proposal["published"] = kept.date("published")?.description }
    if proposal["kind"] == nil { proposal["kind"] = kept.word("kind") }
    proposal["derives"] = "from @\(request.source) copies"
    return proposal
  }

  /// The document of a file that is a capture of the source.
  private func document(
    in bytes: [UInt8], _ request: RefetchRequest, _ kept: KeptCapture, at span: Span
  ) throws(Diagnostic) -> IntakeDocument {
    let name = request.file.split(separator: "/").last.map(String.init) ?? request.file
    let intake = try intake(mapping: request.mapping ?? kept["mapping"])
    let documents = try intake.read(bytes, name: name, monitor)
    let chosen =
      documents.count == 1
      ? documents.first
      : documents.first { $0.details.url != nil && $0.details.url == kept["url"] }
        ?? documents.first { $0.details.title != nil && $0.details.title == kept["title"] }
    guard let chosen else { throw .notComparable(request.file, at: span) }
    return chosen
  }

  private func quotes(
    of reading: DocumentReading, _ old: CaptureText, _ new: CaptureText,
    _ alignment: CaptureAlignment
  ) throws(Cancelled) -> [CaptureComparison.Quote] {
    let quoted = reading.claims.compactMap { claim in claim.quote.map { (claim.id, $0) } }
    let words = quoted.map { Array(reading.bytes[$0.1]) }
    let places = try QuoteFinder(new.bytes).places(of: words, monitor)
    let closest = places.contains(where: \.isEmpty) ? ClosestWording(new.bytes) : nil
    var quotes: [CaptureComparison.Quote] = []
    for (index, (claim, range)) in quoted.enumerated() {
      let before = old.place(of: range.lowerBound)
      var fate = CaptureComparison.Fate.gone(before)
      // Of several places the one that is where the words were.
      let nows = places[index].map { new.place(of: $0) }
      let same = nows.first { alignment.isSamePlace(before.paragraph, $0.paragraph) }
      if let same {
        fate = .stands(before, now: same)
      } else if let now = nows.first {
        fate = .moved(before, now: now)
      } else if let span = try closest?.span(of: words[index], monitor) {
        let difference = Self.difference(words[index], Array(new.bytes[span.start..<span.end]))
        fate = .changed(before, now: new.place(of: span.start), words: difference)
      }
      quotes.append(
        CaptureComparison.Quote(claim: claim, fate: fate, isRepeated: places[index].count > 1))
    }
    return quotes
  }

  /// Words with `[-…-]` around those that went and `{+…+}` around those that came.
  static func difference(_ old: [UInt8], _ new: [UInt8]) -> String {
    func lines(_ text: [UInt8]) -> [UInt8] {
      let spaces: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
      return text.split { spaces.contains($0) }.flatMap { $0 + [UInt8(ascii: "\n")] }
    }
    let diff = LineDiff(lines(old), lines(new))
    func words(_ lines: ArraySlice<ArraySlice<UInt8>>) -> String {
      lines.map { String(decoding: $0.dropLast(), as: UTF8.self) }.joined(separator: " ")
    }
    var parts: [String] = []
    var next = 0
    for change in diff.changes {
      parts.append(words(diff.old[next..<change.old.lowerBound]))
      if !change.old.isEmpty { parts.append("[-\(words(diff.old[change.old]))-]") }
      if !change.new.isEmpty { parts.append("{+\(words(diff.new[change.new]))+}") }
      next = change.old.upperBound
    }
    parts.append(words(diff.old[next...]))
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What the new capture says of itself otherwise than the record of the source.
  private static func differences(
    _ kept: KeptCapture, _ details: IntakeDocument.Details
  ) -> [(field: String, kept: String?, new: String)] {
    let new: [(String, String?)] = [
      ("title", details.title), ("publisher", details.publisher), ("author", details.author),
      ("published", details.published?.description), ("url", details.url),
      ("language", details.language),
    ]
    return new.compactMap { field, value in
      let old = field == "published" ? kept.date(field)?.description : kept[field]
      guard let value, value != old else { return nil }
      return (field, old, value)
    }
  }
}

extension Diagnostic {
  /// As in `refetch @town-crier "table.csv"`.
  fileprivate static func notComparable(_ file: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .notComparable, at: span, "`\(file)` holds no document that can be told to be this source",
      hint: "of several documents the one with the same url or title is taken")
  }
}
