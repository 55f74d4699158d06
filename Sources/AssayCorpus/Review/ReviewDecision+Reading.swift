import AssayText

extension ReviewDecision {
  /// The decision on a line of a file.
  ///
  /// - Parameter start: where the line begins in its file.
  /// - Throws: `badReview` with the place of the fault.
  package init(line: [UInt8], at start: Int) throws(Diagnostic) {
    var words = try Words(line, at: start)
    let verdict = try words.next("`rejected`, `skipped` or `accepted`") { Verdict(rawValue: $0) }
    let range = try words.next("a range of bytes such as `120..244`") { Self.range($0) }
    let digest = try words.next("the eight digits of a digest") { word in
      let isDigest = word.utf8.count == 8 && word.allSatisfy { $0.isHexDigit && !$0.isUppercase }
      return isDigest ? word : nil
    }
    let reason = words.takeText()
    var parts: [String: String] = [:]
    while let name = words.take() {
      let isKnown = ["as", "by", "of"].contains(name.text) && parts[name.text] == nil
      guard isKnown else {
        throw words.fault(at: name.span, "`as`, `by` or `of` should stand here")
      }
      let value = words.takeText()
      let bare = value == nil ? words.take()?.text : nil
      let word = value ?? bare.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
      guard let word, !word.isEmpty else {
        throw words.fault(at: name.span, "a name should follow `\(name.text)`")
      }
      parts[name.text] = word
    }
    guard verdict == .rejected || reason == nil else {
      throw words.fault(at: nil, "only a rejection has a reason")
    }
    guard (verdict == .accepted) == (parts["as"] != nil) else {
      throw words.fault(at: nil, "`as @claim` belongs to `accepted`, and only to that")
    }
    self.init(
      verdict, range, digest: digest, reason: reason, claim: parts["as"], coder: parts["by"],
      proposal: parts["of"])
  }

  /// The bytes of `120..244`.
  private static func range(_ word: String) -> Range<Int>? {
    let ends = word.split(separator: ".", omittingEmptySubsequences: false)
    guard ends.count == 3, ends[1].isEmpty, let start = Int(ends[0]), let end = Int(ends[2]),
      start >= 0, start < end
    else { return nil }
    return start..<end
  }

  /// The words of a line, and texts in quotes.
  private struct Words {
    private struct Word {
      let text: String
      let isText: Bool
      let span: Span
    }

    private var words: ArraySlice<Word> = []
    private let whole: Span

    init(_ line: [UInt8], at start: Int) throws(Diagnostic) {
      whole = Span(start, start + line.count)
      guard String(validating: line, as: UTF8.self) != nil else {
        throw Diagnostic(.badReview, at: whole, "this is no UTF-8")
      }
      var place = 0
      var found: [Word] = []
      while place < line.count {
        if line[place] == 0x20 || line[place] == 0x09 {
          place += 1
          continue
        }
        let first = place
        let isText = line[place] == UInt8(ascii: "\"")
        var bytes: [UInt8] = []
        if isText {
          place += 1
          while place < line.count, line[place] != UInt8(ascii: "\"") {
            if line[place] == UInt8(ascii: "\\"), place + 1 < line.count { place += 1 }
            bytes.append(line[place])
            place += 1
          }
          guard place < line.count else {
            throw Diagnostic(.badReview, at: Span(start + first, whole.end), "a text has no end")
          }
          place += 1
        } else {
          while place < line.count, line[place] != 0x20, line[place] != 0x09 {
            bytes.append(line[place])
            place += 1
          }
        }
        found.append(
          Word(
            text: String(decoding: bytes, as: UTF8.self), isText: isText,
            span: Span(start + first, start + place)))
      }
      words = found[...]
    }

    /// The next word, read by `read`.
    mutating func next<Value>(
      _ expected: String, _ read: (String) -> Value?
    ) throws(Diagnostic) -> Value {
      let word = words.popFirst()
      guard let word, !word.isText, let value = read(word.text) else {
        throw fault(at: word?.span, "\(expected) should stand here")
      }
      return value
    }

    /// The next word, if there is one that is no text.
    mutating func take() -> (text: String, span: Span)? {
      guard let word = words.first else { return nil }
      words.removeFirst()
      return (word.isText ? "" : word.text, word.span)
    }

    /// The next text, if one stands here.
    mutating func takeText() -> String? {
      guard let word = words.first, word.isText else { return nil }
      words.removeFirst()
      return word.text
    }

    func fault(at span: Span?, _ message: String) -> Diagnostic {
      Diagnostic(.badReview, at: span ?? whole, message)
    }
  }
}
