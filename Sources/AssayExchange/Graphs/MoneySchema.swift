/// The schemata of FollowTheMoney that kinds of entity have, and the other way round.
///
/// Those with no schema that says the same have none: an agreement is no `Contract` of a tender, a
/// document no file, and `Thing` is abstract.
enum MoneySchema {
  private static let written: [String: String] = [
    "person": "Person", "organization": "Organization", "group": "LegalEntity",
    "place": "Address", "event": "Event", "facility": "Asset",
  ]

  private static let read: [String: String] = [
    "Person": "person", "Organization": "organization", "Company": "organization",
    "PublicBody": "organization", "LegalEntity": "group", "Address": "place", "Event": "event",
    "Trip": "event", "Asset": "facility", "RealEstate": "facility", "Vessel": "thing",
    "Airplane": "thing", "Vehicle": "thing", "Project": "thing", "Security": "thing",
  ]

  static func schema(of kind: String) -> String? { written[kind] }
  static func kind(of schema: String) -> String? { read[schema] }

  /// Whether entities of a kind are legal entities, which may be members.
  static func isLegal(_ kind: String) -> Bool {
    ["person", "organization", "group"].contains(kind)
  }
}
