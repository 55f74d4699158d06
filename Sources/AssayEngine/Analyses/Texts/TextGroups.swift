import AssayModel
import AssayQuery
import AssayReading
import AssayStore

/// The parts of the text that a stage looks at one by one, and what each is called.
struct TextGroups {
  /// The text of each group.
  let scopes: [TextScope]
  /// For each group the parts of its keys, as SQL has them.
  private let values: [[SQLValue?]]
  private let types: [ValueType]

  /// One group without a name.
  init(_ scope: TextScope) { (scopes, values, types) = ([scope], [[]], []) }

  /// - Parameter types: those of the keys.
  init(
    _ groups: [(values: [SQLValue?], scope: TextScope)], _ types: [ValueType], _ ids: IDCache
  ) throws(StoreError) {
    self.types = types
    var sortable: [(rank: [Rank], place: Int)] = []
    for (place, group) in groups.enumerated() {
      var rank: [Rank] = []
      var at = 0
      for type in types {
        let count = Schema.parts(of: type).count
        rank += try Self.ranks(group.values[at..<at + count], type, ids)
        at += count
      }
      sortable.append((rank, place))
    }
    sortable.sort { $0.rank.lexicographicallyPrecedes($1.rank) }
    scopes = sortable.map { groups[$0.place].scope }
    values = sortable.map { groups[$0.place].values }
  }

  /// By what a key is sorted: missing ones come last.
  private enum Rank: Comparable {
    case number(Double)
    case text([UInt8])
    case missing

    static func < (left: Rank, right: Rank) -> Bool {
      switch (left, right) {
      case (.number(let one), .number(let other)): one < other
      case (.text(let one), .text(let other)): one.lexicographicallyPrecedes(other)
      case (.number, .text), (.number, .missing), (.text, .missing): true
      case (.text, .number), (.missing, _): false
      }
    }
  }

  private static func ranks(
    _ parts: ArraySlice<SQLValue?>, _ type: ValueType, _ ids: IDCache
  ) throws(StoreError) -> [Rank] {
    if case .reference(let kind) = type, case .integer(let key)?? = parts.first {
      return [.text(Array(try ids.id(of: key, kind).utf8))]
    }
    if case .word(let list) = type, case .text(let word)?? = parts.first {
      return [.number(Double(list.words.firstIndex(of: word) ?? list.words.count))]
    }
    return parts.map { part in
      switch part {
      case .integer(let number)?: .number(Double(number))
      case .real(let number)?: .number(number)
      case .text(let text)?: .text(Array(text.utf8))
      case nil: .missing
      }
    }
  }

  /// The cells of the keys, column by column.
  ///
  /// - Parameter groups: for each row the number of its group.
  func cells(_ groups: [Int32]) -> [Table.Cells] {
    var at = 0
    return types.map { type in
      let first = at
      at += Schema.parts(of: type).count
      return cells(type, groups, first)
    }
  }

  private func cells(_ type: ValueType, _ groups: [Int32], _ at: Int) -> Table.Cells {
    let values = values
    func part(_ row: Int, _ part: Int) -> SQLValue? { values[Int(groups[row])][at + part] }
    func number(_ value: SQLValue?) -> Double? {
      switch value {
      case .integer(let number)?: Double(number)
      case .real(let number)?: number
      case .text?, nil: nil
      }
    }
    func text(_ value: SQLValue?) -> String? {
      if case .text(let text)? = value { text } else { nil }
    }
    switch type {
    case .reference:
      return .keys(groups.indices.map { Int32(number(part($0, 0)) ?? 0) })
    case .number, .boolean:
      return .numbers(groups.indices.map { number(part($0, 0)) ?? .nan })
    case .text, .word, .list: return .texts { text(part($0, 0)) }
    case .date:
      return .dates { row in
        guard let first = number(part(row, 0)), let last = number(part(row, 1)) else { return nil }
        return PartialDate(first: Int64(first), last: Int64(last), words: text(part(row, 2)))
      }
    case .figure:
      return .figures { row in
        guard let low = number(part(row, 0)), let high = number(part(row, 1)),
          let unit = text(part(row, 3))
        else { return nil }
        let bound = number(part(row, 2)).flatMap { Bound(rawValue: Int64($0)) }
        return Quantity(
          low: low, high: high, bound: bound ?? Quantity.bound(low: low, high: high),
          unit: Unit(unit))
      }
    }
  }
}
