import AssayLanguage
import AssayModel
import AssayText

/// Reads ClaimReview and Claim of schema.org, as JSON-LD.
///
/// The claim is from where it appeared, or else from the page that is reviewed, or else from the
/// review. A rating that is none of the Admiralty code stands in the note of the judgement.
enum ClaimReviewReader {
  static func read(into batch: inout ImportBatch, _ monitor: WorkMonitor) throws(Cancelled) {
    let root: JSONNode
    do throws(Diagnostic) {
      root = try JSONReader.value(of: batch.input, code: .badImport)
    } catch {
      return batch.report(error)
    }
    let nodes = root.items ?? root["@graph"]?.items ?? [root]
    var (others, unsigned) = (0, 0)
    for (index, node) in nodes.enumerated() where !batch.isHopeless {
      try monitor.check(at: index)
      do throws(Diagnostic) {
        if isA("ClaimReview", node) {
          let claim = try claim(node["itemReviewed"].map(first) ?? node, of: node, to: &batch)
          if try !add(node, on: claim, to: &batch) { unsigned += 1 }
        } else if isA("Claim", node) {
          _ = try claim(node, of: nil, to: &batch)
        } else {
          others += 1
        }
      } catch {
        batch.report(error)
      }
    }
    if others > 0 { batch.notes.append("neither a ClaimReview nor a Claim: \(others)") }
    if unsigned > 0 { batch.notes.append("without author or date, so no judgement: \(unsigned)") }
    if others == nodes.count {
      batch.report(.badImport("neither a ClaimReview nor a Claim stands here", at: root.span))
    }
  }

  private static func isA(_ type: String, _ node: JSONNode) -> Bool {
    let types = node["@type"].map { $0.items ?? [$0] } ?? []
    return types.contains { $0.text == type || ($0.text?.hasSuffix("schema.org/" + type) ?? false) }
  }

  private static func first(_ node: JSONNode) -> JSONNode { node.items?.first ?? node }

  /// A text, or the name of a thing.
  private static func name(_ node: JSONNode?) -> String? {
    guard let node = node.map(first) else { return nil }
    return node.text ?? node["name"]?.text
  }

  /// What another program tells a thing by.
  private static func name(of node: JSONNode) -> String? {
    node["@id"]?.text ?? node["url"]?.text
  }

  // MARK: Claims

  /// Adds a claim; gives its id.
  private static func claim(
    _ node: JSONNode, of review: JSONNode?, to batch: inout ImportBatch
  ) throws(Diagnostic) -> String {
    let isClaim = isA("Claim", node)
    guard let says = review?["claimReviewed"] ?? node["text"] ?? node["name"],
      let statement = says.text
    else {
      throw .badImport("a claim lacks its `text`", at: node.span)
    }
    let appeared = node["appearance"] ?? node["firstAppearance"]
    let work = appeared.map(first) ?? (isClaim ? review ?? node : node)
    let source = source(work, to: &batch)
    let id =
      node["@id"]?.text.flatMap { RecordName.id($0, .claim) }
      ?? batch.lastingID(
        .claim, of: statement,
        key: node["@id"]?.text ?? "\(review.flatMap(name(of:)) ?? "") \(source) \(statement)")
    var draft = RecordDraft(
      .claim, id: RecordDraft.Part(id, at: node.span),
      header: [RecordDraft.Part(source, at: work.span)])
    draft.add("says", text: statement, at: says.span)
    // The author of a page that is reviewed may be anybody; only that of a claim makes it.
    if isClaim, let author = node["author"].map(first), let speaker = entity(author, to: &batch) {
      draft.add("by", "@" + speaker, at: author.span)
    }
    if isClaim, let date = date(node["datePublished"]) {
      draft.add("said", date, at: node.span)
    }
    batch.add(draft)
    return id
  }

