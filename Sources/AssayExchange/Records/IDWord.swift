import AssayLanguage
import AssayText

/// Ids of records, as other programs' names have to become them.
package enum IDWord {
  /// Whether a text is an id as it stands: a letter, then letters, digits, `_`, and `-` between.
  package static func fits(_ text: String) -> Bool {
    var mayEnd = false
    for (index, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: "-") {
        guard mayEnd else { return false }
        mayEnd = false
      } else {
        guard index == 0 ? byte.isWordStart : byte.isWordPart else { return false }
        mayEnd = true
      }
    }
    return mayEnd
  }

  /// An id made of a name: its words in lower case with `-` between, at most some 60 bytes.
  ///
  /// - Parameter prefix: stands before a name that begins with no letter.
  package static func of(_ name: String, prefix: String) -> String {
    var folded: [UInt8] = []
    var name = String(name.prefix(400))
    name.withUTF8 { WordFolding.appendWords(of: $0, to: &folded) }
    var words = ""
    for word in String(decoding: folded, as: UTF8.self).split(separator: " ") {
      let plain = String(decoding: word.utf8.filter(\.isWordPart), as: UTF8.self)
      guard !plain.isEmpty else { continue }
      guard words.utf8.count + plain.utf8.count < 60 || words.isEmpty else { break }
      words += (words.isEmpty ? "" : "-") + plain
    }
    if fits(words), words.utf8.count <= 400 { return words }
    let prefixed = prefix + "-" + words
    return fits(prefixed) && prefixed.utf8.count <= 400 ? prefixed : prefix
  }
}
