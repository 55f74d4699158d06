import AssayText

/// What a page says of its own encoding, before anything else of it can be read.
enum PageEncoding {
  /// The charset of `<meta charset>`, of `<meta http-equiv=Content-Type>`, or of an XML declaration,
  /// within the first bytes, as browsers look for it.
  static func declared(in bytes: ArraySlice<UInt8>) -> Charset? {
    let head = bytes.prefix(4096).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return head.withUnsafeBufferPointer { head in
      value(of: "encoding", in: head, before: "?>") ?? value(of: "charset", in: head, before: nil)
    }
  }

  private static func value(
    of name: String, in head: UnsafeBufferPointer<UInt8>, before mark: String?
  ) -> Charset? {
    func find(_ words: String, from start: Int = 0) -> Int? {
      Array(words.utf8).withUnsafeBufferPointer { ByteSearch.first($0, in: head, from: start) }
    }
    var end = head.count
    if let mark {
      guard find("<?xml") == 0, let found = find(mark) else { return nil }
      end = found
    }
    var start = 0
    while let found = find(name, from: start), found < end {
      start = found + name.utf8.count
      var index = start
      while index < end, head[index] == 0x20 { index += 1 }
      guard index < end, head[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < end, [0x20, 0x22, 0x27].contains(head[index]) { index += 1 }
      let first = index
      while index < end, head[index] > 0x20, !"\"'>;/?".utf8.contains(head[index]) { index += 1 }
      let label = String(
        decoding: UnsafeBufferPointer(rebasing: head[first..<index]), as: UTF8.self)
      if let charset = Charset(label: label) { return charset }
    }
    return nil
  }
}
