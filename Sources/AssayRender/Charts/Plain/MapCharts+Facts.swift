import AssayModel

extension HeatChart {
  /// As in `nyt, peru: 3`; cells without anything are no facts.
  var facts: [String] {
    rows.names.indices.flatMap { row in
      columns.names.indices.compactMap { column -> String? in
        guard let cell = content[row][column] else { return nil }
        let words =
          switch cell {
          case .amount(let amount): amount.words
          case .word(let word): self.words.names[word]
          }
        return "\(rows.names[row]), \(columns.names[column]): \(words)"
      }
    }
  }
}

extension NetworkChart {
  /// As in `lima to peru: 3, part of`, in the order of the rows.
  var facts: [String] {
    edges.map { edge in
      let words = edge.words.isEmpty ? "" : ": \(edge.words)"
      return "\(nodes.names[edge.from]) to \(nodes.names[edge.to])\(words)"
    }
  }
}
