/// What stands between the title and the end of a report in HTML, written part by part.
///
/// Ids of our own hold a dot (`note.3`, `ref.3.1`), those of headings never do, so that they cannot
/// meet.
struct ReportBody {
  var page = HTMLWriter()
  var outline = Outline()
  /// Whether the title of the report has been written, as the first heading of its prose.
  var hasTitle = false
  /// How often each note has been referred to.
  private(set) var referenceCounts: [Int]
  let report: Report
  private let numbers: [String: Int]
  var tableCount = 0
  var proseTableCount = 0
  var chartCount = 0

  init(_ report: Report) {
    self.report = report
    numbers = report.noteNumbers
    referenceCounts = Array(repeating: 0, count: report.notes.count)
  }

  mutating func append(_ part: ReportPart) {
    switch part {
    case .prose(let prose): append(prose: prose)
    case .statement(let program): append(statement: program)
    case .table(let table): append(table)
    case .chart(let chart): append(chart)
    case .text(let text): append(output: text)
    case .remark(let remark):
      page.markup("<p class=\"remark\">")
      page.sentence(remark)
      page.markup("</p>\n")
    }
  }

  /// The number of the note for a claim.
  func number(of claim: String) -> Int? { numbers[claim] }

  /// Links to notes that there are, as `[1] [2]`.
  mutating func append(references: [Int]) {
    var last = 0
    for number in references where number != last && number > 0 && number <= referenceCounts.count {
      referenceCounts[number - 1] += 1
      page.markup(last == 0 ? "<a" : " <a")
      page.markup(" role=\"doc-noteref\" id=\"ref.")
      page.number(number)
      page.markup(".")
      page.number(referenceCounts[number - 1])
      page.markup("\" href=\"#note.")
      page.number(number)
      page.markup("\">[")
      page.number(number)
      page.markup("]</a>")
      last = number
    }
  }

  /// A program text, folded up but for its first line.
  private mutating func append(statement program: String) {
    let lines = program.split(whereSeparator: \.isNewline)
    page.markup("<details class=\"statement\"><summary>Statement <code>")
    page.text(lines.first.map { lines.count > 1 ? "\($0) …" : String($0) } ?? "")
    page.markup("</code></summary>\n<pre tabindex=\"0\"><code>")
    page.text(program.trimmed, lineEnd: "\n")
    page.markup("</code></pre></details>\n")
  }

  private mutating func append(output: String) {
    page.markup("<pre class=\"output wide\" tabindex=\"0\">")
    page.text(output.trimmed, lineEnd: "\n")
    page.markup("</pre>\n")
  }
}

extension Report {
  /// The number of the note for each claim.
  var noteNumbers: [String: Int] {
    var numbers: [String: Int] = [:]
    for (index, note) in notes.enumerated() where numbers[note.claim] == nil {
      numbers[note.claim] = index + 1
    }
    return numbers
  }
}
