import AssayModel

/// The names under which fields stand in RDF: those of known vocabularies where they say the same,
/// and for the rest the name of the field behind ``RecordName/prefix``.
enum TurtleTerms {
  /// The prefixes that are declared, in their order.
  static let prefixes: [(name: String, address: String)] = [
    ("assay", RecordName.prefix),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("edtf", "http://id.loc.gov/datatypes/edtf/"),
  ]

  private static let shared: [String: String] = [
    "source title": "dcterms:title", "source publisher": "dc:publisher",
    "source author": "dc:creator", "source published": "dcterms:issued",
    "source language": "dc:language", "entity name": "skos:prefLabel",
    "entity also": "skos:altLabel", "entity part": "dcterms:isPartOf",
    "predicate label": "skos:prefLabel", "question text": "dcterms:title",
    "claim says": "dcterms:description", "claim source": "prov:wasDerivedFrom",
    "judgement analyst": "dc:creator", "judgement dated": "dcterms:date",
  ]

  /// The name of a field or header column, with its prefix.
  static func name(_ field: String, of kind: RecordKind) -> String {
    switch field {
    case "note": "rdfs:comment"
    case "tags": "dc:subject"
    default: shared["\(kind.word) \(field)"] ?? "assay:" + field
    }
  }

  /// A name with its prefix as it is in full.
  static func full(_ name: String) -> String {
    guard let colon = name.firstIndex(of: ":"),
      let prefix = prefixes.first(where: { $0.name == name[..<colon] })
    else { return name }
    return prefix.address + name[name.index(after: colon)...]
  }

  /// The kinds of record that the parts of a fact, an answer and so on refer to.
  static let parts: [String: RecordKind] = [
    "subject": .entity, "object": .entity, "speaker": .entity, "via": .entity,
    "predicate": .predicate, "question": .question, "source": .source,
  ]

  /// The kind of record that a header column refers to.
  static func header(_ column: String, of kind: RecordKind) -> RecordKind? {
    switch (kind, column) {
    case (.claim, "source"): .source
    case (.link, "claim"), (.link, "other"): .claim
    default: nil
    }
  }

  /// The classes of a record.
  static func classes(_ record: Record) -> [String] {
    let name = record.kind.word
    let own = "assay:" + name.prefix(1).uppercased() + name.dropFirst()
    switch record.header {
    case .entity("person"): return [own, "prov:Person"]
    case .entity("organization"): return [own, "prov:Organization"]
    case .entity("place"): return [own, "prov:Location"]
    default:
      return [.source, .claim, .judgement].contains(record.kind) ? [own, "prov:Entity"] : [own]
    }
  }
}
