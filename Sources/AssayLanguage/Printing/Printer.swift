import AssayModel
import AssayText

/// Syntax trees to text: the one form in which a program is shown and formatted.
///
/// A query stands on one line, a record with a field on each. Reading what was printed gives the
/// same tree, places aside, and printing that gives the same text.
package struct Printer {
  var text = ""

  /// A statement, without a newline at its end.
  package static func text(of statement: Statement) -> String {
    var printer = Printer()
    printer.print(statement)
    return printer.text
  }

  /// A query on one line.
  package static func text(of query: Query) -> String {
    var printer = Printer()
    printer.print(query)
    return printer.text
  }

  /// A stage on one line, without the `|` before it.
  package static func text(of stage: StageCall) -> String {
    var printer = Printer()
    printer.print(stage)
    return printer.text
  }

  /// An expression on one line, with the parentheses that it needs.
  package static func text(of expression: Expression) -> String {
    var printer = Printer()
    printer.print(expression)
    return printer.text
  }

  /// A text in quotes, on one line.
  package static func quoted(_ words: String) -> String {
    var quoted = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value:
        quoted += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private mutating func print(_ statement: Statement) {
    switch statement {
    case .edition(let number, _): text += "edition \(number)"
    case .query(let query): print(query)
    case .explain(let query, _):
      text += "explain "
      print(query)
    case .letQuery(let name, let query):
      text += "let \(name.text) = "
      print(query)
    case .letValue(let name, let value):
      text += "let $\(name.text) = "
      print(value)
    case .def(let name, let parameters, let query):
      let names = parameters.map { Self.parameter($0) }.joined(separator: ", ")
      text += "def \(name.text)(\(names)) = "
      print(query)
    case .param(let name, let type, let value):
      text += "param \(Self.parameter(name)): \(type.text)"
      if let value {
        text += " = "
        print(value)
      }
    case .expect(let condition, let message, _):
      text += "expect "
      print(condition)
      if let message { text += ", " + Self.quoted(message) }
    case .declaration(let record): print(record)
    case .use(let pattern, _): text += "use " + Self.quoted(pattern)
    case .corpus(let header): print(header)
    case .command(let name, let arguments, _):
      text += ([name.text] + arguments.map { Self.argument($0.text) }).joined(separator: " ")
    }
  }

  /// A name that may be written with or without `$`: without, where it is a word.
  private static func parameter(_ name: Name) -> String {
    token(name.text) == .word ? name.text : "$" + name.text
  }

  /// A word of a command, in quotes where it would not be read as one.
  private static func argument(_ words: String) -> String {
    switch token(words) {
    case nil, .text, .newline, .semicolon, .invalid, .pipe, .comma, .equal: quoted(words)
    default: words
    }
  }

  /// What the words are to the lexer, if they are one token.
  static func token(_ words: String) -> Token.Kind? {
    var lexer = Lexer(SourceText(name: "", words))
    let token = lexer.next()
    return token.start == 0 && token.end == words.utf8.count && !words.isEmpty ? token.kind : nil
  }
}
