import AssayText

extension NetworkChart {
  /// The edges from each node under its name, in the order of the rows.
  ///
  /// Lines across a terminal would cross; a list of neighbours can be read.
  func text(in frame: TextFrame) -> [String] {
    var lines = [
      "\(nodes.count) \(nodes.count == 1 ? "node" : "nodes"), "
        + "\(edges.count) \(edges.count == 1 ? "edge" : "edges")"
    ]
    var outgoing: [[Edge]] = Array(repeating: [], count: nodes.count)
    var incoming = Array(repeating: 0, count: nodes.count)
    for edge in edges {
      outgoing[edge.from].append(edge)
      incoming[edge.to] += 1
    }
    for node in nodes.names.indices where !outgoing[node].isEmpty {
      lines.append("")
      let count = incoming[node] > 0 ? "  (\(incoming[node]) in)" : ""
      lines.append(frame.cut(nodes.names[node], to: frame.width - count.count) + count)
      lines += self.lines(of: outgoing[node], in: frame)
    }
    return lines
  }

  private func lines(of edges: [Edge], in frame: TextFrame) -> [String] {
    let room = frame.width - frame.glyphs.branch.count
    let ends = edges.map { nodes.names[$0.to] }
    let hasWords = edges.contains { !$0.words.isEmpty }
    let nameWidth = frame.width(of: ends, limit: hasWords ? room / 2 : room)
    return edges.enumerated().map { index, edge in
      let isLast = index == edges.count - 1
      let line =
        (isLast ? frame.glyphs.lastBranch : frame.glyphs.branch)
        + frame.fit(ends[index], to: nameWidth)
      return frame.cut(edge.words.isEmpty ? line : line + "  " + edge.words, to: frame.width)
    }
  }
}
