import AssayModel
import AssayText

/// Writes entities of FollowTheMoney, one a line.
///
/// What is part of a place has it as `addressEntity`; a person, group or organization that is part
/// of an organization is a `Membership`.
struct FollowTheMoneyWriter: ExchangeWriter {
  let kinds: [RecordKind] = [.entity]
  private(set) var losses = LossCount()
  private var entities: [Record] = []
  private var kindsByID: [String: String] = [:]

  mutating func add(_ record: Record, to out: inout [UInt8]) {
    guard case .entity(let kind) = record.header else { return }
    guard MoneySchema.schema(of: kind) != nil else { return losses.add(.entity) }
    kindsByID[record.id.id] = kind
    entities.append(record)
  }

  mutating func end(_ out: inout [UInt8]) {
    for entity in entities { write(entity, to: &out) }
  }

  private mutating func write(_ entity: Record, to out: inout [UInt8]) {
    let id = entity.id.id
    guard let kind = kindsByID[id], let schema = MoneySchema.schema(of: kind) else { return }
    var (places, organizations): ([String], [String]) = ([], [])
    var isLost = false
    for whole in entity.list("part") {
      if kindsByID[whole] == "place" {
        places.append(whole)
      } else if kindsByID[whole] == "organization", MoneySchema.isLegal(kind) {
        organizations.append(whole)
      } else {
        isLost = true
      }
    }
    if isLost { losses.add("part", of: .entity) }
    let name = entity.text("name").map { [$0] } ?? []
    let url = entity.text("url")
    if let url, !RecordName.isAddress(url) { losses.add("url", of: .entity) }
    let item = entity.text("wikidata")
    if let item, !Self.isItem(item) { losses.add("wikidata", of: .entity) }
    let properties: [(String, [String])] = [
      ("name", name), ("full", kind == "place" ? name : []), ("alias", entity.list("also")),
      ("wikidataId", item.map { Self.isItem($0) ? [$0] : [] } ?? []),
      ("sourceUrl", url.map { RecordName.isAddress($0) ? [$0] : [] } ?? []),
      ("addressEntity", places), ("keywords", entity.list("tags")),
      ("notes", entity.text("note").map { [$0] } ?? []),
    ]
    Self.append(id, schema, properties, to: &out)
    for whole in organizations {
      Self.append(
        "\(id).member.\(whole)", "Membership", [("member", [id]), ("organization", [whole])],
        to: &out)
    }
  }

  /// Whether a text is the number of an item of Wikidata.
  private static func isItem(_ text: String) -> Bool {
    text.hasPrefix("Q") && text.utf8.count > 1 && text.utf8.dropFirst().allSatisfy(\.isDigit)
  }

  private static func append(
    _ id: String, _ schema: String, _ properties: [(String, [String])], to out: inout [UInt8]
  ) {
    let members = properties.filter { !$0.1.isEmpty }.map {
      JSONNode.Member($0.0, .texts($0.1))
    }
    JSONText.append(
      .object(
        ("id", "\(id)"), ("schema", "\(schema)"), ("properties", JSONNode(.object(members)))),
      to: &out)
    out.append(0x0A)
  }
}
