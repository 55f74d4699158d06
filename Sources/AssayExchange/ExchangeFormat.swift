import AssayModel

/// The formats in which records come in and go out, beside the language itself.
package enum ExchangeFormat: String, CaseIterable, Sendable {
  case jsonl, csv, sqlite
  case webAnnotation = "web-annotation"
  case turtle
  case claimReview = "claim-review"
  case followTheMoney = "follow-the-money"
  case graphml

  /// What of the records of a kind a format has room for.
  package enum Carried: Hashable, Sendable {
    case none, all
    /// What identifies the record, and these fields.
    case fields([String])
  }

  /// What it is, in one sentence.
  package var summary: String {
    switch self {
    case .jsonl: "A record a line as a JSON object; documents among them."
    case .csv: "A folder with a table of comma-separated values for each kind of record."
    case .sqlite: "A database of SQLite with a table for each kind of record."
    case .webAnnotation: "W3C Web Annotations: each claim an annotation of its quote."
    case .turtle: "RDF in Turtle, with PROV, Dublin Core and SKOS terms where they fit."
    case .claimReview: "ClaimReview and Claim of schema.org, as JSON-LD."
    case .followTheMoney: "Entities of FollowTheMoney, one a line."
    case .graphml: "A graph: entities as nodes, claims about two of them as edges."
    }
  }

  /// How the names of its files end, without the dot; the first is usual. Another format may have
  /// the same.
  package var extensions: [String] {
    switch self {
    case .jsonl: ["jsonl"]
    case .csv: ["csv"]
    case .sqlite: ["sqlite", "db"]
    case .webAnnotation, .claimReview: ["jsonld"]
    case .turtle: ["ttl"]
    case .followTheMoney: ["ftm.json", "ftm"]
    case .graphml: ["graphml"]
    }
  }

  /// Whether all that it writes is one text, which can go to standard output.
  package var isText: Bool { self != .csv && self != .sqlite }

  /// What it has room for; comments, the header of the corpus and the order of records have a place
  /// in none.
  package func carried(_ kind: RecordKind) -> Carried {
    switch (self, kind) {
    case (.jsonl, _), (.csv, _), (.sqlite, _): .all
    case (.turtle, _): kind == .document ? .none : .all
    case (.webAnnotation, .claim): .all
    case (.webAnnotation, .source): .fields(["title", "url", "language"])
    case (.claimReview, .claim): .fields(["says", "by", "said"])
    case (.claimReview, .source):
      .fields(["title", "url", "publisher", "author", "published", "language"])
    case (.claimReview, .judgement): .fields(["credibility", "analyst", "dated", "note"])
    case (.claimReview, .entity): .fields(["name", "url"])
    case (.followTheMoney, .entity):
      .fields(["name", "also", "part", "wikidata", "url", "tags", "note"])
    case (.graphml, .entity): .fields(["name", "wikidata", "url"])
    case (.graphml, .claim): .fields(["says", "fact", "by", "when", "said", "mode", "quote"])
    case (.webAnnotation, _), (.claimReview, _), (.followTheMoney, _), (.graphml, _): .none
    }
  }

  /// Words one of which every file of it has that says anything; none for what is no text.
  package var signs: [String] {
    switch self {
    case .jsonl: ["\"kind\""]
    case .webAnnotation: ["\"target\""]
    case .turtle: ["prefix", "PREFIX", RecordName.prefix]
    case .claimReview: ["ClaimReview", "\"Claim\"", "schema.org"]
    case .followTheMoney: ["\"schema\""]
    case .graphml: ["graphml"]
    case .csv, .sqlite: []
    }
  }

  /// Whether it has room for the bytes of snapshots.
  package var carriesSnapshots: Bool { [.jsonl, .csv, .sqlite].contains(self) }

  /// Of what only a part is carried, and which, for the manual.
  package var restriction: String? {
    switch self {
    case .jsonl, .csv, .sqlite: nil
    case .turtle: nil
    case .webAnnotation: "sources without claims"
    case .claimReview:
      "sources and entities that no claim names; dates that are no plain day, month or year"
    case .followTheMoney:
      "agreements, documents and things, which have no schema; parts where no schema says it"
    case .graphml:
      "claims that do not relate two entities"
    }
  }

  /// The formats that the name of a file allows: none, one or several.
  package static func fitting(_ path: String) -> [ExchangeFormat] {
    let name = path.lowercased()
    return allCases.filter { format in format.extensions.contains { name.hasSuffix("." + $0) } }
  }

  /// The files that it writes at a path: itself, or the tables in a folder.
  package func files(at path: String) -> [String] {
    guard self == .csv else { return [path] }
    return (RecordSpec.kinds + [.document]).map { path + "/" + RecordTable.file(of: $0) }
  }

  /// The names of all, as messages list them.
  package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// What writes it; `nil` for a format that is no text.
  package func writer(_ documents: @escaping DocumentText) -> (any ExchangeWriter)? {
    switch self {
    case .csv, .sqlite: nil
    case .jsonl: RecordLineWriter()
    case .webAnnotation: WebAnnotationWriter(documents)
    case .turtle: TurtleWriter()
    case .claimReview: ClaimReviewWriter()
    case .followTheMoney: FollowTheMoneyWriter()
    case .graphml: GraphMLWriter()
    }
  }
}
