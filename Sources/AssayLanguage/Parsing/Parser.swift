import AssayModel
import AssayText

/// Program text to statements.
///
/// A statement with a fault is left out and the next one is read, so that all faults of a text are
/// reported together.
package struct Parser {
  let grammar: Grammar
  var cursor: TokenCursor
  /// How deep the place at hand lies in parentheses.
  var depth = 0
  /// Whether `within sentence` and `within paragraph` end an expression.
  var endsAtReach = false
  /// How many operators the expression at hand has so far, all in one another.
  var operators = 0
  /// Whether the statement at hand is known to lack the end of a parenthesis.
  private var isInsideUnclosed = false
  /// What was wrong so far.
  private var faults: [Diagnostic]
  /// The statements of which a stage could not be read, each with how many whole statements stand
  /// before it: what can be read of them may have faults of its own.
  package private(set) var partial: [(place: Int, statement: Statement)] = []
  /// Where the statements stand that could be read, in their order.
  package private(set) var spans: [Span] = []
  /// Whether a statement could not be read at all, so that nobody knows what it would have named.
  package private(set) var leavesOutStatements = false
  /// A place up to which the lines are counted, so that none is counted twice.
  private var counted = (offset: 0, line: 1)
  /// How deep parentheses may be nested.
  static let deepest = 200
  /// How many operators an expression may have, and how many stages a query: what is made of them
  /// is a tree, and whoever walks it must not run out of stack.
  static let longest = 400

  /// - Throws: bytes that are no text; what the lexer finds is thrown by ``program()``.
  package init(_ source: SourceText, grammar: Grammar) throws(Diagnostics) {
    if let fault = source.encodingFault() { throw Diagnostics([fault.located(in: source)]) }
    self.grammar = grammar
    var lexer = Lexer(source)
    var tokens: [Token] = []
    repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .endOfText
    faults = lexer.faults
    cursor = TokenCursor(tokens, in: source)
  }

  /// All statements of the text.
  ///
  /// - Throws: every fault that the text has, in its order.
  package mutating func program() throws(Diagnostics) -> [Statement] {
    let (statements, faults) = statementsAndFaults()
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return statements
  }

  /// The statements that could be read, and the faults of the others in the order of the text.
  package mutating func statementsAndFaults() -> (
    statements: [Statement], faults: [Diagnostic]
  ) {
    var statements: [Statement] = []
    while true {
      while cursor.take(.newline) || cursor.take(.semicolon) {}
      if cursor.current.kind == .endOfText { break }
      (depth, operators, isInsideUnclosed) = (0, 0, false)
      let start = cursor.current.start
      if beginsDeclaration {
        if let statement = declaration() {
          statements.append(statement)
          spans.append(Span(start, cursor.previousEnd))
        }
        continue
      }
      let before = faults.count
      do throws(Diagnostic) {
        let statement = try statement()
        guard cursor.isAtEndOfStatement else {
          throw cursor.unexpected("`|` or the end of the line")
        }
        if faults.count == before {
          statements.append(statement)
          spans.append(Span(start, cursor.previousEnd))
        } else {
          partial.append((statements.count, statement))
        }
      } catch {
        report(error)
        leavesOutStatements = true
        skipStatement()
      }
    }
    return (statements, Diagnostics(inOrder()).located(in: cursor.source).all)
  }

  /// Keeps a fault; of an unreadable token the lexer has spoken, and one parenthesis that is never
  /// closed leaves those around it open.
  ///
  /// - Returns: the fault that is told.
  @discardableResult
  mutating func report(_ fault: Diagnostic) -> Diagnostic {
    let isRepeated = fault.code == .unclosed && isInsideUnclosed
    if fault.code == .unclosed || fault.code == .tooDeep { isInsideUnclosed = true }
    if isRepeated || cursor.isAboutUnreadable(fault) {
      return faults.last { $0.span?.start == fault.span?.start } ?? faults.last ?? fault
    }
    faults.append(fault)
    return fault
  }

  /// The faults in the order of the text. Of a declaration the lexer has spoken twice.
  private func inOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let once = faults.filter { seen.insert($0).inserted }
    return once.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }

  private mutating func skipStatement() {
    var braces = 0
    while cursor.current.kind != .endOfText {
      switch cursor.current.kind {
      case .openBrace: braces += 1
      case .closeBrace: braces -= 1
      case .newline, .semicolon: if braces <= 0 { return }
      default: break
      }
      cursor.advance()
    }
  }

  var beginsDeclaration: Bool {
    // `claim @source` is a command: a declaration has its id without the sign.
    if cursor.following.kind == .reference,
      grammar.commands.contains(cursor.text(cursor.current))
    {
      return false
    }
    return cursor.isWord("use") || cursor.isWord("corpus")
      || RecordSpec.kinds.contains { cursor.isWord($0.word) }
  }

  /// A record, read by the parser of corpus text from the same place; `nil` if it has a fault.
  private mutating func declaration() -> Statement? {
    let start = cursor.current.start
    counted.line += cursor.source.bytes[counted.offset..<start].count { $0 == UInt8(ascii: "\n") }
    counted.offset = start
    var parser = RecordParser(cursor.source, from: start, line: counted.line)
    let item = parser.readItem()
    faults += parser.faults
    while cursor.current.start < parser.offset, cursor.current.kind != .endOfText {
      cursor.advance()
    }
    switch item {
    case .record(let record): return .declaration(record)
    case .use(let pattern, let span): return .use(pattern: pattern, span)
    case .corpus(let header): return .corpus(header)
    case .faulty, nil: return nil
    }
  }
}

extension Parser {
  /// The text as one expression, for a value that is given from outside.
  package mutating func wholeExpression() throws(Diagnostics) -> Expression {
    do throws(Diagnostic) {
      let value = try expression()
      guard cursor.current.kind == .endOfText else { throw cursor.unexpected("the end") }
      if faults.isEmpty { return value }
    } catch {
      report(error)
    }
    throw Diagnostics(inOrder()).located(in: cursor.source)
  }

  /// The text as one query, for a completion that has to know its columns.
  package mutating func wholeQuery() throws(Diagnostic) -> Query {
    let query = try query()
    if let fault = inOrder().first { throw fault }
    return query
  }
}
