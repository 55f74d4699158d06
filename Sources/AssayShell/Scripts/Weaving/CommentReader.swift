import AssayLanguage
import AssayText

/// Reads the prose in the comments of a script, and the programs between them.
struct CommentReader {
  private let bytes: [UInt8]
  /// The statements in their order; what stands in one of them is no prose.
  private var statements: ArraySlice<(statement: Statement, span: Span)> = []
  private var found: [LiterateScript.Piece] = []
  private var prose: ScriptProse?
  /// Where the program at hand begins; `nil` in prose.
  private var programStart: Int?

  init(_ script: SourceText, _ grammar: Grammar) {
    bytes = script.bytes
    // What cannot be read is told when the program is bound.
    guard var parser = try? Parser(script, grammar: grammar) else { return }
    let whole = parser.statementsAndFaults().statements
    statements = zip(whole, parser.spans).map { ($0, $1) }[...]
  }

  /// Prose and programs in their order.
  mutating func pieces() -> [LiterateScript.Piece] {
    var spans = statements.map(\.span)[...]
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      while let span = spans.first, span.end <= start { spans.removeFirst() }
      let isInside = spans.first.map { $0.start < start } ?? false
      take(isInside ? .program : Line(bytes[start..<end], isFirst: start == 0), at: start)
      start = end + 1
    }
    endProse()
    endProgram(at: bytes.count)
    return found
  }

  /// What a line is.
  private enum Line {
    case blank, program, shebang
    /// The words of a comment, and where they stand.
    case comment(ArraySlice<UInt8>)

    init(_ line: ArraySlice<UInt8>, isFirst: Bool) {
      let inner = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      let words = inner.drop { $0 == UInt8(ascii: "#") }
      let marks = words.startIndex - inner.startIndex
      guard marks > 0 else {
        self = inner.isEmpty || inner.elementsEqual([UInt8(ascii: "\r")]) ? .blank : .program
        return
      }
      if isFirst, words.first == UInt8(ascii: "!") {
        self = .shebang
      } else if marks == 1, words.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == 0x0D }) {
        self = .comment(words.suffix(0))
      } else if words.first == UInt8(ascii: " ") {
        self = .comment(marks == 1 ? words.dropFirst() : inner)
      } else {
        self = .program
      }
    }
  }

  private mutating func take(_ line: Line, at start: Int) {
    switch line {
    case .shebang: break
    case .blank: prose?.append("\n", at: start)
    case .program:
      endProse()
      programStart = programStart ?? start
    case .comment(let words):
      endProgram(at: start)
      var prose = prose ?? ScriptProse()
      prose.append(String(decoding: words, as: UTF8.self) + "\n", at: words.startIndex)
      self.prose = prose
    }
  }

  private mutating func endProse() {
    if let prose, !prose.isBlank { found.append(.prose(prose)) }
    prose = nil
  }

  private mutating func endProgram(at end: Int) {
    guard let start = programStart else { return }
    programStart = nil
    var own: [Statement] = []
    while let next = statements.first, next.span.start < end {
      own.append(next.statement)
      statements.removeFirst()
    }
    // A program without statements is what somebody has put out of use.
    guard !own.isEmpty else { return }
    let isEdition = own.allSatisfy { if case .edition = $0 { true } else { false } }
    let text = String(decoding: bytes[start..<end], as: UTF8.self).withoutBlankEnds
    found.append(.program(text: isEdition ? nil : text, end: end))
  }
}
