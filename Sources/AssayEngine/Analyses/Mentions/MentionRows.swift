import AssayModel
import AssayText

extension AnalysisRunner {
  /// The rows of `mentions`.
  func mentions() throws -> Table {
    let reader = MentionReader(workspace: workspace)
    let names = try reader.names()
    let (columns, passages) = try reader.mentions(of: names, in: input)
    let ids = workspace.ids
    return Table(
      rowCount: columns.count,
      cells: columns.cells { reader.passage(of: $0, columns)?.text },
      emptyReason: Self.emptyReason(names, passages: passages),
      grounds: { row throws(Cancelled) in
        let bearers = columns.bearers(of: row).map { bearer in
          "`@\((try? ids.id(of: Int64(columns.entities[bearer]), .entity)) ?? "")`"
        }
        let passage = reader.passage(of: row, columns)
        var rule = "`\(passage?.text ?? "")` is a name of \(bearers.joined(separator: " and of "))"
        if bearers.count > 1 { rule += ", so it is ambiguous" }
        return Table.Grounds(
          rule: rule, passages: passage.map { [Int32(truncatingIfNeeded: $0.key)] } ?? [])
      })
  }

  private static func emptyReason(_ names: MentionReader.Names, passages: Int) -> String {
    if names.keys.isEmpty { return "the corpus has no entities, so there is no name to look for" }
    if passages == 0 { return "there is no passage to read" }
    let count = names.count == 1 ? "the one name" : "none of the \(names.count) names"
    let entities = "\(names.keys.count) \(names.keys.count == 1 ? "entity" : "entities")"
    let verb = names.count == 1 ? "does not stand" : "stands"
    return "\(count) of \(entities) \(verb) in \(passages) passage\(passages == 1 ? "" : "s")"
  }
}
