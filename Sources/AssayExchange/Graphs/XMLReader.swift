import AssayLanguage
import AssayModel
import AssayText

/// Reads XML 1.0 as far as data formats use it: elements, attributes, text, CDATA, comments.
///
/// A document type is refused, so that no entity is expanded and nothing outside is read. Prefixes of
/// names are passed over.
struct XMLReader {
  /// A piece of the document.
  enum Event {
    case start(Element)
    case end
    case text(String)
  }

  /// The beginning of an element.
  struct Element {
    let name: String
    let attributes: [String: String]
    let span: Span
  }

  private let bytes: [UInt8]
  private var place: Int
  private var open: [ArraySlice<UInt8>] = []
  /// Whether the element that began last has ended with it: `<a/>`.
  private var isEmptyElement = false

  /// How deep elements may be nested.
  private static let deepest = 64

  init(_ text: SourceText) {
    bytes = text.bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next piece; `nil` behind the end of the outermost element.
  mutating func next() throws(Diagnostic) -> Event? {
    if isEmptyElement {
      isEmptyElement = false
      open.removeLast()
      return .end
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let start = place
        place = ByteSearch.first(UInt8(ascii: "<"), in: bytes, place..<bytes.count) ?? bytes.count
        if open.isEmpty {
          guard bytes[start..<place].allSatisfy(\.isXMLSpace) else {
            throw .badImport("text stands outside of the elements", at: Span(start, start + 1))
          }
          continue
        }
        return .text(try resolved(start..<place))
      }
      if take("<?") {
        try skip(past: "?>")
      } else if take("<!--") {
        try skip(past: "-->")
      } else if !open.isEmpty, take("<![CDATA[") {
        let start = place
        try skip(past: "]]>")
        return .text(String(decoding: bytes[start..<(place - 3)], as: UTF8.self))
      } else if bytes[place...].starts(with: "<!".utf8) {
        throw fault("a document type is not read")
      } else if take("</") {
        return try end()
      } else {
        return .start(try element())
      }
    }
    guard open.isEmpty else { throw fault("the text ends within an element") }
    return nil
  }

  private mutating func end() throws(Diagnostic) -> Event {
    let name = nameBytes()
    skipSpace()
    guard let last = open.popLast(), last.elementsEqual(name), take(">") else {
      throw fault("this ends no element")
    }
    return .end
  }

  private mutating func element() throws(Diagnostic) -> Element {
    let start = place
    place += 1
    let name = nameBytes()
    guard !name.isEmpty else { throw fault("the name of an element should stand here") }
    guard open.count < Self.deepest else { throw fault("nested deeper than \(Self.deepest)") }
    open.append(name)
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      if take(">") { break }
      if take("/>") {
        isEmptyElement = true
        break
      }
      let key = nameBytes()
      skipSpace()
      guard !key.isEmpty, take("=") else { throw fault("an attribute should stand here") }
      skipSpace()
      guard place < bytes.count, "\"'".utf8.contains(bytes[place]),
        let close = ByteSearch.first(bytes[place], in: bytes, (place + 1)..<bytes.count)
      else { throw fault("a value in quotation marks should stand here") }
      attributes[Self.local(key)] = try resolved((place + 1)..<close)
      place = close + 1
    }
    return Element(name: Self.local(name), attributes: attributes, span: Span(start, place))
  }

  /// Text with its references resolved.
  private func resolved(_ range: Range<Int>) throws(Diagnostic) -> String {
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "&") else {
        // A line end is one sign, however it is written.
        let isReturn = bytes[index] == 0x0D
        if !isReturn || index + 1 >= range.upperBound || bytes[index + 1] != 0x0A {
          text.append(isReturn ? 0x0A : bytes[index])
        }
        index += 1
        continue
      }
      let limit = min(range.upperBound, index + 12)
      guard let end = bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")),
        let resolved = Self.reference(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
      else { throw .badImport("this is no reference of XML", at: Span(index, index + 1)) }
      text += resolved.utf8
      index = end + 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func reference(_ name: String) -> String? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x"
      let plain = isHexadecimal ? digits.dropFirst() : digits
      guard plain.utf8.allSatisfy({ $0.isWordPart }),
        let value = UInt32(plain, radix: isHexadecimal ? 16 : 10), value != 0,
        let scalar = Unicode.Scalar(value)
      else { return nil }
      return String(Character(scalar))
    }
  }

  // MARK: Pieces

  private mutating func nameBytes() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place].isWordPart || "-.:".utf8.contains(bytes[place]) {
      place += 1
    }
    return bytes[start..<place]
  }

  /// A name without its prefix.
  private static func local(_ name: ArraySlice<UInt8>) -> String {
    let colon = name.lastIndex(of: UInt8(ascii: ":"))
    return String(decoding: colon.map { name[($0 + 1)...] } ?? name, as: UTF8.self)
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place].isXMLSpace { place += 1 }
  }

  private mutating func take(_ signs: String) -> Bool {
    guard bytes[place...].starts(with: signs.utf8) else { return false }
    place += signs.utf8.count
    return true
  }

  private mutating func skip(past signs: String) throws(Diagnostic) {
    let needle = Array(signs.utf8)
    let found = bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes, from: place) }
    }
    guard let found else { throw fault("`\(signs)` is missing") }
    place = found + needle.count
  }

  private func fault(_ message: String) -> Diagnostic {
    let start = min(place, bytes.count)
    return .badImport(message, at: Span(start, min(start + 1, bytes.count)))
  }
}

extension UInt8 {
  fileprivate var isXMLSpace: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}
