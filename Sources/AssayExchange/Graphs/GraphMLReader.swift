import AssayLanguage
import AssayModel
import AssayText

/// Reads GraphML: nodes become entities, and edges claims about two of them.
///
/// What ``GraphMLWriter`` writes comes back. Of another program's graph a node is called by its
/// `name` or `label`, an edge by its `predicate`, `label` or `relation`; sources and predicates that
/// are not there are made.
struct GraphMLReader {
  /// A node or an edge with its data by their names.
  private struct Item {
    let element: XMLReader.Element
    var data: [String: String] = [:]
  }

  private var names: [String: String] = [:]
  private var nodes: [Item] = []
  private var edges: [Item] = []
  /// What the values of edges measure, by their predicates.
  private var measures: [String: String] = [:]
  /// The ids of records by those of nodes.
  private var ids: [String: String] = [:]
  /// What nodes are called, by their ids.
  private var labels: [String: String] = [:]

  static func read(into batch: inout ImportBatch, _ monitor: WorkMonitor) throws(Cancelled) {
    var reader = GraphMLReader()
    do {
      try reader.collect(batch.input, monitor)
    } catch let stop as Cancelled {
      throw stop
    } catch let fault as Diagnostic {
      return batch.report(fault)
    } catch {
      return
    }
    reader.finish(&batch)
  }

  // MARK: Collecting

  private mutating func collect(_ text: SourceText, _ monitor: WorkMonitor) throws {
    var reader = XMLReader(text)
    var path: [String] = []
    var items: [Item] = []
    var key: String?
    var count = 0
    while let event = try reader.next() {
      try monitor.check(at: count)
      count += 1
      switch event {
      case .start(let element):
        path.append(element.name)
        switch element.name {
        case "key":
          let name = element.attributes["attr.name"] ?? element.attributes["id"]
          names[element.attributes["id"] ?? ""] = name
        case "node", "edge": items.append(Item(element: element))
        case "data": key = element.attributes["key"].map { names[$0] ?? $0 }
        default: break
        }
      case .text(let text):
        guard path.last == "data", let key, !items.isEmpty else { continue }
        items[items.count - 1].data[key, default: ""] += text
      case .end:
        let name = path.popLast()
        if name == "data" { key = nil }
        if name == "node", let item = items.popLast() { nodes.append(item) }
        if name == "edge", let item = items.popLast() { edges.append(item) }
      }
    }
  }

  // MARK: Records

  private mutating func finish(_ batch: inout ImportBatch) {
    guard !nodes.isEmpty else {
      return batch.report(.badImport("no node of a graph stands here", at: Span(0, 1)))
    }
    for node in nodes where !batch.isHopeless { add(node: node, to: &batch) }
    for edge in edges {
      guard let value = edge.data["value"] else { continue }
      let measure = Self.measure(of: value)
      let predicate = Self.predicate(Self.relation(of: edge))
      // Edges that disagree can only be told in words.
      measures[predicate] = measures[predicate].map { $0 == measure ? $0 : "text" } ?? measure
    }
    for edge in edges where !batch.isHopeless {
      do throws(Diagnostic) { try add(edge: edge, to: &batch) } catch { batch.report(error) }
    }
  }

  private static func relation(of edge: Item) -> String {
    edge.data["predicate"] ?? edge.data["label"] ?? edge.data["relation"] ?? "linked-to"
  }

  private static func predicate(_ relation: String) -> String {
    IDWord.fits(relation) ? relation : IDWord.of(relation, prefix: "predicate")
  }

  /// What a value measures, in the word of a predicate; `text` where it is nothing else.
  private static func measure(of value: String) -> String {
    var draft = RecordDraft(
      .claim, id: RecordDraft.Part("a", at: Span(0, 0)),
      header: [RecordDraft.Part("a", at: Span(0, 0))])
    draft.add("says", text: "a", at: Span(0, 0))
    draft.add("fact", "@a a @a " + value, at: Span(0, 0))
    let record = try? draft.record(in: SourceText(name: "", ""))
    switch record?.fact?.value {
    case .figure(let figure): return figure.unit.dimension.word
    case .date: return "date"
    case .text, nil: return "text"
    }
  }

