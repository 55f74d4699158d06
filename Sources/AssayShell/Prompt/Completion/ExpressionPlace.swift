import AssayLanguage
import AssayText

/// What may come next within the expressions of a stage.
struct ExpressionPlace {
  /// What sort of word.
  enum Next: Hashable {
    case operand
    /// An operator behind an operand, or what may follow the whole.
    case sign
    /// `(` behind `in`, `in` behind `not`, `missing` or `present` behind `is`.
    case list, membership, presence
    /// A name that the program gives.
    case name
  }

  private(set) var next = Next.operand
  /// The column with what follows it, if the last operand is one.
  private(set) var operand: String?
  /// The column on the left of the sign before the operand that comes next.
  private(set) var tested: String?
  /// The sign between the two.
  private(set) var sign: String?
  /// Whether what stands there is true or false as a whole.
  private(set) var isCondition = false
  /// Whether the keys behind `by` have begun.
  private(set) var isInKeys = false
  /// The functions and parentheses around the place, from outside; a parenthesis has no name.
  private(set) var calls: [String] = []
  /// Whether an item of a list begins here.
  private(set) var beginsItem = true
  /// Whether the last sign was one of arithmetic.
  private(set) var isComputing = false

  /// Whether `=` has given a name to the item.
  private(set) var hasName = false

  private let form: StageForm?
  private var isAfterDot = false
  private var outer: [(operand: String?, tested: String?, sign: String?)] = []

  /// - Parameters:
  ///   - pieces: what stands before, from the name of the stage on.
  ///   - form: the form of the stage; `nil` for an expression of the program.
  init(_ pieces: [CompletionContext.Piece], form: StageForm?) {
    self.form = form
    for piece in pieces { step(piece) }
  }

  private var takesKeys: Bool {
    form == .assignmentsByKeys || form == .optionalKeys || form == .arguments
      || form == .argumentsByKeys
  }

  private mutating func step(_ piece: CompletionContext.Piece) {
    let wasFirst = beginsItem
    beginsItem = false
    switch piece.kind {
    case .openParenthesis: open()
    case .closeParenthesis: close()
    case .comma:
      if sign != "in" || calls.isEmpty { clear() }
      (next, beginsItem) = (.operand, calls.isEmpty)
      if calls.isEmpty { hasName = false }
      // The message of `expect`.
      if form == nil, calls.isEmpty { next = .name }
    case .equal where givesName:
      clear()
      hasName = true
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: compare(piece.text)
    case .minus where next == .operand: beginsItem = wasFirst
    case .plus, .minus, .star, .slash:
      (tested, sign, operand, isComputing, next) = (nil, nil, nil, true, .operand)
    case .dot: isAfterDot = true
    case .word: word(piece.text)
    default: finish(nil)
    }
  }

  /// Whether `=` gives a name to what follows.
  private var givesName: Bool {
    (form == .assignments || form == .assignmentsByKeys) && !isInKeys && calls.isEmpty
      && !hasName && tested == nil && !isComputing && operand != nil && !isCondition
  }

  private mutating func word(_ word: String) {
    if isAfterDot, let before = operand {
      (isAfterDot, operand) = (false, before + "." + word)
      return
    }
    isAfterDot = false
    switch (word, next) {
    case (_, .name): next = .sign
    case ("and", .sign), ("or", .sign): clear()
    case ("not", .sign): next = .membership
    case ("not", _): break
    case ("is", .sign): next = .presence
    case ("missing", .presence), ("present", .presence): (next, isCondition) = (.sign, true)
    case ("in", .sign), ("in", .membership):
      (tested, sign, next) = (operand, "in", .list)
    case ("by", _) where takesKeys && calls.isEmpty:
      clear()
      (isInKeys, beginsItem, hasName) = (true, true, false)
    case ("as", .sign) where calls.isEmpty: next = .name
    case (_, .sign): if BinaryOperator(rawValue: word) != nil { compare(word) }
    default: finish(word)
    }
  }

  /// An operand is whole.
  private mutating func finish(_ path: String?) {
    // A number may have a unit behind it.
    guard next != .sign else { return }
    isCondition = tested != nil || sign != nil
    (operand, next, isComputing) = (path, .sign, false)
  }

  private mutating func compare(_ sign: String) {
    (tested, self.sign, operand, next) = (operand, sign, nil, .operand)
  }

  /// Another condition or item begins.
  private mutating func clear() {
    (tested, sign, operand, next) = (nil, nil, nil, .operand)
    (isCondition, isComputing) = (false, false)
  }

  private mutating func open() {
    let isList = next == .list
    let name = next == .sign ? operand ?? "" : ""
    outer.append((isList ? tested : operand, tested, sign))
    calls.append(isList ? "in" : name)
    if !isList { (tested, sign) = (nil, nil) }
    (operand, next, isCondition, isComputing) = (nil, .operand, false, false)
  }

  private mutating func close() {
    guard let before = outer.popLast() else { return }
    let name = calls.removeLast()
    (tested, sign) = name == "in" ? (nil, nil) : (before.tested, before.sign)
    isCondition = name == "in" || name.isEmpty && isCondition || sign != nil
    (operand, next) = (nil, .sign)
  }
}
