import AssayText

/// The words of one language on which the rules of reading rest, as a data file has them.
///
/// A file is lines of UTF-8. `[name]` begins a section; what stands below it are its entries, a line
/// each. A line that begins with `#` is a comment. Entries are as written, without the white space
/// around them; what an entry means is the business of whoever reads its section.
package struct LanguageFile: Sendable {
  /// The language, as a BCP 47 tag: `en`.
  package let tag: String
  private let sections: [String: [String]]

  package init(tag: String, _ bytes: [UInt8]) {
    self.tag = tag
    var sections: [String: [String]] = [:]
    var name = ""
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = Self.trimmed(line)
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      if first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") {
        name = String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
      } else {
        sections[name, default: []].append(String(decoding: text, as: UTF8.self))
      }
    }
    self.sections = sections
  }

  /// The entries of a section, in the order of the file; none if the language has no such section.
  package func entries(_ section: String) -> [String] { sections[section] ?? [] }

  /// The words of a section whose entries are lists of words with spaces between them.
  package func words(_ section: String) -> [Substring] {
    entries(section).flatMap { $0.split(separator: " ") }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = line
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }
}

extension LanguageFile {
  package static let english = LanguageFile(tag: "en", PackageResources.en_txt)
  package static let spanish = LanguageFile(tag: "es", PackageResources.es_txt)

  /// Every language that the program knows, in the order in which rules are tried.
  package static let all: [LanguageFile] = [english, spanish]

  /// The language of a BCP 47 tag such as `en-US`; `nil` for one that the program does not know.
  package static func of(tag: String) -> LanguageFile? {
    let primary = tag.prefix { $0 != "-" }.lowercased()
    return all.first { $0.tag == primary }
  }
}
