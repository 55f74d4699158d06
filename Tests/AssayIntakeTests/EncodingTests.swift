import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct EncodingTests {
  private static func sixteen(_ text: String, _ isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
  }

  private static let words = "El ni\u{F1}o, 84\u{A0}\u{20AC} \u{2013} s\u{ED}.\nDos l\u{ED}neas.\n"
  private static let crossed = words.replacing("\n", with: "\r\n")
  private static let windows: [UInt8] = crossed.unicodeScalars.map {
    $0.value == 0x20AC ? 0x80 : $0.value == 0x2013 ? 0x96 : UInt8($0.value)
  }

  static let table: [(name: String, bytes: [UInt8], notes: [String])] = [
    ("UTF-8", Array(crossed.utf8), []),
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(words.utf8), []),
    ("UTF-16 with a mark", [0xFF, 0xFE] + sixteen(crossed, true), ["converted from UTF-16"]),
    ("UTF-16, big end first", [0xFE, 0xFF] + sixteen(words, false), ["converted from UTF-16"]),
    ("UTF-16 without a mark", sixteen(words, true), ["converted from UTF-16"]),
    ("UTF-16 without a mark, big", sixteen(words, false), ["converted from UTF-16"]),
    (
      "Windows-1252", windows,
      ["converted from Windows-1252 (Latin-1), which is a guess, as no encoding is named"]
    ),
    (
      "a broken place", Array(words.utf8) + [0xFF],
      ["1 place is no UTF-8 and stand as `\u{FFFD}`"]
    ),
  ]

  @Test(arguments: table)
  func isConvertedAndSaid(name: String, bytes: [UInt8], notes: [String]) throws {
    let document = try #require(try Reading.all(bytes, "notes.txt").first)
    let text = name == "a broken place" ? Self.words + "\u{FFFD}" : Self.words
    #expect(document.words == text, "\(name)")
    #expect(document.notes == notes)
  }

  @Test(arguments: table)
  func leadsBack(name: String, bytes: [UInt8], notes: [String]) throws {
    let document = try #require(try Reading.all(bytes, "notes.txt").first)
    let start = Array("El ni\u{F1}o, 84\u{A0}".utf8).count
    let origin = try #require(document.origins.origin(of: Span(start, start + 3)))
    let whole = try TextDecoder(name: "").decode(bytes[...])
    #expect(whole.bytes == document.text)
    let euro = Array(bytes[origin.span.start..<origin.span.end])
    let sixteen = name.hasPrefix("UTF-16")
    #expect(euro.count == (sixteen ? 2 : name == "Windows-1252" ? 1 : 3), "\(name)")
  }

  @Test func asAPageDeclaresIt() throws {
    // `Мост закрыт` in KOI8-R.
    let words: [UInt8] = [0xED, 0xCF, 0xD3, 0xD4, 0x20, 0xDA, 0xC1, 0xCB, 0xD2, 0xD9, 0xD4]
    let head = Array("<meta http-equiv=content-type content='text/html; charset=KOI8-R'><p>".utf8)
    let document = try #require(try Reading.all(head + words).first)
    #expect(document.words == "Мост закрыт\n")
    #expect(document.notes.contains("converted from koi8-r"))
    let unknown = Array("<meta charset=klingon><p>".utf8) + words
    #expect(Reading.fault(unknown)?.code == .unreadableDocument)
  }

  /// What names no encoding and looks like none is not guessed.
  static let refused: [(name: String, bytes: [UInt8])] = [
    ("zeros", [0x41, 0, 0, 0x42, 0x43]),
    ("controls", Array("abc".utf8) + [1, 2, 3, 4, 5]),
    ("another alphabet", Array(repeating: 0xCF, count: 100)),
    (
      "another alphabet among tags",
      Array("<!doctype html><p class=a>".utf8) + Array(repeating: 0xCF, count: 9)
    ),
    // Polish in ISO 8859-2.
    ("signs within words", Array("pi.tek k.t m.ka".utf8).map { $0 == 0x2E ? 0xB1 : $0 }),
    ("neither", Array("ñ ó".utf8) + Array(repeating: 0xFF, count: 30)),
    ("nothing", []), ("white space", Array(" \n\t".utf8)),
  ]

  @Test(arguments: refused)
  func isRefused(name: String, bytes: [UInt8]) {
    #expect(Reading.fault(bytes, "notes.txt")?.code == .unreadableDocument, "\(name)")
  }
}
