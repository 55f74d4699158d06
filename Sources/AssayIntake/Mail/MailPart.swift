import AssayText

/// A part of a message that is text.
struct MailPart {
  let isHTML: Bool
  let charset: Charset?
  let coding: String
  /// Where it stands in the file.
  let body: ArraySlice<UInt8>

  /// The parts of a message that a reader sees, and how many others there are.
  ///
  /// Of alternatives, the plain one is taken if it has words, else the page.
  static func shown(
    _ headers: MailHeaders, _ body: ArraySlice<UInt8>, depth: Int
  ) -> (parts: [MailPart], attached: Int) {
    let kind = headers.kind("content-type") ?? "text/plain"
    if kind.hasPrefix("multipart/"),
      let boundary = headers.parameter("boundary", of: "content-type")
    {
      guard depth > 0 else { return ([], 1) }
      var all: [(parts: [MailPart], attached: Int)] = []
      for part in divided(body, boundary) {
        let headers = MailHeaders(part)
        all.append(shown(headers, part[headers.end...], depth: depth - 1))
      }
      let attached = all.reduce(0) { $0 + $1.attached }
      guard kind == "multipart/alternative" else { return (all.flatMap(\.parts), attached) }
      let choices = all.map(\.parts).filter { !$0.isEmpty }
      let plain = choices.first { $0.allSatisfy { !$0.isHTML && $0.hasWords } }
      return (plain ?? choices.last ?? [], attached)
    }
    let isAttached = headers.kind("content-disposition") == "attachment"
    guard !isAttached, kind == "text/plain" || kind == "text/html" else { return ([], 1) }
    let charset = headers.parameter("charset", of: "content-type").flatMap { Charset(label: $0) }
    let part = MailPart(
      isHTML: kind == "text/html", charset: charset,
      coding: headers.kind("content-transfer-encoding") ?? "7bit", body: body)
    return ([part], 0)
  }

  private var hasWords: Bool { body.contains { $0 > 0x20 } }

  /// The stretches between the lines that have the boundary.
  private static func divided(_ body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>]
  {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var place = body.startIndex
    while place < body.endIndex {
      let end = body[place...].firstIndex(of: 0x0A) ?? body.endIndex
      let line = body[place..<end]
      if line.starts(with: mark) {
        if let start {
          // The line end before a boundary belongs to it.
          var last = place
          if last > start, body[last - 1] == 0x0A { last -= 1 }
          if last > start, body[last - 1] == 0x0D { last -= 1 }
          parts.append(body[start..<last])
        }
        let isLast = line.dropFirst(mark.count).starts(with: Array("--".utf8))
        start = isLast ? nil : min(end + 1, body.endIndex)
        if isLast { return parts }
      }
      place = end + 1
    }
    if let start { parts.append(body[start...]) }
    return parts
  }

  /// The text of the part as UTF-8, traced to the file.
  ///
  /// - Parameter isOfMailbox: whether `From` at the beginning of a line is written as `>From`.
  func decoded(name: String, isOfMailbox: Bool) throws(Diagnostic) -> DecodedText {
    guard isOfMailbox, var raw = MailboxQuoting.undone(body) else {
      return try decoded(name: name)
    }
    let part = MailPart(isHTML: isHTML, charset: charset, coding: coding, body: raw.bytes[...])
    let text = try part.decoded(name: name)
    return DecodedText(
      bytes: text.bytes, origins: text.origins.through(raw.origins()), notes: text.notes)
  }

  private func decoded(name: String) throws(Diagnostic) -> DecodedText {
    var decoder = TextDecoder(name: name, declared: charset)
    switch coding {
    case "quoted-printable":
      var raw = TransferCoding.quotedPrintable(body)
      return try decode(raw.bytes, raw.origins(), &decoder)
    case "base64":
      let raw = TransferCoding.base64(body)
      let whole = OriginMap([.init(start: 0, origin: Span(body.startIndex, body.endIndex))])
      return try decode(raw, whole, &decoder)
    default:
      if isHTML, charset == nil { decoder.declared = PageEncoding.declared(in: body) }
      return try decoder.decode(body)
    }
  }

  private func decode(
    _ raw: [UInt8], _ origins: OriginMap, _ decoder: inout TextDecoder
  ) throws(Diagnostic) -> DecodedText {
    if isHTML, charset == nil { decoder.declared = PageEncoding.declared(in: raw[...]) }
    let text = try decoder.decode(raw[...])
    return DecodedText(
      bytes: text.bytes, origins: text.origins.through(origins), notes: text.notes)
  }
}
