extension Record {
  /// What other records rely on, in a text that is equal when nothing of it has changed: the kind
  /// of an entity, what a predicate allows, the answers of a question, the document of a source.
  package var shape: String {
    guard let spec = RecordSpec.of(kind) else { return "" }
    func words(_ name: String) -> [String] {
      guard let index = spec.field(name)?.index else { return [] }
      return fields.filter { $0.index == index }.flatMap { field -> [String] in
        switch field.value {
        case .text(let text): [text]
        case .words(let words): words
        case .option(let id, _): [id.id]
        case .flag: [name]
        default: []
        }
      }
    }
    switch header {
    case .entity(let kind): return kind
    case .question: return words("answer").joined(separator: " ")
    case .none where kind == .predicate:
      return words("object").joined(separator: ",") + " " + (words("value").first ?? "none")
    case .none where kind == .source: return words("document").first ?? ""
    default: return ""
    }
  }
}
