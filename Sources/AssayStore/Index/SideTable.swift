/// The tables that hold what a record says several times.
enum SideTable: Int, CaseIterable {
  case aliases, parts, derivations, options, answers, topics, chains, qualifiers

  private var columns: [String] {
    switch self {
    case .aliases: ["entity", "name"]
    case .parts: ["part", "whole"]
    case .derivations: ["source", "origin", "how"]
    case .options: ["question", "position", "answer", "text"]
    case .answers: ["claim", "question", "answer", "stance"]
    case .topics: ["claim", "entity"]
    case .chains: ["claim", "position", "entity"]
    case .qualifiers:
      [
        "claim", "predicate", "object", "low", "high", "bound", "unit", "first", "last", "words",
        "text",
      ]
    }
  }

  /// The statement that adds a row.
  var insertion: String {
    let names = columns.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(self) (\(names)) VALUES (\(marks))"
  }
}

/// Where the columns stand that every claim fills.
struct ClaimPlaces {
  let id: Int
  let hash: Int
  let source: Int
  let subject: Int
  let predicate: Int
  let object: Int
  let value: Int
  let valueDate: Int
  let valueText: Int
  let speaker: Int
  let denied: Int
  let mode: Int
  let line: Int

  init(_ row: RowBinder?) {
    func place(_ column: String) -> Int { row?.place(of: column) ?? 0 }
    (id, hash) = (place("id"), place("hash"))
    (source, subject, predicate) = (place("source"), place("subject"), place("predicate"))
    (object, value, valueDate) = (place("object"), place("value"), place("value-date"))
    valueText = place("value-text")
    (speaker, denied) = (place("speaker"), place("denied"))
    (mode, line) = (place("mode"), place("line"))
  }
}
