import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let chart = StageSpec(
    "chart", "chart [bar|line|timeline|heat|network]", "Draws the rows instead of listing them.",
    details: """
      Without a kind the rows say what fits: `matrix` a heat map, `timeline` a timeline, `drift` \
      lines, `network` and `path` a network. `save "file.svg"` makes a picture of it. `help charts` \
      says which columns each kind draws.
      """,
    form: .arguments, isEnding: true, keepsRows: true, words: ChartKind.allCases.map(\.rawValue),
    example: "claims | count by source | chart bar"
  ) { call, input, binder throws(Diagnostic) in
    var arguments = StageArguments(call)
    let kind: ChartKind
    if let word = arguments.word, let known = ChartKind(rawValue: word.text) {
      kind = known
      _ = arguments.takeExpression()
    } else if arguments.isAtEnd {
      kind = ChartKind.fitting(input)
    } else {
      throw arguments.unexpected(words: ChartKind.allCases.map(\.rawValue))
    }
    guard arguments.isAtEnd else { throw arguments.unexpected(words: []) }
    binder.ending.chart = try binder.chart(kind, of: input, at: call.span)
    return input
  }
}

extension Binder {
  /// What a chart of this kind draws of the rows.
  func chart(
    _ kind: ChartKind, of input: LogicalPlan, at span: Span
  ) throws(Diagnostic) -> ChartColumns {
    let columns = input.columns.map { Column($0.name, $0.type.cell) }
    do throws(ChartFault) {
      let chosen = try ChartColumns(for: kind, in: columns, isWide: !input.stanceColumns.isEmpty)
      // Beside stances neither counts nor texts are cells of the map.
      guard case .wideHeat(let row, _) = chosen, !input.stanceColumns.isEmpty else { return chosen }
      return .wideHeat(row: row, columns: input.stanceColumns)
    } catch {
      // Where something stands in a text is no amount.
      let isPlaced =
        columns.contains { $0.name == "source" } && !ChartColumns.placings(columns).isEmpty
      throw Diagnostic(
        .typeMismatch, at: span, error.message,
        hint: isPlaced
          ? "count the rows first, as in `count by source`; `help charts` says more"
          : "`select` or `summarize` makes such columns; `help charts` says more")
    }
  }
}

extension ChartKind {
  /// The kind that fits rows best: by what made them, or by their columns.
  static func fitting(_ input: LogicalPlan) -> ChartKind {
    for stage in input.stages.reversed() {
      guard case .analysis(_, let analysis) = stage else { continue }
      switch analysis.kind {
      case .matrix, .hypotheses: return .heat
      case .drift: return .line
      case .path: return .network
      case .network(let scope): return scope.givesNodes ? .bar : .network
      default: break
      }
    }
    let placings = ChartColumns.placings(input.columns.map { Column($0.name, $0.type.cell) })
    let columns = input.columns.map { $0.type.cell }
    let hasAmount = columns.indices.contains {
      [.number, .figure].contains(columns[$0]) && !placings.contains($0)
    }
    if columns.contains(.date) { return hasAmount && !columns.contains(.text) ? .line : .timeline }
    return hasAmount || !placings.isEmpty ? .bar : .heat
  }
}

extension LogicalPlan {
  /// The places of the columns that are answers, and say how something stands to each; not where
  /// the answer is a column of its own.
  var stanceColumns: [Int] {
    if columns.contains(where: { $0.name == "stance" }) { return [] }
    return columns.indices.filter {
      [.word(.sourceStance), .word(.consistency)].contains(columns[$0].type)
    }
  }
}
