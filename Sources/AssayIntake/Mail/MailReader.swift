import AssayModel
import AssayText

/// A message, or a mailbox of messages, each of which becomes a document.
///
/// The words are those of the plain part, or of the page where there is no plain part; what is
/// attached is left out and counted.
struct MailReader {
  let name: String
  let limits: IntakeLimits

  func read(_ bytes: [UInt8], _ monitor: WorkMonitor) throws(Diagnostic) -> [IntakeDocument] {
    var documents: [IntakeDocument] = []
    let isMailbox = MailRecognizer.isMailboxLine(bytes.prefix(1000))
    let messages = Self.messages(bytes)
    for message in messages {
      do throws(Cancelled) { try monitor.check() } catch { throw .stopped(error) }
      if let document = try document(message, isOfMailbox: isMailbox, monitor) {
        documents.append(document)
      }
    }
    guard !documents.isEmpty else {
      throw .unreadableDocument(name, "is mail without any text")
    }
    let empty = messages.count - documents.count
    if empty > 0 {
      documents[0].notes.append(
        "\(empty) of \(messages.count) messages \(empty == 1 ? "has" : "have") no text")
    }
    return documents
  }

  /// The messages of a mailbox, each without the line that begins it; a message alone is one.
  private static func messages(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    guard MailRecognizer.isMailboxLine(bytes.prefix(1000)) else { return [bytes[...]] }
    var starts: [Int] = []
    var place = 0
    var isAfterBlank = true
    while place < bytes.count {
      let end = ByteSearch.first(0x0A, in: bytes, place..<bytes.count) ?? bytes.count
      if isAfterBlank, bytes[place] == UInt8(ascii: "F"),
        MailRecognizer.isMailboxLine(bytes[place..<end])
      {
        starts.append(place)
      }
      isAfterBlank = end - place <= 1 && bytes[place..<end].allSatisfy { $0 == 0x0D }
      place = end + 1
    }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      let line = ByteSearch.first(0x0A, in: bytes, starts[index]..<end) ?? end
      return bytes[min(line + 1, end)..<end]
    }
  }

  private func document(
    _ message: ArraySlice<UInt8>, isOfMailbox: Bool, _ monitor: WorkMonitor
  ) throws(Diagnostic) -> IntakeDocument? {
    let headers = MailHeaders(message)
    let (parts, attached) = MailPart.shown(
      headers, message[headers.end...], depth: limits.messageDepth)
    if let snapshot = PageSnapshot(headers), let page = parts.first(where: \.isHTML) {
      let decoded = try page.decoded(name: name, isOfMailbox: isOfMailbox)
      return snapshot.document(
        try HTMLReader(name: name, limits: limits).read(decoded, monitor), headers)
    }
    var text: [UInt8] = []
    var origins = OriginMap()
    var notes: [String] = []
    for part in parts {
      let decoded = try part.decoded(name: name, isOfMailbox: isOfMailbox)
      var words = decoded.bytes
      var map = decoded.origins
      if part.isHTML {
        let page = try HTMLReader(name: name, limits: limits).read(decoded, monitor)
        (words, map) = (page.text, page.origins)
        notes += page.notes
      } else {
        notes += decoded.notes
      }
      guard words.contains(where: { $0 > 0x20 }) else { continue }
      if !text.isEmpty { text += text.last == 0x0A ? [0x0A] : [0x0A, 0x0A] }
      for run in map.runs {
        origins.append(
          .init(start: run.start + text.count, origin: run.origin, page: run.page, step: run.step))
      }
      text += words
    }
    guard !text.isEmpty else { return nil }
    var document = IntakeDocument(
      text: text, isMarkdown: parts.contains(where: \.isHTML), form: .mail, origins: origins)
    document.details = Self.details(headers)
    var seen: Set<String> = []
    document.notes = notes.filter { seen.insert($0).inserted }
    if attached > 0 {
      document.notes.append(
        "\(attached) attached \(attached == 1 ? "file was" : "files were") left out")
    }
    return document
  }

  private static func details(_ headers: MailHeaders) -> IntakeDocument.Details {
    var details = IntakeDocument.Details()
    details.title = headers.text("subject")
    details.author = headers.text("from").map(person)
    details.published = headers.text("date").flatMap(LooseDate.read)
    details.language = headers.text("content-language").flatMap(LanguageTag.read)
    for name in ["archived-at", "content-location"] where details.url == nil {
      let address = headers.text(name)?.filter { $0 != "<" && $0 != ">" }
      if let address, PageDetails.host(of: address) != nil { details.url = address }
    }
    return details
  }

  /// `Ana Ruiz <ana@example.org>` is Ana Ruiz.
  private static func person(_ from: String) -> String {
    guard let mark = from.firstIndex(of: "<") else { return from }
    let name = PlainWords.collapsed(from[..<mark].filter { $0 != "\"" })
    return name.isEmpty ? PlainWords.collapsed(from[mark...].filter { !"<>".contains($0) }) : name
  }
}
