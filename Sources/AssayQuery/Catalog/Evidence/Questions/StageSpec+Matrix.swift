import AssayLanguage
import AssayModel
import AssayText

extension StageSpec {
  static let matrix = StageSpec(
    "matrix", "matrix [@QUESTION, …] [long]",
    "What each source says to each answer of a question, and where it is silent.",
    details: """
      One question gives a row for each source and a column for each answer; several of them, \
      `long`, or none, which means all, give a row for each answer and source, with the columns \
      below. A cell is one of: \(ClosedList.sourceStance.words.joined(separator: "; ")). `silent` \
      covers the question and says nothing to the answer; `not covered` speaks of nothing that \
      the question is about.
      """,
    form: .arguments, rows: .stances, words: ["long"], example: "claims | matrix @permanent-bases"
  ) { call, input, binder throws(Diagnostic) in
    try binder.requireClaims(call, input)
    var arguments = StageArguments(call)
    var questions: [(key: Int64, answers: [String])] = []
    var isLong = false
    while !arguments.isAtEnd {
      if arguments.take("long") {
        isLong = true
      } else if arguments.word != nil {
        throw binder.unexpected(arguments, words: ["long"])
      } else {
        let asked = try binder.question(&arguments, in: call)
        if !questions.contains(where: { $0.key == asked.key }) { questions.append(asked) }
      }
    }
    if !isLong, questions.count == 1, let (key, answers) = questions.first {
      try binder.requireFew(
        answers, at: call.span, hint: "give each a row: `\(Printer.text(of: call)) long`")
      return binder.analysis(
        .matrix([key], isLong: false), call, input, rows: .matrix(answers: answers))
    }
    var keys = questions.map(\.key)
    if keys.isEmpty {
      for id in binder.vocabulary.ids(.question).sorted() {
        if let key = binder.vocabulary.key(of: id, .question) { keys.append(key) }
      }
    }
    return binder.analysis(.matrix(keys, isLong: true), call, input, rows: .stances)
  }
}
