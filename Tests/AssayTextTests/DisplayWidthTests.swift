import AssayText
import Glibc
import Testing

@Suite struct DisplayWidthTests {
  static let widths: [(text: String, width: Int)] = [
    ("", 0), ("a", 1), ("claims", 6), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0),
    ("中", 2), ("中文 a", 6), ("한국어", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("ｶﾅ", 2), ("Ａ", 2),
    ("👍", 2), ("👍🏽", 2), ("☝🏽", 2), ("👩‍👩‍👧‍👦", 2), ("👩‍❤️‍👨", 2), ("🏳️‍🌈", 2), ("❤", 1), ("❤️", 2),
    ("1️⃣", 2), ("a\u{FE0F}", 1), ("🇫🇷", 2), ("🇫🇷🇩🇪", 4), ("🇫", 2), ("a🏽", 3), ("👩👧", 4),
    ("x\u{200D}y", 2), ("\u{200B}", 0), ("\u{7}", 0), ("a\nb", 2), ("क्षि", 2), ("“…”", 3),
  ]

  @Test(arguments: widths)
  func isCountedInColumns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  static let broken: [(bytes: [UInt8], width: Int)] = [
    ([0xFF], 1), ([0x80, 0x80], 2), ([0xC3], 1), ([0xE4, 0xB8], 1), ([0x61, 0xE4, 0xB8, 0x62], 3),
    ([0xED, 0xA0, 0x80], 3), ([0xC0, 0xAF], 2), ([0xF4, 0x90, 0x80, 0x80], 4),
    ([0xF0, 0x9F, 0x98], 1),
  ]

  @Test(arguments: broken)
  func countsOneForEachReplacementCharacter(bytes: [UInt8], width: Int) {
    #expect(bytes.withUnsafeBufferPointer { DisplayWidth.of($0) } == width)
    #expect(DisplayWidth.of(String(decoding: bytes, as: UTF8.self)) == width)
  }

  static let prefixes: [(text: String, columns: Int, kept: String)] = [
    ("claims", 0, ""), ("claims", 3, "cla"), ("claims", 6, "claims"), ("claims", 9, "claims"),
    ("中文", 1, ""), ("中文", 3, "中"), ("中文", 4, "中文"), ("ae\u{301}b", 2, "ae\u{301}"),
    ("ae\u{301}b", 1, "a"), ("👩‍👩‍👧‍👦!", 1, ""), ("👩‍👩‍👧‍👦!", 2, "👩‍👩‍👧‍👦"), ("1️⃣", 1, ""), ("🇫🇷🇩🇪", 3, "🇫🇷"),
    ("ab中", 3, "ab"), ("claims", -1, ""),
  ]

  @Test(arguments: prefixes)
  func cutsBetweenWhatIsDrawnAsOne(text: String, columns: Int, kept: String) {
    let found = Array(text.utf8).withUnsafeBufferPointer {
      DisplayWidth.prefix(of: $0, fitting: columns)
    }
    #expect(found.bytes == kept.utf8.count)
    #expect(found.width == DisplayWidth.of(kept))
  }

  /// For assigned characters that are neither controls nor for private use.
  @Test(.enabled(if: Reference.exists, "shared/data/wcwidth/widths_runs.tsv is not here"))
  func agreesWithWcwidth() throws {
    let reference = try Reference()
    var count = 0
    var unlike: [String] = []
    for (range, width) in reference.runs {
      for case let scalar? in range.map({ Unicode.Scalar($0) }) where Self.isCompared(scalar) {
        count += 1
        let found = DisplayWidth.of(String(Character(scalar)))
        if found != width { unlike.append(String(scalar.value, radix: 16) + " is \(found)") }
      }
    }
    print("display width: \(count - unlike.count) of \(count) alike")
    #expect(count > 140_000)
    #expect(Double(unlike.count) < 0.001 * Double(count), "\(unlike)")
  }

  private static func isCompared(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .unassigned, .control, .privateUse, .surrogate: false
    default: true
    }
  }
}

/// The widths of Python's wcwidth, by runs of scalars.
private struct Reference {
  private static var path: String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared/data/wcwidth/widths_runs.tsv"
  }

  static var exists: Bool { access(path, R_OK) == 0 }

  private(set) var runs: [(scalars: ClosedRange<UInt32>, width: Int)] = []

  init() throws {
    let file = try #require(fopen(Self.path, "r"))
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 200)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
      let fields = String(decoding: bytes, as: UTF8.self).split(separator: "\t")
      guard fields.count == 3, let first = UInt32(fields[0], radix: 16),
        let last = UInt32(fields[1], radix: 16), let width = Int(fields[2])
      else { continue }
      runs.append((first...last, width))
    }
  }
}
