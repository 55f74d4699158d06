import Glibc

/// Paragraphs with the spans of their sentences, as one object of JSON a line.
enum Treebank {
  struct Paragraph {
    let text: [UInt8]
    /// In bytes.
    let spans: [Range<Int>]
  }

  private static let path: String = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared/data/sentences/ewt-dev.jsonl"
  }()

  static var exists: Bool { access(path, R_OK) == 0 }

  static func paragraphs() -> [Paragraph] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap(paragraph)
  }

  /// Reads `{"doc": "…", "text": "…", "spans": [[0, 5], …]}`; spans count scalars.
  private static func paragraph(_ line: Substring) -> Paragraph? {
    guard let mark = line.firstRange(of: "\"text\": \""),
      let end = line.firstRange(of: "\", \"spans\": ")
    else { return nil }
    let scalars = unescaped(line[mark.upperBound..<end.lowerBound])
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    let numbers = line[end.upperBound...].split { !$0.isNumber }.compactMap { Int($0) }
    let spans = stride(from: 0, to: numbers.count - 1, by: 2).map {
      offsets[numbers[$0]]..<offsets[numbers[$0 + 1]]
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Paragraph(text: Array(String(text).utf8), spans: spans)
  }

  private static func unescaped(_ words: Substring) -> [Unicode.Scalar] {
    var units: [UInt16] = []
    var rest = Array(words.utf16)[...]
    while let unit = rest.popFirst() {
      guard unit == 0x5C, let escaped = rest.popFirst() else {
        units.append(unit)
        continue
      }
      switch Unicode.Scalar(escaped) {
      case "u":
        let digits = String(decoding: rest.prefix(4), as: UTF16.self)
        units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
        rest = rest.dropFirst(4)
      case "n": units.append(0x0A)
      case "t": units.append(0x09)
      default: units.append(escaped)
      }
    }
    return Array(String(decoding: units, as: UTF16.self).unicodeScalars)
  }
}

/// A small generator of numbers that a seed repeats.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
