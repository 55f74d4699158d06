import AssayModel
import AssayText

/// Corpus text to records, one at a time, so that a file of a million claims needs the memory of
/// one.
///
/// The faults of a record are kept, and reading goes on behind it.
package struct RecordParser {
  var lexer: Lexer
  /// What was wrong so far, in order.
  package private(set) var faults: [Diagnostic] = []
  /// The byte behind the last item that was given.
  package private(set) var endOfLastItem = 0
  /// The tokens of the field or header at hand.
  var cursor: TokenCursor
  /// The id of the record at hand, once it is read.
  var id: Reference?
  /// The fields that the record at hand has, readable or not, by their places in the spec.
  var seen: [Int] = []
  private var token: Token
  /// Whether what the cursor holds has a `|` in it, which no record has.
  private var hasPipe = false
  /// The byte where reading goes on.
  var offset: Int { token.start }

  /// What a corpus file is made of.
  package enum Item: Sendable {
    case record(Record)
    /// A record with faults: what could be read of it, so that references to it are no faults.
    case faulty(Record)
    case use(pattern: String, Span)
    case corpus(CorpusHeader)
  }

  /// - Parameters:
  ///   - offset: where to begin; a token has to begin there.
  ///   - line: the line of that place, from 1.
  package init(_ source: SourceText, from offset: Int = 0, line: Int = 1) {
    lexer = Lexer(source, from: offset, line: line)
    cursor = TokenCursor([], in: source)
    token = lexer.next()
    faults = lexer.takeFaults()
  }

  /// The next item, or `nil` at the end; a `use` or `corpus` with a fault is left out.
  package mutating func next() -> Item? {
    while true {
      while token.kind == .newline || token.kind == .semicolon { step() }
      if token.kind == .endOfText { return nil }
      if let item = readItem() { return item }
    }
  }

  private mutating func step() {
    token = lexer.next()
    // A copy of the lexer would have to copy them.
    if !lexer.faults.isEmpty { faults += lexer.takeFaults() }
  }

  /// Keeps a fault; of an unreadable token the lexer has spoken.
  private mutating func report(_ fault: Diagnostic) {
    if !cursor.isAboutUnreadable(fault) { faults.append(fault) }
  }

  /// The item at hand and the end of its line; `nil` if nothing of it can be used.
  mutating func readItem() -> Item? {
    let before = faults.count
    let start = token.start
    let line = lexer.line
    (id, seen) = (nil, [])
    if token.kind == .openBrace || token.kind == .closeBrace {
      faults.append(unexpectedToken("a declaration"))
      skipBraces()
      return nil
    }
    collect()
    let item = item(from: start, line: line)
    let end = cursor.previousEnd
    if faults.count == before, !isAtEndOfItem {
      faults.append(unexpectedToken("the end of the line"))
      while !isAtEndOfItem { step() }
    }
    endOfLastItem = end
    if faults.count == before { return item }
    guard case .record(let record)? = item, !record.id.id.isEmpty else { return nil }
    return .faulty(record)
  }

  private var isAtEndOfItem: Bool {
    token.kind == .newline || token.kind == .semicolon || token.kind == .endOfText
  }

  private func unexpectedToken(_ what: String) -> Diagnostic {
    .unexpected(token, text: cursor.text(token), expected: what)
  }

  private mutating func item(from start: Int, line: Int) -> Item? {
    var kind: RecordKind?
    do throws(Diagnostic) {
      if cursor.takeWord("use") { return try use() }
      if cursor.takeWord("corpus") { return try corpus() }
      let known = try recordKind()
      kind = known
      let head = try header(of: known, from: start, line: line)
      guard cursor.current.kind == .endOfText else { throw cursor.unexpected("`{`") }
      return body(of: head)
    } catch {
      report(error)
    }
    // The fields have faults of their own to tell; those of no known kind are stepped over.
    if let kind {
      let id = id ?? Reference("", at: Span(start, start))
      return body(
        of: Record(kind: kind, id: id, span: Span(start, start), line: line, header: .none))
    }
    _ = fields { parser throws(Diagnostic) in parser.cursor.skipAll() }
    return nil
  }

  /// Fills the cursor with the tokens up to a brace or the end of the line.
  private mutating func collect() {
    cursor.removeAll()
    hasPipe = false
    loop: while true {
      switch token.kind {
      case .endOfText, .semicolon, .newline, .closeBrace, .openBrace: break loop
      case .pipe: hasPipe = true
      default: break
      }
      cursor.append(token)
      step()
    }
    cursor.close(before: token)
  }

  /// Steps over a brace and what it encloses.
  private mutating func skipBraces() {
    var depth = 0
    repeat {
      if token.kind == .openBrace { depth += 1 }
      if token.kind == .closeBrace { depth -= 1 }
      step()
    } while depth > 0 && token.kind != .endOfText
  }

  private mutating func use() throws(Diagnostic) -> Item {
    guard cursor.current.kind == .text else { throw cursor.unexpected("a path in quotes") }
    let span = cursor.span
    let pattern = try cursor.quoted()
    guard cursor.current.kind == .endOfText else { throw cursor.unexpected("the end of the line") }
    return .use(pattern: pattern, span)
  }

  private mutating func corpus() throws(Diagnostic) -> Item? {
    let id = try cursor.id("an id for the corpus")
    guard cursor.current.kind == .endOfText else { throw cursor.unexpected("`{`") }
    var texts: [String: String] = [:]
    var rates: [CurrencyRate] = []
    let isClosed = fields { parser throws(Diagnostic) in
      let name = try parser.cursor.name("a field")
      if name.text == "rate" { return rates.append(try parser.rate(after: name)) }
      guard name.text == "title" || name.text == "note" else {
        throw .unknownField(name, of: "corpus", known: ["title", "note", "rate"])
      }
      guard texts[name.text] == nil else { throw .repeatedField(name.text, at: name.span) }
      texts[name.text] = try parser.cursor.quoted()
    }
    guard isClosed else { return nil }
    return .corpus(
      CorpusHeader(id: id, title: texts["title"], note: texts["note"], rates: rates))
  }

  /// The fields between the braces, each read by `read` from the cursor.
  ///
  /// - Returns: whether the brace, if there is one, is closed.
  private mutating func fields(
    _ read: (inout RecordParser) throws(Diagnostic) -> Void
  ) -> Bool {
    guard token.kind == .openBrace else { return true }
    let brace = Span(token.start, token.end)
    step()
    while token.kind != .closeBrace {
      if token.kind == .newline || token.kind == .semicolon {
        step()
        continue
      }
      let mark = (start: token.start, line: lexer.line, faults: faults.count)
      collect()
      if cursor.current.kind == .endOfText && token.kind == .endOfText || beginsStatement {
        faults.removeSubrange(mark.faults...)
        lexer = Lexer(cursor.source, from: mark.start, line: mark.line)
        step()
        faults.append(.unclosedRecord(at: brace))
        return false
      }
      readField(read)
    }
    cursor.removeAll()
    cursor.append(token)
    cursor.close(before: token)
    cursor.advance()
    step()
    return true
  }

  private mutating func readField(_ read: (inout RecordParser) throws(Diagnostic) -> Void) {
    if token.kind == .openBrace {
      // The field before the brace is read all the same, lest it be missed.
      do throws(Diagnostic) { try read(&self) } catch {}
      faults.append(.nestedBrace(at: Span(token.start, token.end)))
      skipBraces()
      return
    }
    do throws(Diagnostic) {
      try read(&self)
      guard cursor.current.kind == .endOfText else {
        throw cursor.unexpected("the end of the field")
      }
    } catch {
      report(error)
    }
  }

  /// The hashes of the words that begin statements and records.
  private static let beginnings =
    (Keyword.statements + RecordSpec.all.map(\.kind.word)).map { WordHash.of($0) }

  /// Whether the line in the cursor is no field, so that the brace before it must be unclosed.
  private var beginsStatement: Bool {
    guard cursor.current.kind == .word else { return false }
    if hasPipe { return true }
    let next = cursor.following.kind
    guard next != .reference, next != .endOfText, next != .equal,
      Self.beginnings.contains(cursor.hash)
    else { return false }
    let word = cursor.text(cursor.current)
    if Keyword.statements.contains(word) { return true }
    return next == .word && RecordSpec.kinds.contains { $0.word == word }
  }

  /// The record that a header began.
  private mutating func body(of head: Record) -> Item? {
    guard let spec = RecordSpec.of(head.kind) else { return nil }
    var record = head
    let isClosed = fields { parser throws(Diagnostic) in
      record.fields.append(try parser.field(of: spec))
    }
    guard isClosed else { return .record(record) }
    for (index, field) in spec.fields.enumerated()
    where field.isRequired && !seen.contains(index) && !head.id.id.isEmpty {
      faults.append(.missingField(field, in: record))
    }
    record.span = Span(head.span.start, cursor.previousEnd)
    record.textHash = cursor.source.bytes.withUnsafeBufferPointer { bytes in
      let words = bytes[record.span.start..<record.span.end]
      return Int64(bitPattern: WordHash.of(UnsafeBufferPointer(rebasing: words)))
    }
    return .record(record)
  }
}
