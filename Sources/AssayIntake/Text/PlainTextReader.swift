import AssayModel
import AssayText

/// Plain text and Markdown, which stay as they are but for the details at their top.
enum PlainTextReader {
  /// - Parameter isMarkdown: whether the name of the file says so.
  static func read(
    _ decoded: DecodedText, name: String, isMarkdown: Bool
  ) throws(Diagnostic) -> IntakeDocument {
    let front = FrontMatter(decoded.bytes)
    let start = front?.length ?? 0
    guard decoded.bytes[start...].contains(where: { $0 > 0x20 }) else {
      throw .unreadableDocument(name, "has no text")
    }
    var origins = decoded.origins
    if start > 0 {
      let rest = decoded.bytes.count - start
      let run = OriginMap.Run(start: 0, origin: Span(start, start + rest), step: .verbatim)
      origins = OriginMap([run]).through(decoded.origins)
    }
    var document = IntakeDocument(
      text: start > 0 ? Array(decoded.bytes[start...]) : decoded.bytes,
      isMarkdown: isMarkdown, form: isMarkdown ? .markdown : .text, origins: origins)
    document.details = front?.details ?? .init()
    document.notes = decoded.notes
    let top = TopLines(document.text, isMarkdown: isMarkdown)
    document.details.title = document.details.title ?? top.title
    document.details.author = document.details.author ?? top.author
    if document.details.published == nil, let published = top.published, let line = top.dateLine {
      document.details.published = published
      document.notes.append("the date is that of the line `\(line)`")
    }
    return document
  }
}
