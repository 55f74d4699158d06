import AssayLanguage
import AssayModel
import AssayText

/// A tree with every parenthesis and without places, so that two can be compared.
enum Shape {
  static func of(_ statements: [Statement]) -> String {
    statements.map { of($0) }.joined(separator: "\n")
  }

  static func of(_ statement: Statement) -> String {
    switch statement {
    case .edition(let number, _): "edition \(number)"
    case .query(let query): of(query)
    case .explain(let query, _): "explain \(of(query))"
    case .letQuery(let name, let query): "let \(name.text) \(of(query))"
    case .letValue(let name, let value): "let $\(name.text) \(of(value))"
    case .def(let name, let parameters, let query):
      "def \(name.text) \(parameters.map(\.text)) \(of(query))"
    case .param(let name, let type, let value):
      "param \(name.text) \(type.text) \(value.map { of($0) } ?? "-")"
    case .expect(let condition, let message, _):
      "expect \(of(condition)) \(message.debugDescription)"
    case .declaration(let record): of(record)
    case .use(let pattern, _): "use \(pattern.debugDescription)"
    case .corpus(let header):
      "corpus \(header.id.id) \(header.title.debugDescription) \(header.note.debugDescription)"
    case .command(let name, let arguments, _): "\(name.text)! \(arguments.map(\.text))"
    }
  }

  static func of(_ query: Query) -> String {
    var shape: String
    switch query.source {
    case .name(let name): shape = "[" + name.text
    case .call(let name, let arguments):
      shape = "[\(name.text)" + of(arguments)
    case .query(let inner): shape = "[" + of(inner)
    case .it: shape = "[it!"
    }
    for stage in query.stages {
      shape += " | \(stage.name.text) \(stage.form) \(of(stage.items)) by \(of(stage.keys))"
    }
    return shape + "]"
  }

  private static func of(_ items: [StageItem]) -> String {
    let shapes = items.map {
      "\(of($0.expression)) as \($0.alias?.text ?? "-") \($0.isDescending)"
    }
    return "{" + shapes.joined(separator: "; ") + "}"
  }

  private static func of(_ expressions: [Expression]) -> String {
    "{" + expressions.map { of($0) }.joined(separator: "; ") + "}"
  }

  static func of(_ expression: Expression) -> String {
    switch expression {
    case .path(let names): names.map(\.text).joined(separator: ".")
    case .reference(let name): "@" + name.text
    case .variable(let name): "$" + name.text
    case .literal(let literal, _): "\(literal)"
    case .unary(let sign, let operand, _): "(\(sign.rawValue) \(of(operand)))"
    case .binary(let sign, let left, let right): "(\(of(left)) \(sign.rawValue) \(of(right)))"
    case .membership(let value, let members, _): "(\(of(value)) in \(of(members)))"
    case .presence(let value, let isPresent, _): "(\(of(value)) present \(isPresent))"
    case .call(let name, let arguments, _): name.text + of(arguments)
    case .query(let query): of(query)
    }
  }

  private static func of(_ record: Record) -> String {
    let fields = record.fields.map { "\($0.index ?? -1) \($0.value)" }
    return withoutPlaces(
      "\(record.kind) \(record.id) \(record.header) " + fields.joined(separator: "\n"))
  }

  /// The dump of a record with the numbers of its spans taken out.
  private static func withoutPlaces(_ dump: String) -> String {
    dump.replacing(/Span\(start: \d+, end: \d+\)/, with: "")
  }
}
