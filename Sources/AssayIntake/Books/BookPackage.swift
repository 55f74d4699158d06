import AssayModel
import AssayText

/// What an EPUB says of itself: its chapters in order, and its details.
struct BookPackage {
  /// Paths in the container.
  private(set) var chapters: [String] = []
  private(set) var details = IntakeDocument.Details()

  /// How many names the author is made of at most.
  private static let mostCreators = 20

  /// The path of the package, which the container names.
  static func rootFile(_ container: [UInt8]) -> String? {
    container.withUnsafeBufferPointer { bytes in
      var scanner = TagScanner(bytes, keepsAttributes: true)
      while scanner.next() {
        if !scanner.isEnd, scanner.text(scanner.name) == "rootfile",
          let path = value("full-path", scanner)
        {
          return path
        }
      }
      return nil
    }
  }

  /// - Parameter path: where the package stands, to which its paths are relative.
  init(_ file: [UInt8], at path: String) {
    let folder = path.split(separator: "/").dropLast()
    var paths: [String: String] = [:]
    var creators: [String] = []
    file.withUnsafeBufferPointer { bytes in
      var scanner = TagScanner(bytes, keepsAttributes: true)
      while scanner.next() {
        guard !scanner.isEnd else { continue }
        switch scanner.text(scanner.name).split(separator: ":").last ?? "" {
        case "item":
          if let id = Self.value("id", scanner), let href = Self.value("href", scanner),
            Self.value("media-type", scanner).map({ $0.contains("html") }) ?? false
          {
            paths[id] = Self.resolved(href, in: Array(folder))
          }
        case "itemref":
          if Self.value("linear", scanner) != "no", let id = Self.value("idref", scanner),
            let path = paths[id]
          {
            chapters.append(path)
          }
        case "title": details.title = details.title ?? Self.content(scanner, bytes)
        case "creator":
          if creators.count < Self.mostCreators, let creator = Self.content(scanner, bytes) {
            creators.append(creator)
          }
        case "publisher": details.publisher = details.publisher ?? Self.content(scanner, bytes)
        case "language":
          if let tag = Self.content(scanner, bytes) { details.set(.language, tag) }
        case "date": if let date = Self.content(scanner, bytes) { details.set(.published, date) }
        default: break
        }
      }
    }
    if !creators.isEmpty { details.author = creators.joined(separator: ", ") }
  }

  private static func value(_ name: String, _ scanner: TagScanner) -> String? {
    scanner.attributes.first { scanner.text($0.name) == name }.map { scanner.text($0.value) }
  }

  /// The words up to the next tag.
  private static func content(_ scanner: TagScanner, _ bytes: UnsafeBufferPointer<UInt8>) -> String?
  {
    let end = bytes[scanner.place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    var words = PlainWords.collapsed(Array(bytes[scanner.place..<end]), limit: 400)
    for (reference, made) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      words = words.replacing(reference, with: made)
    }
    return words.isEmpty ? nil : words
  }

  /// A path of the package as one of the container: `%20` decoded, `..` followed.
  private static func resolved(_ href: String, in folder: [Substring]) -> String {
    var parts = folder.map(String.init)
    for part in decoded(href.prefix { $0 != "#" }).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  private static func decoded(_ href: Substring) -> String {
    var out: [UInt8] = []
    var rest = Array(href.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let made = UInt8(digits, radix: 16) {
        out.append(made)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