  private mutating func add(node: Item, to batch: inout ImportBatch) {
    let span = node.element.span
    let id = node.element.attributes["id"] ?? ""
    let said = node.data["name"] ?? node.data["label"]
    let name = said ?? id
    let own = recordID(of: id, Likeness(said.map { [$0] } ?? []), name, &batch)
    (ids[id], labels[id]) = (own, name)
    let kinds = ClosedList.entityKind.words
    let kind = node.data["kind"].flatMap { kinds.contains($0) ? $0 : nil } ?? "thing"
    var draft = RecordDraft(
      .entity, id: RecordDraft.Part(own, at: span), header: [RecordDraft.Part(kind, at: span)])
    draft.add("name", text: name, at: span)
    for field in ["wikidata", "url"] {
      if let text = node.data[field] { draft.add(field, text: text, at: span) }
    }
    // A node says less than the entity that may be there.
    batch.add(draft, isStub: true)
  }

  /// The id of a node, unless an entity with another name has it: `n0` is one of each graph.
  private func recordID(
    of id: String, _ thing: Likeness, _ name: String, _ batch: inout ImportBatch
  ) -> String {
    if IDWord.fits(id), batch.isOpen(.entity, id, to: thing) {
      return batch.note(.entity, id, of: thing)
    }
    return batch.id(
      .entity, IDWord.of(name, prefix: "entity"), of: thing,
      known: batch.lookup.entityNamed(name), isShared: false)
  }

  private func add(edge: Item, to batch: inout ImportBatch) throws(Diagnostic) {
    let span = edge.element.span
    let ends = ["source", "target"].map { edge.element.attributes[$0] ?? "" }
    guard let subject = ids[ends[0]], let object = ids[ends[1]] else {
      throw .badImport("an edge leads to no node", at: span)
    }
    let relation = Self.relation(of: edge)
    let predicate = Self.predicate(relation)
    var rule = RecordDraft(.predicate, id: RecordDraft.Part(predicate, at: span))
    rule.add("label", text: relation, at: span)
    rule.add("object", "any", at: span)
    if let measure = measures[predicate] { rule.add("value", measure, at: span) }
    rule.add("many", "", at: span)
    batch.add(rule, isStub: true)
    let title = edge.data["source"] ?? "graph"
    let source =
      IDWord.fits(title)
      ? title
      : batch.id(.source, IDWord.of(title, prefix: "source"), of: Likeness([title]))
    var stub = RecordDraft(.source, id: RecordDraft.Part(source, at: span))
    stub.add("title", text: title, at: span)
    batch.add(stub, isStub: true)
    let said = [labels[ends[0]] ?? subject, relation, labels[ends[1]] ?? object]
    let says = edge.data["says"] ?? said.joined(separator: " ")
    let id = edge.data["claim"] ?? batch.freshID(.claim, of: says)
    var draft = RecordDraft(
      .claim, id: RecordDraft.Part(id, at: span), header: [RecordDraft.Part(source, at: span)])
    draft.add("says", text: says, at: span)
    let denied = edge.data["denied"] == "true" ? "not " : ""
    let value = try edge.data["value"].map { value throws(Diagnostic) in
      " " + (try words(value, at: span))
    }
    draft.add("fact", "\(denied)@\(subject) \(predicate) @\(object)\(value ?? "")", at: span)
    if let speaker = edge.data["by"] {
      draft.add("by", "@" + (try words(ids[speaker] ?? speaker, at: span)), at: span)
    }
    for field in ["when", "said", "mode"] {
      if let text = edge.data[field] { draft.add(field, try words(text, at: span), at: span) }
    }
    if let quote = edge.data["quote"] {
      if batch.lookup.hasDocument(source) {
        draft.add("quote", text: quote, at: span)
      } else {
        draft.add("note", text: "Quoted: “\(quote)”", at: span)
      }
    }
    batch.add(draft)
  }

  /// Words of corpus text that are one piece of a field.
  private func words(_ text: String, at span: Span) throws(Diagnostic) -> String {
    let parts = try RecordTable.parts(of: (text, span))
    guard parts.count == 1 else { throw .badImport("`\(text)` is not one value", at: span) }
    return parts[0]
  }
}
