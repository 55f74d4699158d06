import AssayModel

/// What a reviewer may answer to a proposal.
enum ReviewAnswer: Hashable {
  case accept
  /// One field, or all of them.
  case edit(field: String?)
  case editText
  case split
  case skip
  /// With a reason, or with the question for one.
  case reject(reason: String?)
  case undo
  case quit
  case help

  /// An answer as it is typed.
  struct Key: Sendable {
    /// What may be typed, first what the prompt shows.
    let words: [String]
    /// What may stand behind it.
    let argument: String
    let summary: String
    fileprivate let answer: @Sendable (String?) -> ReviewAnswer

    /// As in `e [FIELD]`.
    var usage: String {
      let first = words[0].isEmpty ? "Enter" : words[0]
      let others = words.dropFirst().map { ", \($0)" }.joined()
      return first + others + (argument.isEmpty ? "" : " [\(argument)]")
    }
  }

  /// Every answer, in the order of help.
  static let keys: [Key] = [
    Key(words: ["", "a"], argument: "", summary: "Accept: write the claim.") { _ in .accept },
    Key(words: ["e"], argument: "FIELD", summary: "Edit the fields, or one of them.") {
      .edit(field: $0)
    },
    Key(words: ["v", "E"], argument: "", summary: "Edit the whole text in your editor.") { _ in
      .editText
    },
    Key(
      words: ["s"], argument: "",
      summary: "Split: propose the sentence once more after this claim."
    ) { _ in .split },
    Key(words: ["k", "n"], argument: "", summary: "Skip: look at it another time.") { _ in .skip },
    Key(words: ["r"], argument: "REASON", summary: "Reject, and say why.") { .reject(reason: $0) },
    Key(words: ["u"], argument: "", summary: "Take the last decision of this review back.") { _ in
      .undo
    },
    Key(words: ["q"], argument: "", summary: "Leave; so do Ctrl-C and Ctrl-D.") { _ in .quit },
    Key(words: ["?"], argument: "", summary: "Show this.") { _ in .help },
  ]

  /// Reads what was typed.
  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let word = parts.first ?? ""
    guard let key = Self.keys.first(where: { $0.words.contains(word) }),
      parts.count < 2 || !key.argument.isEmpty
    else { return nil }
    let argument = parts.dropFirst().first?.split(separator: " ").joined(separator: " ")
    self = key.answer(argument.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// The keys, for somebody who asks.
  static var helpText: String {
    let width = keys.map(\.usage.count).max() ?? 0
    return keys.map { key in
      "  \(key.usage)\(String(repeating: " ", count: width - key.usage.count))  \(key.summary)\n"
    }.joined()
  }

  /// Why sentences mostly become no claim; a beginning of one stands for it.
  static let reasons = ["not a claim", "opinion", "boilerplate", "duplicate", "off topic"]

  /// Whether a reason speaks against any claim of the sentence, and not only against the proposal.
  static func concernsSentence(_ reason: String) -> Bool {
    reasons.contains(reason) && reason != "duplicate"
  }

  /// The reason that was meant: one of ``reasons`` that begins so, or what was typed.
  static func reason(_ typed: String) -> String {
    let fitting = reasons.filter { $0.hasPrefix(typed.lowercased()) }
    return fitting.count == 1 && !typed.isEmpty ? fitting[0] : typed
  }

  /// What Tab offers: the answers, then their arguments.
  static func complete(_ text: String, _ cursor: Int) -> Completion {
    let typed = String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self)
    guard let space = typed.firstIndex(of: " ") else {
      let words = keys.map {
        Candidate($0.words[0].isEmpty ? "a" : $0.words[0], summary: $0.summary)
      }
      return Completion(
        replacedFrom: 0, candidates: words.filter { $0.text.hasPrefix(typed) })
    }
    let rest = String(typed[typed.index(after: space)...])
    let offered: [Candidate]
    switch typed[..<space] {
    case "e":
      offered = RecordSpec.claim.fields.map { Candidate($0.name, summary: $0.summary) }
    case "r": offered = reasons.map { Candidate($0, addsSpace: false) }
    default: offered = []
    }
    return Completion(
      replacedFrom: cursor - rest.utf8.count,
      candidates: offered.filter { $0.text.hasPrefix(rest) })
  }
}
