/// How results are shown.
extension Setting {
  static let pager = Setting(
    name: "pager", summary: "When the prompt shows results by a pager, or by which.",
    words: ["auto", "always", "never"], takes: "auto, always, never, a command in quotes",
    get: { $0.showing.pager.word },
    set: { session, word in
      guard let pager = PagerSetting(word) else { return false }
      session.showing.pager = pager
      session.screen?.pager = pager
      return true
    })

  static let width = Setting(
    name: "width", summary: "The columns that tables, lists and charts are fitted to.",
    words: ["auto"], takes: "auto, a number from \(widths.lowerBound) to \(widths.upperBound)",
    get: { $0.showing.width.map(String.init) ?? "auto" },
    set: { session, word in
      let width = Int(word)
      guard word == "auto" || width.map(widths.contains) == true else { return false }
      session.showing.width = width
      return true
    })

  private static let widths = 20...10_000

  static let maxRows = Setting(
    name: "max-rows", summary: "How many rows tables, lists and Markdown show of a result.",
    words: ["none"], takes: "none, a number from 1 on",
    get: { $0.showing.mostRows.map(String.init) ?? "none" },
    set: { session, word in
      let limit = Int(word)
      guard word == "none" || limit.map({ $0 > 0 }) == true else { return false }
      session.showing.mostRows = limit
      return true
    })

  static let timing = Setting(
    name: "timing", summary: "Whether the time that each statement took is told.",
    words: ["on", "off"], get: { $0.showing.hasTiming ? "on" : "off" },
    set: { session, word in
      guard word == "on" || word == "off" else { return false }
      session.showing.hasTiming = word == "on"
      return true
    })
}