  /// Adds the source that a work is, if it is new; gives its id.
  private static func source(_ work: JSONNode, to batch: inout ImportBatch) -> String {
    let url = work.text ?? work["url"]?.text
    let own = work["@id"]?.text.flatMap { RecordName.id($0, .source) }
    let title = work["name"]?.text ?? work["headline"]?.text ?? url ?? name(work["author"])
    let word = IDWord.of(title ?? "source", prefix: "source")
    let thing = Likeness([title ?? word], url: url)
    let known = own ?? url.flatMap(batch.lookup.sourceAt)
    let id = known.map { batch.note(.source, $0, of: thing) } ?? batch.id(.source, word, of: thing)
    var draft = RecordDraft(.source, id: RecordDraft.Part(id, at: work.span))
    draft.add("title", text: title ?? word, at: work.span)
    if let publisher = name(work["publisher"]) {
      draft.add("publisher", text: publisher, at: work.span)
    }
    if let author = name(work["author"]) { draft.add("author", text: author, at: work.span) }
    if let date = date(work["datePublished"]) { draft.add("published", date, at: work.span) }
    if let url { draft.add("url", text: url, at: work.span) }
    if let language = work["inLanguage"]?.text {
      draft.add("language", text: language, at: work.span)
    }
    batch.add(draft, isStub: true)
    return id
  }

  /// Adds who or what made a claim, if it is new; gives its id, or `nil` where there is no name.
  private static func entity(_ author: JSONNode, to batch: inout ImportBatch) -> String? {
    guard let name = name(author) else { return nil }
    let kind =
      isA("Person", author) ? "person" : isA("Organization", author) ? "organization" : nil
    let thing = Likeness([name], url: author["url"]?.text, entityKind: kind)
    let own = author["@id"]?.text.flatMap { RecordName.id($0, .entity) }
    let id =
      own.map { batch.note(.entity, $0, of: thing) }
      ?? batch.id(
        .entity, IDWord.of(name, prefix: "entity"), of: thing,
        known: batch.lookup.entityNamed(name))
    var draft = RecordDraft(
      .entity, id: RecordDraft.Part(id, at: author.span),
      header: [RecordDraft.Part(kind ?? "thing", at: author.span)])
    draft.add("name", text: name, at: author.span)
    if let url = author["url"]?.text { draft.add("url", text: url, at: author.span) }
    batch.add(draft, isStub: true)
    return id
  }

  /// The day, month or year that a date of ISO 8601 begins with.
  private static func date(_ node: JSONNode?) -> String? {
    guard let words = node?.text else { return nil }
    let day = String(words.prefix { $0 != "T" && $0 != " " })
    return PartialDate(day).flatMap { $0.isPlain ? day : nil }
  }

  // MARK: Judgements

  /// Adds what a review says of a claim; `false` where it does not say who judges and when.
  private static func add(
    _ review: JSONNode, on claim: String, to batch: inout ImportBatch
  ) throws(Diagnostic) -> Bool {
    guard let analyst = name(review["author"]), let dated = date(review["datePublished"]) else {
      return false
    }
    let own = review["@id"]?.text.flatMap { RecordName.id($0, .judgement) }
    let key = name(of: review) ?? "\(claim) \(analyst) \(dated)"
    let id = own ?? batch.lastingID(.judgement, of: "on " + claim, key: key)
    var draft = RecordDraft(
      .judgement, id: RecordDraft.Part(id, at: review.span),
      header: [
        RecordDraft.Part(RecordKind.claim.word, at: review.span),
        RecordDraft.Part(claim, at: review.span),
      ])
    var notes: [String] = []
    if let body = review["reviewBody"]?.text { notes.append(body) }
    if let rating = review["reviewRating"].map(first) {
      let words = rating["alternateName"]?.text
      if let grade = words.flatMap(AdmiraltyRating.grade) {
        draft.add("credibility", String(grade), at: rating.span)
      } else if let said = self.words(of: rating) {
        notes.append(said)
      }
    }
    draft.add("analyst", text: analyst, at: review.span)
    draft.add("dated", dated, at: review.span)
    if !notes.isEmpty {
      draft.add("note", text: notes.joined(separator: "\n"), at: review.span)
    }
    batch.add(draft)
    return true
  }

  /// As in `Rated “Mostly false”, 2 of 1 to 5.`
  private static func words(of rating: JSONNode) -> String? {
    func value(_ name: String) -> String? {
      if case .number(let digits)? = rating[name]?.value { return digits }
      return rating[name]?.text
    }
    let words = rating["alternateName"]?.text.map { "“\($0)”" }
    let scale = value("ratingValue").map { number in
      guard let best = value("bestRating"), let worst = value("worstRating") else { return number }
      return "\(number) of \(worst) to \(best)"
    }
    let parts = [words, scale].compactMap(\.self)
    return parts.isEmpty ? nil : "Rated " + parts.joined(separator: ", ") + "."
  }
}
