import AssayLanguage
import AssayModel
import AssayText

/// Reads entities of FollowTheMoney, one a line.
struct FollowTheMoneyReader {
  /// An entity that becomes a record.
  private struct Entity {
    let id: String
    let kind: String
    let node: JSONNode
    var wholes: [String]
  }

  private var entities: [Entity] = []
  /// The ids of records by the ids of the file.
  private var ids: [String: String] = [:]
  private var places: [String: Int] = [:]
  private var members: [(member: String, organization: String)] = []
  private var schemata: [String: Int] = [:]
  private var properties: Set<String> = []

  private static let known: Set<String> = [
    "name", "full", "alias", "weakAlias", "previousName", "wikidataId", "sourceUrl", "website",
    "wikipediaUrl", "addressEntity", "keywords", "notes", "summary", "description",
  ]

  static func read(into batch: inout ImportBatch, _ monitor: WorkMonitor) throws(Cancelled) {
    var reader = FollowTheMoneyReader()
    try RecordLines.forEachLine(of: batch.input, &batch, monitor) {
      batch, node throws(Diagnostic) in
      try reader.take(node, &batch)
    }
    reader.finish(&batch)
  }

  private mutating func take(_ node: JSONNode, _ batch: inout ImportBatch) throws(Diagnostic) {
    guard let id = node["id"]?.text, let schema = node["schema"]?.text,
      let properties = node["properties"]?.members
    else {
      throw .badImport("an entity has an `id`, a `schema` and `properties`", at: node.span)
    }
    if schema == "Membership" {
      for member in texts("member", node) {
        for organization in texts("organization", node) { members.append((member, organization)) }
      }
      return
    }
    guard let kind = MoneySchema.kind(of: schema) else {
      schemata[schema, default: 0] += 1
      return
    }
    for property in properties where !Self.known.contains(property.name) {
      self.properties.insert(property.name)
    }
    let name = texts("name", node).first ?? texts("full", node).first ?? node["caption"]?.text
    guard let name else { throw .badImport("an entity lacks its `name`", at: node.span) }
    guard places[id] == nil else {
      throw Diagnostic(
        .differentRecord, at: node["id"]?.span, "the entity `\(id)` stands here twice")
    }
    let thing = Likeness([name], entityKind: kind)
    // Two of one file with the same name are two.
    let own =
      IDWord.fits(id)
      ? batch.note(.entity, id, of: thing)
      : batch.id(
        .entity, IDWord.of(name, prefix: "entity"), of: thing,
        known: batch.lookup.entityNamed(name), isShared: false)
    ids[id] = own
    places[id] = entities.count
    entities.append(Entity(id: own, kind: kind, node: node, wholes: texts("addressEntity", node)))
  }

  private func texts(_ name: String, _ node: JSONNode) -> [String] {
    guard let value = node["properties"]?[name] else { return [] }
    // References may stand with all that they lead to.
    return (value.items ?? [value]).compactMap { $0.text ?? $0["id"]?.text }
  }

  private mutating func finish(_ batch: inout ImportBatch) {
    for (member, organization) in members {
      if let place = places[member] { entities[place].wholes.append(organization) }
    }
    for entity in entities where !batch.isHopeless { batch.add(draft(entity)) }
    for (schema, count) in schemata.sorted(by: { $0.key < $1.key }) {
      batch.notes.append("left out: \(count) of the schema \(schema)")
    }
    if !properties.isEmpty {
      batch.notes.append("properties left out: " + properties.sorted().joined(separator: ", "))
    }
    if entities.isEmpty, batch.faults.isEmpty {
      batch.report(.badImport("no entity stands here that becomes a record", at: Span(0, 1)))
    }
  }

  private func draft(_ entity: Entity) -> RecordDraft {
    let node = entity.node
    let span = node["id"]?.span ?? node.span
    var draft = RecordDraft(
      .entity, id: RecordDraft.Part(entity.id, at: span),
      header: [RecordDraft.Part(entity.kind, at: span)])
    let names = texts("name", node)
    let name = names.first ?? texts("full", node).first ?? node["caption"]?.text ?? entity.id
    draft.add("name", text: name, at: span)
    let others =
      names.dropFirst() + texts("alias", node) + texts("weakAlias", node)
      + texts("previousName", node)
    if !others.isEmpty {
      draft.add("also", others.map { Printer.quoted($0) }.joined(separator: ", "), at: span)
    }
    let wholes = entity.wholes.compactMap { ids[$0] }
    if !wholes.isEmpty {
      draft.add("part", "of " + wholes.map { "@" + $0 }.joined(separator: ", "), at: span)
    }
    if let item = texts("wikidataId", node).first { draft.add("wikidata", text: item, at: span) }
    let pages = texts("sourceUrl", node) + texts("website", node) + texts("wikipediaUrl", node)
    if let page = pages.first { draft.add("url", text: page, at: span) }
    let tags = texts("keywords", node).map { IDWord.of($0, prefix: "tag") }
    if !tags.isEmpty { draft.add("tags", tags.joined(separator: ", "), at: span) }
    let notes = texts("notes", node) + texts("summary", node) + texts("description", node)
    if !notes.isEmpty { draft.add("note", text: notes.joined(separator: "\n"), at: span) }
    return draft
  }
}
