/// Whoever sits at the prompt, asked by a command.
package protocol Dialogue: AnyObject {
  /// Asks for a line, with a text to begin with; `nil` when the question is given up.
  func ask(
    _ prompt: String, initial: String, complete: @escaping (String, Int) -> Completion
  ) -> String?

  /// Puts a text into the line of the next prompt.
  func prepare(_ statement: String)

  /// The statement before the one that runs; `nil` for the first.
  var lastStatement: String? { get }
}

extension Dialogue {
  /// Asks whether to do something; Enter agrees.
  func agrees(_ what: String) -> Bool {
    guard let answer = ask("\(what)? [Y/n] ", initial: "", complete: { _, _ in .none }) else {
      return false
    }
    return ["", "y", "yes"].contains(answer.lowercased())
  }
}
