import AssayExchange
import AssayModel
import AssayText

/// Which records of a corpus are meant: all, or some claims with what they refer to.
struct RecordSelection {
  private var ids: [RecordKind: Set<String>]?

  /// All of them.
  init() { ids = nil }

  /// Some claims, what they refer to, whatever that refers to, the links between two of them, and
  /// the judgements of them and of their sources.
  init(claims: Set<String>, in stream: RecordStream) throws(Diagnostic) {
    var ids: [RecordKind: Set<String>] = [.claim: claims]
    var known: [RecordKind: [String: [(kind: RecordKind, id: String)]]] = [:]
    for kind in [RecordKind.source, .entity, .predicate, .question] {
      try stream.forEach(kind) { record in
        known[kind, default: [:]][record.id.id] = record.references
      }
    }
    var open: [(kind: RecordKind, id: String)] = []
    try stream.forEach(.claim) { claim in
      if claims.contains(claim.id.id) { open += claim.references }
    }
    while let next = open.popLast() {
      guard ids[next.kind, default: []].insert(next.id).inserted else { continue }
      open += known[next.kind]?[next.id] ?? []
    }
    for kind in [RecordKind.link, .judgement] {
      try stream.forEach(kind) { record in
        let isMeant = record.references.allSatisfy { ids[$0.kind]?.contains($0.id) ?? false }
        if isMeant { ids[kind, default: []].insert(record.id.id) }
      }
    }
    self.ids = ids
  }

  func contains(_ record: Record) -> Bool {
    guard let ids else { return true }
    return ids[record.kind]?.contains(record.id.id) ?? false
  }
}
