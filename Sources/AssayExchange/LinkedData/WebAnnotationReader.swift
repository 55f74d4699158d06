import AssayLanguage
import AssayModel
import AssayText

/// Reads W3C Web Annotations: one, a list, a page or a collection.
///
/// Of another program's annotation the text of the body becomes what the claim says, the words that
/// a selector quotes its quote, and what is annotated its source.
enum WebAnnotationReader {
  static func read(into batch: inout ImportBatch, _ monitor: WorkMonitor) throws(Cancelled) {
    let root: JSONNode
    do throws(Diagnostic) {
      root = try JSONReader.value(of: batch.input, code: .badImport)
    } catch {
      return batch.report(error)
    }
    let items = annotations(in: root)
    if items.isEmpty {
      return batch.report(.badImport("no annotation stands here", at: Span(0, 1)))
    }
    for (index, item) in items.enumerated() where !batch.isHopeless {
      try monitor.check(at: index)
      do throws(Diagnostic) { try add(item, to: &batch) } catch { batch.report(error) }
    }
  }

  private static func annotations(in root: JSONNode) -> [JSONNode] {
    if let items = root.items { return items }
    for name in ["items", "@graph"] {
      if let items = root[name]?.items { return items }
    }
    if let page = root["first"], page.members != nil { return annotations(in: page) }
    return root["target"] == nil ? [] : [root]
  }

  private static func add(_ item: JSONNode, to batch: inout ImportBatch) throws(Diagnostic) {
    guard let targets = item["target"].map({ $0.items ?? [$0] }), let target = targets.first else {
      throw .badImport("an annotation lacks its `target`", at: item.span)
    }
    let place = item["id"]?.span ?? item.span
    let name = item["id"]?.text ?? ""
    let source = try source(of: target, to: &batch)
    if let fields = item["assay:record"]?["@value"], let id = RecordName.id(name, .claim) {
      try agree(item, source, quote(of: target), with: fields)
      return batch.add(try RecordTree.draft(.claim, JSONNode(.text(id), at: place), fields))
    }
    let quote = quote(of: target)
    let bodies = bodies(of: item)
    let words = bodies.first { !isTag($0) }
    guard let says = item["bodyValue"] ?? words?["value"] ?? (words?.text != nil ? words : quote),
      let statement = says.text
    else {
      throw .badImport("an annotation neither says nor quotes anything", at: item.span)
    }
    let key = name.isEmpty ? "\(source) \(statement) \(quote?.text ?? "")" : name
    let id = RecordName.id(name, .claim) ?? batch.lastingID(.claim, of: statement, key: key)
    var draft = RecordDraft(
      .claim, id: RecordDraft.Part(id, at: place),
      header: [RecordDraft.Part(source, at: target.span)])
    draft.add("says", text: statement, at: says.span)
    let tags = bodies.filter(isTag).compactMap { $0["value"]?.text }
    if !tags.isEmpty {
      let words = tags.map { IDWord.of($0, prefix: "tag") }
      draft.add("tags", words.joined(separator: ", "), at: item.span)
    }
    if let quote, let words = quote.text {
      if batch.lookup.hasDocument(source) {
        draft.add("quote", text: words, at: quote.span)
      } else {
        draft.add("note", text: "Quoted: “\(words)”", at: quote.span)
      }
    }
    batch.add(draft)
  }

  private static func bodies(of item: JSONNode) -> [JSONNode] {
    item["body"].map { $0.items ?? [$0] } ?? []
  }

  private static func isTag(_ body: JSONNode) -> Bool { body["purpose"]?.text == "tagging" }

  /// Makes sure that nobody has changed what an annotation says beside the record that it carries.
  private static func agree(
    _ item: JSONNode, _ source: String, _ quote: JSONNode?, with record: JSONNode
  ) throws(Diagnostic) {
    let bodies = bodies(of: item)
    let says = item["bodyValue"] ?? bodies.first { !isTag($0) }.map { $0["value"] ?? $0 }
    if let says, let words = says.text, words != record["says"]?.text {
      throw disagreement("says", at: says.span)
    }
    if let quote, let words = quote.text, words != record["quote"]?.text {
      throw disagreement("quote", at: quote.span)
    }
    let tags = bodies.filter(isTag).compactMap { $0["value"]?.text }
    let known = record["tags"]?.items?.compactMap(\.text) ?? []
    if !bodies.isEmpty, Set(tags) != Set(known) {
      throw disagreement("tags", at: item["body"]?.span ?? item.span)
    }
    if source != record["source"]?.text {
      throw disagreement("source", at: item["target"]?.span ?? item.span)
    }
  }

  private static func disagreement(_ field: String, at span: Span) -> Diagnostic {
    .badImport(
      "the annotation and its `assay:record` disagree on `\(field)`", at: span,
      hint: "change both, or take `assay:record` out")
  }

  /// The id of the source that a target names, which is added if it is new.
  private static func source(
    of target: JSONNode, to batch: inout ImportBatch
  ) throws(Diagnostic) -> String {
    let node = target["source"] ?? target
    guard let name = node.text ?? node["id"]?.text else {
      throw .badImport("a target names no source", at: target.span)
    }
    let id =
      RecordName.id(name, .source) ?? node["dcterms:identifier"]?.text
      ?? batch.lookup.sourceAt(name) ?? IDWord.of(name, prefix: "source")
    var draft = RecordDraft(.source, id: RecordDraft.Part(id, at: node.span))
    draft.add("title", text: node["dcterms:title"]?.text ?? name, at: node.span)
    if RecordName.isAddress(name) { draft.add("url", text: name, at: node.span) }
    if let language = node["language"]?.text {
      draft.add("language", text: language, at: node.span)
    }
    batch.add(draft, isStub: true)
    return id
  }

  private static func quote(of target: JSONNode) -> JSONNode? {
    let selectors = target["selector"].map { $0.items ?? [$0] } ?? []
    return selectors.first { $0["type"]?.text == "TextQuoteSelector" }?["exact"]
  }
}
