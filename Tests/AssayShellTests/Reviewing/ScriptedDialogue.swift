@testable import AssayShell

/// Somebody at the prompt whose answers are known beforehand.
final class ScriptedDialogue: Dialogue {
  private var answers: ArraySlice<String?>
  /// What was asked, with the text that stood in the line.
  private(set) var asked: [(prompt: String, initial: String)] = []
  /// What Tab would have offered at the end of each answer.
  private(set) var offered: [[String]] = []
  /// What happens while a question is asked, by the number of the question from 0.
  var meanwhile: [Int: () -> Void] = [:]
  var lastStatement: String? { nil }

  /// - Parameter answers: `nil` gives a question up; behind the last, all are given up.
  init(_ answers: [String?]) { self.answers = answers[...] }

  var isOver: Bool { answers.isEmpty }

  func ask(
    _ prompt: String, initial: String, complete: @escaping (String, Int) -> Completion
  ) -> String? {
    meanwhile[asked.count]?()
    asked.append((prompt, initial))
    guard let answer = answers.popFirst() else { return nil }
    let text = answer ?? ""
    offered.append(complete(text, text.utf8.count).candidates.map(\.text))
    return answer
  }

  func prepare(_ statement: String) {}
}
