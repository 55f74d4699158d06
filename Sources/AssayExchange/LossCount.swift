import AssayModel

/// What a format could not carry, counted.
package struct LossCount: Sendable {
  private var records: [RecordKind: Int] = [:]
  private var fields: [RecordKind: [String: Int]] = [:]

  /// How many snapshots are left out.
  package var snapshots = 0

  package init() {}

  /// Counts a record that is left out as a whole.
  package mutating func add(_ kind: RecordKind) { records[kind, default: 0] += 1 }

  /// Counts a record of which a field is left out.
  package mutating func add(_ field: String, of kind: RecordKind) {
    fields[kind, default: [:]][field, default: 0] += 1
  }

  /// How many records of a kind are left out as a whole.
  package func count(of kind: RecordKind) -> Int { records[kind] ?? 0 }

  /// Counts what another count has.
  package mutating func add(_ other: LossCount) {
    snapshots += other.snapshots
    records.merge(other.records, uniquingKeysWith: +)
    fields.merge(other.fields) { $0.merging($1, uniquingKeysWith: +) }
  }

  /// Counts what a format leaves out of a record, by its declaration.
  package mutating func add(_ record: Record, in format: ExchangeFormat) {
    switch format.carried(record.kind) {
    case .none: add(record.kind)
    case .all: break
    case .fields(let names):
      let specs = RecordSpec.of(record.kind)?.fields ?? []
      var seen: Set<String> = []
      for field in record.fields {
        let name = field.index.map { specs[$0].name } ?? RecordColumns.qualifiers
        if !names.contains(name), seen.insert(name).inserted { add(name, of: record.kind) }
      }
    }
  }

  /// As in ``12 questions, `scope` of 31 claims``; in the order of the specs; `nil` if nothing is
  /// lost.
  package var words: String? {
    var parts: [String] = []
    for kind in RecordKind.allCases {
      if let count = records[kind] { parts.append(Self.words(count, kind)) }
      let known = RecordColumns(kind)?.names ?? RecordColumns.document
      for name in known {
        guard let count = fields[kind]?[name] else { continue }
        parts.append("`\(name)` of \(Self.words(count, kind))")
      }
    }
    if snapshots > 0 { parts.append("\(snapshots) snapshot\(snapshots == 1 ? "" : "s")") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func words(_ count: Int, _ kind: RecordKind) -> String {
    "\(count) \(count == 1 ? kind.word : kind.relation)"
  }
}
