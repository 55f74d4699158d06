/// How a result is written.
package enum OutputFormat: String, CaseIterable, Sendable {
  case table, list, csv, tsv, json, jsonl, markdown, html, footnotes

  /// What it is for, in one sentence.
  package var summary: String {
    switch self {
    case .table: "A table for reading, aligned by width, with the count under it."
    case .list: "One field a line, one record after the other, for wide rows."
    case .csv: "Comma-separated values (RFC 4180) with a header line."
    case .tsv: "Tab-separated values with a header line; tabs and line ends escaped."
    case .json: "One JSON array of objects."
    case .jsonl: "One JSON object a line."
    case .markdown: "A Markdown table."
    case .html: "An HTML table on a page of its own."
    case .footnotes: "A numbered paragraph for each row; `cite` writes these."
    }
  }

  /// The format that a file name's extension asks for, or `nil`: `a.csv`, `a.md`, `a.txt`.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "txt": self = .table
    case "md": self = .markdown
    case let known: self.init(rawValue: known)
    }
  }
}
