import AssayModel
import AssayText

/// A page to its main text as Markdown, with what it says of itself.
struct HTMLReader {
  let name: String
  let limits: IntakeLimits

  /// - Parameter decoded: the page as UTF-8.
  func read(_ decoded: DecodedText, _ monitor: WorkMonitor) throws(Diagnostic) -> IntakeDocument {
    guard decoded.bytes.count <= limits.pageBytes else {
      throw tooLarge(decoded.bytes.count)
    }
    let page = try HTMLPage(decoded.bytes, name: name, limits)
    try look(monitor)
    let about = PageDetails(page)
    var collector = BlockCollector(page)
    collector.collect()
    try look(monitor)
    let main = MainText(page, collector)
    var writer = MarkdownWriter(page)
    var words = 0
    for index in main.chosen {
      writer.write(collector.blocks[index])
      words += collector.blocks[index].words
    }
    var notes = decoded.notes
    var text = writer.text
    if let body = Self.body(about.linked, insteadOf: words) {
      text = body
      notes.append("the text is what the page gives as JSON-LD; it shows hardly any itself")
    } else if main.isGuess, words > 0 {
      notes.append("no main text stands out; all that is not navigation was taken")
    } else if main.leftOut > 0 {
      notes.append(
        "\(Self.words(main.leftOut)) beside the text left out, as of menus, notices or forms")
    }
    let struck = collector.struck.reduce(0) { sum, words in
      main.range.contains(words.block) || main.range.upperBound == words.block
        ? sum + words.words : sum
    }
    if struck > 0 { notes.append("\(Self.words(struck)) struck out there and left out") }
    guard !text.isEmpty else {
      throw .unreadableDocument(
        name, "is a page without text",
        hint: "its text may be made by a script; save it from the browser")
    }
    var document = IntakeDocument(
      text: text.bytes, isMarkdown: true, form: .html,
      origins: text.origins().through(decoded.origins))
    document.details = about.details()
    document.notes = notes
    return document
  }

  /// All of a page that is not navigation, as Markdown: a chapter of a book; `nil` if it has no words.
  func whole(_ decoded: DecodedText, _ monitor: WorkMonitor) throws(Diagnostic) -> [UInt8]? {
    guard decoded.bytes.count <= limits.pageBytes else { throw tooLarge(decoded.bytes.count) }
    let page = try HTMLPage(decoded.bytes, name: name, limits)
    try look(monitor)
    var collector = BlockCollector(page)
    collector.collect()
    var writer = MarkdownWriter(page)
    for block in collector.blocks {
      let isNavigation = block.setAside.contains { page.nodes[$0].tag == .navigation }
      if !isNavigation { writer.write(block) }
    }
    return writer.text.isEmpty ? nil : writer.text.bytes
  }

  /// The beginning of a sentence about so many words.
  private static func words(_ count: Int) -> String {
    count == 1 ? "1 word was" : "\(count) words were"
  }

  func tooLarge(_ count: Int) -> Diagnostic {
    .tooLarge(
      name,
      "is a page of \(bytesInWords(count)), and the most is \(bytesInWords(limits.pageBytes))",
      hint: "save the text of the page alone")
  }

  private func look(_ monitor: WorkMonitor) throws(Diagnostic) {
    do throws(Cancelled) { try monitor.check() } catch { throw .stopped(error) }
  }

  /// The text that the page gives to machines alone, if it is the better one.
  private static func body(_ linked: LinkedData, insteadOf words: Int) -> TracedText? {
    guard let body = linked.body, let span = linked.bodySpan else { return nil }
    let count = Array(body.utf8).withUnsafeBufferPointer { WordCount($0).count }
    guard count > 50, count > 4 * words else { return nil }
    var text = TracedText()
    for paragraph in body.split(whereSeparator: \.isNewline) {
      let line = PlainWords.collapsed(paragraph)
      guard !line.isEmpty else { continue }
      if !text.isEmpty { text.append("\n") }
      text.append(Array(line.utf8), madeOf: span)
      text.append("\n")
    }
    return text
  }
}
