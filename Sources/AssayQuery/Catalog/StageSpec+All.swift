import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  /// Every stage, in the order of `help stages`.
  package static let all: [StageSpec] = [
    .where, select, derive, summarize, count, sort, take, skip, distinct,
    about, from, by, within, during, on,
    conflicts, support, origins, weigh,
    matrix, omissions, hypotheses, timeline, drift, profile,
    copies, path, network,
    agreement,
    mentions, search, kwic, words, ngrams, collocates, keywords, dispersion,
    candidates,
    `as`, chart, cite, save,
  ]

  static let `where` = StageSpec(
    "where", "where CONDITION", "Keeps the rows for which the condition holds.",
    details: """
      A comparison with a missing value is neither true nor false: the row is left out, and the \
      line under the result says how many were.
      """,
    form: .expression, keepsRows: true,
    example: "claims | where mode = plan and when overlaps 2012..2014"
  ) { call, input, binder throws(Diagnostic) in
    let condition = try binder.condition(call.items[0].expression, in: Rows(input))
    return .filter(input, condition, words: Printer.text(of: call))
  }

  static let select = StageSpec(
    "select", "select A, B, C as D", "Keeps these columns, in this order.",
    form: .columns, example: "claims | select id, source.publisher as outlet, says"
  ) { call, input, binder throws(Diagnostic) in
    .project(input, try binder.columns(call.items, in: Rows(input)))
  }

  static let derive = StageSpec(
    "derive", "derive X = EXPRESSION, …", "Adds columns; one of the same name is replaced.",
    form: .assignments, example: "claims | derive year = when.year | count by year"
  ) { call, input, binder throws(Diagnostic) in
    var plan = input
    var faulty: [String: Diagnostic] = [:]
    _ = try binder.each(call.items) { (binder, item) throws(Diagnostic) in
      let name = Binder.name(of: item)
      var rows = Rows(plan)
      rows.faulty = faulty
      let added: BoundColumn
      do throws(Diagnostic) {
        added = try binder.columns([item], in: rows)[0]
      } catch {
        faulty[name] = error
        throw error
      }
      faulty[name] = nil
      let span = call.span
      var columns = plan.columns.enumerated().map { index, column in
        BoundColumn(
          name: column.name,
          value: BoundExpression(
            .column(index, name: column.name), column.type, column.isNullable, span))
      }
      if let index = columns.firstIndex(where: { $0.name == added.name }) {
        columns[index] = added
      } else {
        columns.append(added)
      }
      plan = .project(plan, columns)
    }
    return plan
  }

  static let summarize = StageSpec(
    "summarize", "summarize N = count(), … by KEYS", "One row for each different key.",
    details: "Without keys there is one row for everything. Rows come in the order of the keys.",
    form: .assignmentsByKeys,
    example: "claims | summarize n = count(), sources = count-distinct(source) by predicate"
  ) { call, input, binder throws(Diagnostic) in
    let rows = Rows(input)
    let keys: [BoundColumn]
    do throws(Diagnostic) {
      keys = try binder.columns(call.keys, in: rows)
    } catch {
      throw binder.fault(error) { (binder) throws(Diagnostic) in
        _ = try binder.measures(call.items, in: rows, besides: [])
      }
    }
    let measures = try binder.measures(call.items, in: rows, besides: keys)
    return .aggregate(input, keys: keys, measures: measures, largestFirst: false)
  }

  static let count = StageSpec(
    "count", "count [by KEYS]", "How many rows there are, for each different key.",
    details: "With keys the largest count comes first.",
    form: .optionalKeys, example: "claims | count by source"
  ) { call, input, binder throws(Diagnostic) in
    let keys = try binder.columns(call.keys, in: Rows(input))
    let value = BoundExpression(.aggregate(.count, nil), .number, false, call.span)
    let name = keys.contains { $0.name == "count" } ? "count-2" : "count"
    return .aggregate(
      input, keys: keys, measures: [BoundColumn(name: name, value: value)], largestFirst: true)
  }

  static let sort = StageSpec(
    "sort", "sort -A, B", "Sorts the rows; `-` before a column sorts downwards.",
    details: """
      Missing values come last either way, values of closed lists in the order of their list. \
      Where the columns leave ties, the id of the record decides.
      """,
    form: .sortKeys, keepsRows: true,
    example: "claims | where value is present | sort -value | take 5"
  ) { call, input, binder throws(Diagnostic) in
    let rows = Rows(input)
    let keys = try binder.each(call.items) { (binder, item) throws(Diagnostic) in
      SortKey(
        value: try binder.bind(item.expression, in: rows), isDescending: item.isDescending)
    }
    return .sort(input, keys)
  }

  static let take = StageSpec(
    "take", "take N", "Keeps the first rows.", form: .expression, keepsRows: true,
    example: "sources | sort -published | take 3"
  ) { call, input, binder throws(Diagnostic) in
    .slice(input, skip: 0, take: try binder.rowCount(call))
  }

  static let skip = StageSpec(
    "skip", "skip N", "Leaves out the first rows.", form: .expression, keepsRows: true,
    example: "claims | skip 10 | take 10"
  ) { call, input, binder throws(Diagnostic) in
    .slice(input, skip: try binder.rowCount(call), take: nil)
  }

  static let distinct = StageSpec(
    "distinct", "distinct [COLUMNS]", "One row for each different combination of values.",
    form: .optionalColumns, example: "claims | distinct subject, predicate"
  ) { call, input, binder throws(Diagnostic) in
    let span = call.span
    let all = input.columns.enumerated().map { index, column in
      BoundColumn(
        name: column.name,
        value: BoundExpression(
          .column(index, name: column.name), column.type, column.isNullable, span))
    }
    let keys = call.items.isEmpty ? all : try binder.columns(call.items, in: Rows(input))
    return .aggregate(input, keys: keys, measures: [], largestFirst: false)
  }
}
