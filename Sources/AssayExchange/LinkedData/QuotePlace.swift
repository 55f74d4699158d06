import AssayText

/// Where a quote stands in its document, as selectors of Web Annotation say it.
struct QuotePlace {
  /// In Unicode code points from the beginning of the text.
  let start: Int
  let end: Int
  /// Some words before and behind.
  let prefix: String
  let suffix: String

  /// How many bytes before and behind are looked at.
  private static let reach = 40

  /// - Returns: `nil` where the document does not hold the quote.
  init?(_ quote: String, in document: [UInt8]) {
    let needle = Array(quote.utf8)
    let found = document.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes) }
    }
    guard let found else { return nil }
    start = Self.scalars(document[..<found])
    end = start + Self.scalars(needle[...])
    var from = max(0, found - Self.reach)
    while from < found, document[from] & 0xC0 == 0x80 { from += 1 }
    let behind = found + needle.count
    var to = min(document.count, behind + Self.reach)
    while to > behind, to < document.count, document[to] & 0xC0 == 0x80 { to -= 1 }
    prefix = String(decoding: document[from..<found], as: UTF8.self)
    suffix = String(decoding: document[behind..<to], as: UTF8.self)
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
