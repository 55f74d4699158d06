import AssayLanguage
import AssayModel

/// Names of records in linked data: `urn:x-assay:claim:aid-2012`.
enum RecordName {
  /// What all names of records begin with.
  static let prefix = "urn:x-assay:"

  /// The name of a record; what is not ASCII in an id is percent-encoded.
  static func of(_ kind: RecordKind, _ id: String) -> String {
    prefix + kind.word + ":" + encoded(id)
  }

  /// The id of a record of a kind, if that is what a name says.
  static func id(_ name: String, _ kind: RecordKind) -> String? {
    let start = prefix + kind.word + ":"
    guard name.hasPrefix(start) else { return nil }
    return decoded(String(name.dropFirst(start.count)))
  }

  /// The kind and id that a name says.
  static func record(_ name: String) -> (kind: RecordKind, id: String)? {
    for kind in RecordSpec.kinds {
      if let id = id(name, kind) { return (kind, id) }
    }
    return nil
  }

  static func encoded(_ id: String) -> String {
    guard !id.utf8.allSatisfy({ $0 < 0x80 }) else { return id }
    var encoded: [UInt8] = []
    for byte in id.utf8 {
      if byte < 0x80 {
        encoded.append(byte)
      } else {
        encoded += ("%" + String(byte, radix: 16, uppercase: true)).utf8
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  static func decoded(_ words: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(words.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? words
  }

  /// Whether a text is the address of a page that can stand as it is where a name is asked for.
  static func isAddress(_ text: String) -> Bool {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), text.utf8.count > 8 else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !"<>\"{}|^`\\".utf8.contains(byte)
    }
  }
}

extension Record {
  /// The text of a field; `nil` where it is none.
  func text(_ field: String) -> String? {
    guard let (index, _) = RecordSpec.of(kind)?.field(field) else { return nil }
    switch value(at: index) {
    case .text(let text)?: return text
    case .words(let words)? where words.count == 1: return words[0]
    default: return nil
    }
  }

  /// The date of a field; `nil` where it is none.
  func date(_ field: String) -> PartialDate? {
    guard let (index, _) = RecordSpec.of(kind)?.field(field),
      case .date(let date)? = value(at: index)
    else { return nil }
    return date
  }

  /// The words of a field that is a list, none where it is missing.
  func list(_ field: String) -> [String] {
    guard let (index, _) = RecordSpec.of(kind)?.field(field) else { return [] }
    switch value(at: index) {
    case .words(let words)?, .texts(let words)?: return words
    case .references(let references)?: return references.map(\.id)
    default: return []
    }
  }

  /// Who says a claim; `nil` where the source does.
  var speaker: String? {
    guard let (index, _) = RecordSpec.of(kind)?.field("by"),
      case .chain(let speaker, _)? = value(at: index)
    else { return nil }
    return speaker.id
  }

  /// The fact of a claim.
  var fact: Fact? {
    guard let (index, _) = RecordSpec.of(kind)?.field("fact"),
      case .fact(let fact)? = value(at: index)
    else { return nil }
    return fact
  }
}

extension PartialDate {
  /// Whether it is a plain day, month or year.
  var isPlain: Bool {
    description.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
  }
}
