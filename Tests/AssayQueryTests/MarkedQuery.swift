import AssayText

/// A query with its fault marked: `claims | where «confidance» > 0.5`.
struct MarkedQuery {
  /// The query without the marks.
  let text: String
  /// What stood between the marks, in bytes.
  let span: Span

  init(_ marked: String) {
    let parts = marked.split(separator: /[«»]/, omittingEmptySubsequences: false)
    text = parts.joined()
    let start = parts[0].utf8.count
    span = Span(start, start + (parts.count > 1 ? parts[1].utf8.count : 0))
  }
}
