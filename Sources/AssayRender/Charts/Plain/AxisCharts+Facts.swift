import AssayModel

extension BarChart {
  /// As in `1990: 3 claims`, or `1990, nyt: 3 claims` where there are several bars of a name.
  var facts: [String] {
    panels.flatMap { panel in
      panel.bars.map { bar in
        let group = bar.series.map { ", " + seriesNames.names[$0] } ?? ""
        return "\(labels.names[bar.label])\(group): \(bar.amount.fact(of: length.name))"
      }
    }
  }
}

extension LineChart {
  /// As in `1990: 3 claims`, line after line.
  var facts: [String] {
    panels.flatMap { panel in
      panel.lines(names.count).flatMap { line in
        line.map { point in
          let group = series == nil ? "" : ", " + names.names[point.series]
          return "\(point.xWords)\(group): \(point.amount.fact(of: y.name))"
        }
      }
    }
  }
}

extension TimelineChart {
  /// As in `treaty: 1990/1995`, or `peru, treaty: 1990/1995` where there are lanes.
  var facts: [String] {
    marks.map { mark in
      let group = mark.lane.map { lanes.names[$0] + ", " } ?? ""
      return "\(group)\(mark.label): \(mark.date.description)"
    }
  }
}
