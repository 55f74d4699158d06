/// The tags of HTML or XML, one after the other, as the bytes have them; no tree is made.
struct TagScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var place: Int
  /// What the last tag was.
  private(set) var isEnd = false
  /// Whether the last tag ends itself, as `<item/>`.
  private(set) var isSelfClosing = false
  /// The name of the last tag.
  private(set) var name = 0..<0
  /// Names and values of the last tag, a value without its quotes.
  private(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  /// How many attributes the last tag had.
  private(set) var attributeCount = 0
  /// Whether attributes are noted.
  private let keepsAttributes: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int = 0, keepsAttributes: Bool = false) {
    (self.bytes, self.place, self.keepsAttributes) = (bytes, place, keepsAttributes)
  }

  /// Goes behind the next tag; `false` if there is none.
  mutating func next() -> Bool {
    while place + 1 < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      let second = bytes[place + 1]
      if second == UInt8(ascii: "!") {
        skipDeclaration()
      } else if second == UInt8(ascii: "?") {
        skip(to: UInt8(ascii: ">"), from: place + 2)
      } else if isLetter(second) {
        readTag(from: place + 1, isEnd: false)
        return true
      } else if second == UInt8(ascii: "/"), place + 2 < bytes.count, isLetter(bytes[place + 2]) {
        readTag(from: place + 2, isEnd: true)
        return true
      } else {
        place += 1
      }
    }
    place = bytes.count
    return false
  }

  /// Goes to the end tag of an element that holds no tags, as `script`.
  mutating func skipContent(of name: Range<Int>) {
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "<"), bytes[place + 1] == UInt8(ascii: "/"),
        place + 2 + name.count <= bytes.count,
        (0..<name.count).allSatisfy({
          bytes[place + 2 + $0] | 0x20 == bytes[name.lowerBound + $0] | 0x20
        })
      {
        return
      }
      place += 1
    }
    place = bytes.count
  }

  /// The text of a stretch.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private mutating func skipDeclaration() {
    guard place + 3 < bytes.count, bytes[place + 2] == UInt8(ascii: "-"),
      bytes[place + 3] == UInt8(ascii: "-")
    else { return skip(to: UInt8(ascii: ">"), from: place + 2) }
    var index = place + 4
    // `<!-->` is whole.
    if index < bytes.count, bytes[index] == UInt8(ascii: ">") { index -= 2 }
    while index + 2 < bytes.count {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-"),
        bytes[index + 2] == UInt8(ascii: ">")
      {
        place = index + 3
        return
      }
      index += 1
    }
    place = bytes.count
  }

  private mutating func skip(to byte: UInt8, from start: Int) {
    place = start
    while place < bytes.count, bytes[place] != byte { place += 1 }
    place = min(place + 1, bytes.count)
  }

  private mutating func readTag(from start: Int, isEnd: Bool) {
    (self.isEnd, isSelfClosing, attributeCount) = (isEnd, false, 0)
    attributes.removeAll(keepingCapacity: true)
    place = start
    while place < bytes.count, !isSeparator(bytes[place]), bytes[place] != UInt8(ascii: ">") {
      place += 1
    }
    name = start..<place
    while place < bytes.count {
      while place < bytes.count, isSeparator(bytes[place]) {
        isSelfClosing = bytes[place] == UInt8(ascii: "/")
        place += 1
      }
      guard place < bytes.count else { return }
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        return
      }
      isSelfClosing = false
      readAttribute()
    }
  }

  private mutating func readAttribute() {
    let start = place
    place += 1
    while place < bytes.count, !isSeparator(bytes[place]),
      bytes[place] != UInt8(ascii: "="), bytes[place] != UInt8(ascii: ">")
    { place += 1 }
    let name = start..<place
    var value = place..<place
    attributeCount += 1
    var index = place
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
      index += 1
      while index < bytes.count, isSpace(bytes[index]) { index += 1 }
      place = index
      if place < bytes.count, bytes[place] == 0x22 || bytes[place] == 0x27 {
        let quote = bytes[place]
        place += 1
        let first = place
        while place < bytes.count, bytes[place] != quote { place += 1 }
        value = first..<place
        place = min(place + 1, bytes.count)
      } else {
        while place < bytes.count, !isSpace(bytes[place]), bytes[place] != UInt8(ascii: ">") {
          place += 1
        }
        value = index..<place
      }
    }
    if keepsAttributes { attributes.append((name, value)) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
  private func isSeparator(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: "/") }
}
