import AssayText

/// What a file is: by its bytes, and by its name only where they leave it open.
enum FormRecognizer {
  /// The form of bytes that are no other program's (``Magic``), before they are decoded.
  static func raw(_ bytes: [UInt8], name: String) -> IntakeDocument.Form? {
    if isPDF(bytes) { return .pdf }
    if isEPUB(bytes) { return .epub }
    if MailRecognizer.isMail(bytes, named: ["eml", "mbox", "mbx"].contains(suffix(of: name))) {
      return .mail
    }
    return nil
  }

  /// The form of a text.
  static func text(_ bytes: [UInt8], name: String) throws(Diagnostic) -> IntakeDocument.Form {
    let suffix = suffix(of: name)
    let head = bytes.prefix(2048)
    if isHTML(head, suffix) { return .html }
    if starts(head, with: "<?xml") || starts(head, with: "<rss") || starts(head, with: "<feed") {
      throw .unreadableDocument(
        name, "is XML that is no page", hint: "save it as HTML or text")
    }
    if ["jsonl", "ndjson", "jsonlines"].contains(suffix) || isJSONLine(bytes) { return .jsonl }
    if suffix == "json" {
      throw .unreadableDocument(
        name, "is JSON, which is read as lines with an object on each",
        hint: "as in `{\"title\": \"…\", \"text\": \"…\"}`")
    }
    switch suffix {
    case "csv", "tsv", "tab": return .csv
    case "md", "markdown", "mdown", "mkd": return .markdown
    default: return .text
    }
  }

  /// What stands behind the last `.` of a name, in small letters.
  static func suffix(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: ".") else { return "" }
    return file[file.index(after: dot)...].lowercased()
  }

  /// Readers of PDF accept that something stands before its mark.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    if bytes.starts(with: mark) { return true }
    let head = Array(bytes.prefix(1024))
    guard head.contains(0) || head.first.map({ $0 < 0x20 || $0 >= 0x80 }) ?? false else {
      return false
    }
    return head.withUnsafeBufferPointer { head in
      mark.withUnsafeBufferPointer { ByteSearch.first($0, in: head) != nil }
    }
  }

  /// Its first file is a word about what it is, not packed.
  private static func isEPUB(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4])
      && bytes.dropFirst(30).starts(with: Array("mimetypeapplication/epub+zip".utf8))
  }

  static func isHTML(_ head: ArraySlice<UInt8>, _ suffix: String) -> Bool {
    var rest = head
    while true {
      rest = rest.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      guard starts(rest, with: "<!--"), let end = end(of: "-->", in: rest) else { break }
      rest = rest[end...]
    }
    if starts(rest, with: "<?xml") {
      return ["<html", "<!doctype html"].contains { end(of: $0, in: rest) != nil }
    }
    let isNamed = ["html", "htm", "xhtml", "shtml"].contains(suffix)
    if isNamed { return rest.contains(UInt8(ascii: "<")) }
    guard rest.first == UInt8(ascii: "<") else { return false }
    return openings.contains { opening in
      starts(rest, with: opening)
        && rest.dropFirst(opening.utf8.count).first.map { $0 <= 0x20 || "/>".utf8.contains($0) }
          ?? false
    }
  }

  private static let openings = [
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div", "<p", "<article",
    "<main", "<h1", "<h2", "<table", "<script", "<section", "<span", "<ul", "<center", "<font",
  ]

  private static func starts(_ bytes: ArraySlice<UInt8>, with words: String) -> Bool {
    bytes.prefix(words.utf8.count).elementsEqual(words.utf8) {
      ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1
    }
  }

  /// The place behind the first `words`, capitals or not.
  private static func end(of words: String, in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if starts(bytes[index...], with: words) { return index + words.utf8.count }
      index += 1
    }
    return nil
  }

  /// Whether the first line is an object of JSON.
  private static func isJSONLine(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "{") else { return false }
    let end = ByteSearch.first(0x0A, in: bytes, 0..<bytes.count) ?? bytes.count
    guard end < 1 << 24 else { return false }
    let line = SourceText(name: "", bytes: Array(bytes[..<end]))
    return (try? JSONReader.value(of: line, code: .brokenRows)) != nil
  }
}
