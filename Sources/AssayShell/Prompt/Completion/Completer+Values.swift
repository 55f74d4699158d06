import AssayEngine
import AssayLanguage
import AssayModel
import AssayQuery
import AssayText

extension Completer {
  /// What a column of this type is compared with: words of its list, records, texts of the corpus.
  func values(
    beside type: ValueType, _ place: ExpressionPlace, _ rows: LogicalPlan?
  ) -> [Candidate] {
    let isSearch = place.sign == "has" || place.sign == "matches"
    switch type {
    case .word(let list) where !isSearch: return list.words.map { Candidate($0) }
    case .boolean: return ["true", "false"].map { Candidate($0) }
    case .reference(let kind):
      return workspace.records([kind], called: "", limit: Self.limit).map(Candidate.init)
    case .text, .list: return quotedTexts(place, rows, beginning: "")
    default: return []
    }
  }

  /// What may stand in a text whose end is not yet there: names of files, and texts of the corpus.
  func texts(_ context: CompletionContext, _ prefix: String) -> [Candidate] {
    switch context.place {
    case .argument(let stage):
      guard let spec = StageSpec.named(stage) else { return [] }
      if spec.takesFile {
        return context.pieces.isEmpty ? FileNames.candidates(prefix, in: ".") : []
      }
      let place = ExpressionPlace(context.pieces, form: spec.form)
      guard place.next == .operand, let rows = rows(context) else { return [] }
      return quotedTexts(place, rows, beginning: QuotedText.content(ofOpen: prefix))
    case .command(let name):
      guard let command = CommandSpec.named(name), command.takesFile else { return [] }
      return context.pieces.contains { $0.kind == .text }
        ? [] : FileNames.candidates(prefix, in: ".")
    case .declaration("use"): return FileNames.candidates(prefix, in: workspace.folder.path)
    case .declaration:
      return context.pieces.last?.text == "document"
        ? FileNames.candidates(prefix, in: workspace.folder.path) : []
    default: return []
    }
  }

  /// The different texts of the column that is compared, in quotes.
  private func quotedTexts(
    _ place: ExpressionPlace, _ rows: LogicalPlan?, beginning typed: String
  ) -> [Candidate] {
    guard let path = place.tested, let rows, place.sign != "matches" else { return [] }
    let folded = FoldedText.of(typed)
    func fits(_ text: String) -> Bool { FoldedText.of(text).hasPrefix(folded) }
    if let unit = units(of: path, rows) {
      return unit.filter(fits).map { Candidate(Printer.quoted($0)) }
    }
    guard let (column, relation) = stored(path, rows),
      column.type == .text || column.type == .list && place.sign == "has"
    else { return [] }
    return workspace.texts(of: column, in: relation, limit: Self.limit, where: fits)
      .map { Candidate(Printer.quoted($0)) }
  }

  /// The units of claims, if the path is the unit of their figures.
  private func units(of path: String, _ rows: LogicalPlan) -> [String]? {
    guard path.hasSuffix(".unit"), let (column, relation) = stored(String(path.dropLast(5)), rows),
      relation.kind == .claim, column.name == "value"
    else { return nil }
    return workspace.units(limit: Self.limit)
  }

  /// The column of the corpus that a path leads to; `nil` where the program has made the value.
  private func stored(_ path: String, _ rows: LogicalPlan) -> (ColumnSpec, RelationSpec)? {
    let names = path.split(separator: ".").map(String.init)
    guard let last = names.last else { return nil }
    var relation = rows.relation
    if names.count > 1 {
      guard case .reference(let kind)? = type(of: names.dropLast().joined(separator: "."), rows)
      else { return nil }
      relation = RelationSpec.of(kind)
    } else if !rows.columns.contains(where: { $0.name == last }) {
      return nil
    }
    guard let relation, relation.kind != nil, RelationSpec.named(relation.name) != nil,
      let column = relation.column(last), column.type == type(of: path, rows)
    else { return nil }
    return (column, relation)
  }
}

/// A text that is being written.
enum QuotedText {
  /// `text` behind a quote, without the one that ends it.
  static func open(_ text: String) -> String { String(Printer.quoted(text).dropLast()) }

  /// What is written so far behind a quote.
  static func content(ofOpen text: String) -> String {
    var content = ""
    var isEscaped = false
    for letter in text.dropFirst() {
      if isEscaped {
        content.append(letter == "n" ? "\n" : letter == "t" ? "\t" : letter)
        isEscaped = false
      } else if letter == "\\" {
        isEscaped = true
      } else {
        content.append(letter)
      }
    }
    return content
  }
}
