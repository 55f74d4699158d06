import AssayAnalysis
import AssayText
import Glibc
import Testing

/// Five real books, read by machine, of which the first two are editions of one; they lie beside
/// the project when they are there at all.
@Suite(.enabled(if: Books.areThere)) struct CopiesBooksTests {
  @Test func findsTheEditionsOfOneBook() throws {
    var finder = CopyFinder()
    var units: [[UInt8]] = []
    for (document, name) in Books.names.enumerated() {
      for unit in Books.paragraphs(of: name) {
        unit.withUnsafeBufferPointer { finder.add($0, document: Int32(document)) }
        units.append(unit)
      }
    }
    let matches = try finder.matches()
    #expect(matches.count > 400)
    for overlap in try finder.overlaps(of: matches) {
      let isOfOneBook = (overlap.first, overlap.second) == (0, 1)
      #expect(min(overlap.firstShare, overlap.secondShare) > 0.8 || !isOfOneBook)
      #expect(max(overlap.firstShare, overlap.secondShare) < 0.01 || isOfOneBook)
    }
    for match in matches {
      for span in match.spans {
        let first = String(
          decoding: units[match.first][span.first.start..<span.first.end], as: UTF8.self)
        let second = String(
          decoding: units[match.second][span.second.start..<span.second.end], as: UTF8.self)
        #expect(WordFolding.words(of: first) == WordFolding.words(of: second))
      }
    }
  }
}

private enum Books {
  static let names = [
    "remember00palm", "remembermeorholy00palm", "calltounconv00baxt", "gospeltruth00whit",
    "thoughtsonpopery00nevi",
  ]

  static var areThere: Bool { names.allSatisfy { access(path(of: $0), R_OK) == 0 } }

  /// The path from the folder of the package, found from this file.
  private static func path(of name: String) -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared/data/textreuse/\(name).txt"
  }

  /// What stands between blank lines.
  static func paragraphs(of name: String) -> [[UInt8]] {
    guard let file = fopen(path(of: name), "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    var paragraphs: [[UInt8]] = [[]]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 <= 0x20 }) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1] += line + [0x0A]
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}
