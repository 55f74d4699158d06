extension Printer {
  mutating func print(_ query: Query) {
    switch query.source {
    case .name(let name): text += name.text
    case .call(let name, let arguments):
      text += name.text
      printList(arguments)
    case .query(let inner):
      text += "("
      print(inner)
      text += ")"
    case .it: text += "it"
    }
    for stage in query.stages {
      text += " | "
      print(stage)
    }
  }

  mutating func print(_ stage: StageCall) {
    text += stage.name.text
    for (index, item) in stage.items.enumerated() {
      let isSpaced = stage.form == .arguments || stage.form == .argumentsByKeys
      text += index == 0 || isSpaced ? " " : ", "
      print(item, in: stage.form)
    }
    for (index, key) in stage.keys.enumerated() {
      text += index == 0 ? " by " : ", "
      print(key, in: .columns)
    }
  }

  private mutating func print(_ item: StageItem, in form: StageForm) {
    let isAssigned = form == .assignments || form == .assignmentsByKeys
    if isAssigned, let alias = item.alias {
      text += alias.text + " = "
      print(item.expression)
      return
    }
    if item.isDescending { text += "-" }
    // What would be read as the name of the column, or as a descending key.
    let isAmbiguous =
      isAssigned && item.expression.beginsLikeAssignment
      || form == .sortKeys && !item.isDescending && item.expression.beginsWithMinus
    var isQuery = false
    if case .query = item.expression { isQuery = true }
    print(item.expression, inParentheses: isAmbiguous || isQuery)
    if let alias = item.alias { text += " as " + alias.text }
  }
}

extension Expression {
  /// The operand that is written first, if the expression does not begin with its operator.
  private var leftmost: Expression? {
    switch self {
    case .binary(_, let left, _), .membership(let left, _, _), .presence(let left, _, _): left
    default: nil
    }
  }

  /// Whether it begins `name =`.
  fileprivate var beginsLikeAssignment: Bool {
    var expression = self
    while let left = expression.leftmost {
      if case .binary(.equal, .path(let names), _) = expression, names.count == 1 { return true }
      expression = left
    }
    return false
  }

  fileprivate var beginsWithMinus: Bool {
    var expression = self
    while let left = expression.leftmost { expression = left }
    if case .unary(.minus, _, _) = expression { return true }
    return false
  }
}
