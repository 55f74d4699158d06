import AssayModel

extension MarkdownWriter {
  /// The rows with the numbers of their notes, and the count below.
  mutating func append(_ table: ReportTable) {
    beginBlock()
    if let caption = table.caption {
      markup("**")
      text(caption)
      markup("**\n\n")
    }
    if !table.rows.isEmpty {
      appendRows(of: table)
      markup("\n")
    }
    sentence(table.summary.footer)
    markup("\n")
  }

  private mutating func appendRows(of table: ReportTable) {
    let hasNotes = table.notes.contains { !$0.isEmpty }
    for column in table.columns {
      markup("| ")
      text(column.name)
      markup(" ")
    }
    markup(hasNotes ? "| notes |\n" : "|\n")
    for column in table.columns { markup(column.isRightAligned ? "| ---: " : "| --- ") }
    markup(hasNotes ? "| --- |\n" : "|\n")
    for (index, row) in table.rows.enumerated() {
      row.forEachCell { _, bytes in
        markup("| ")
        if let bytes { cell(bytes) }
        markup(" ")
      }
      if hasNotes {
        markup("| ")
        append(references: index < table.notes.count ? table.notes[index] : [])
        markup(" ")
      }
      markup("|\n")
    }
  }

  /// The picture if it is a file of its own, and otherwise what it shows: in words, or as rows if
  /// these refer to notes.
  mutating func append(_ chart: ReportChart) {
    beginBlock()
    if let path = chart.path {
      markup("![")
      text(chart.title)
      markup("](<")
      address(path)
      markup(">)\n")
      return
    }
    markup("**")
    text(chart.title)
    markup("**\n")
    // What rests on claims has to say on which.
    if let table = chart.table, table.notes.contains(where: { !$0.isEmpty }) {
      return append(table)
    }
    if !chart.facts.isEmpty { markup("\n") }
    for fact in chart.facts {
      markup("- ")
      leadingText(fact)
      markup("\n")
    }
  }

  /// A footnote for each claim: what it says, where, and the words it is read from.
  mutating func appendNotes() {
    for (index, note) in report.notes.enumerated() {
      if index == 0 { beginBlock() }
      append(references: [index + 1])
      markup(": ")
      leadingText(note.says)
      markup(" ")
      appendSource(of: note)
      if let quote = note.quote {
        markup(" “")
        text(quote)
        markup("”")
      }
      markup(" (")
      text(note.claim)
      markup(", ")
      text(note.place)
      markup(")\n")
    }
  }

  private mutating func appendSource(of note: ReportNote) {
    if let speaker = note.speaker {
      text(speaker)
      markup(", in ")
    }
    markup("“")
    text(note.title)
    markup("”")
    if let author = note.author {
      markup(" by ")
      text(author)
    }
    for more in [note.publisher, note.published] {
      guard let more else { continue }
      markup(", ")
      text(more)
    }
    if let url = note.url, let target = LinkTarget(web: url) {
      markup(", <")
      address(target.address)
      markup(">")
    }
    if let path = note.path {
      markup(", ")
      text(path)
    }
    if let paragraph = note.paragraph {
      markup(", paragraph ")
      text(String(paragraph))
    }
    markup(".")
  }
}
