import AssayModel
import AssayText

/// Finds many quotes in one document in a single pass over its bytes.
package struct QuoteFinder {
  private let document: [UInt8]

  package init(_ document: [UInt8]) { self.document = document }

  /// Where each quote stands: the byte offsets of its first two places, in order.
  ///
  /// The first eight bytes of each quote are its key; a filter of 2¹⁶ bits tells quickly that
  /// nothing begins here. Shorter quotes are looked for one by one.
  package func places(
    of quotes: [[UInt8]], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> [[Int]] {
    var places = [[Int]](repeating: [], count: quotes.count)
    var byKey: [UInt64: [Int]] = [:]
    var filter = [Bool](repeating: false, count: 1 << 16)
    for (index, quote) in quotes.enumerated() {
      guard quote.count >= 8 else {
        try monitor.check()
        places[index] = firstTwo(of: quote)
        continue
      }
      let key = quote.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
      byKey[key, default: []].append(index)
      filter[Self.slot(key)] = true
    }
    guard !byKey.isEmpty, document.count >= 8 else { return places }
    let size = document.count
    try document.withUnsafeBufferPointer { document throws(Cancelled) in
      let bytes = UnsafeRawBufferPointer(document)
      for offset in 0...(size - 8) {
        if offset & 0xF_FFFF == 0 { try monitor.check() }
        let key = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        guard filter[Self.slot(key)], let indices = byKey[key] else { continue }
        for index in indices where places[index].count < 2 {
          let quote = quotes[index]
          if offset + quote.count <= bytes.count,
            bytes[offset..<(offset + quote.count)].elementsEqual(quote)
          {
            places[index].append(offset)
          }
        }
      }
    }
    return places
  }

  private static func slot(_ key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  private func firstTwo(of quote: [UInt8]) -> [Int] {
    document.withUnsafeBufferPointer { document in
      quote.withUnsafeBufferPointer { quote in
        guard let first = ByteSearch.first(quote, in: document) else { return [] }
        let second = ByteSearch.first(quote, in: document, from: first + 1)
        return [first] + (second.map { [$0] } ?? [])
      }
    }
  }

  /// Why a quote that is missing may be meant for something that is there: the same words with
  /// other quotation marks, dashes or spaces, or in another case.
  func hint(forMissing quote: String) -> String {
    if quote.isEmpty { return "the quote is empty" }
    let plainDocument = Self.plain(String(decoding: document, as: UTF8.self))
    let plainQuote = Self.plain(quote)
    if plainDocument.contains(plainQuote) {
      return "it is there with other quotation marks, dashes or spaces: copy it from the document"
    }
    if plainDocument.lowercased().contains(plainQuote.lowercased()) {
      return "it is there in other case: copy it from the document"
    }
    let words = plainQuote.split(separator: " ")
    var kept = words.count - 1
    while kept >= 2 {
      let part = words.prefix(kept).joined(separator: " ")
      if plainDocument.contains(part) { return "the document has it up to “\(part)”" }
      kept -= 1
    }
    return "a quote repeats the document's bytes exactly"
  }

  /// Typographic marks made plain, white space made single.
  private static func plain(_ text: String) -> String {
    var plain = ""
    var isAfterSpace = false
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      defer { isAfterSpace = isSpace }
      switch scalar {
      case _ where isSpace: if !isAfterSpace { plain += " " }
      case "\u{2018}", "\u{2019}", "\u{201B}": plain += "'"
      case "\u{201C}", "\u{201D}", "\u{00AB}", "\u{00BB}": plain += "\""
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}": plain += "-"
      case "\u{2026}": plain += "..."
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
