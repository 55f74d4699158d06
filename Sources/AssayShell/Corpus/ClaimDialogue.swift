import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// Asks for a claim field by field: the document stands above, each answer is checked when it is
/// given, and the claim is written when all of it is.
struct ClaimDialogue {
  private let session: Session
  private let dialogue: any Dialogue
  private let reading: DocumentReading
  private let completer: Completer
  /// What was answered so far, by the names of the fields.
  private var answers: [(field: FieldSpec, text: String)] = []

  /// The fields that are asked for one by one; the others on request.
  private static let asked = ["quote", "says", "fact", "by", "when", "mode", "answers"]

  init(_ session: Session, _ dialogue: any Dialogue, _ reading: DocumentReading) {
    (self.session, self.dialogue, self.reading) = (session, dialogue, reading)
    completer = Completer(session.workspace)
  }

  /// Asks until the claim is written or given up.
  mutating func run() throws(Diagnostic) {
    let width = session.terminal.width ?? 80
    try session.write(DocumentView(reading, width: width, isColored: session.paintsOutput).text)
    session.say("Enter leaves a field out, Tab completes, Ctrl-C gives the claim up.\n")
    while true {
      guard askFields(), let id = askID() else { return session.say("no claim was written\n") }
      let text = Self.text(id: id, source: reading.source, answers)
      session.say("\n\(text)\n")
      guard dialogue.agrees("write it") else { return session.say("no claim was written\n") }
      do throws(Diagnostics) {
        return session.say(try write(text))
      } catch {
        session.report(error.all)
        session.say("The answers are kept: Enter takes each as it is.\n")
      }
    }
  }

  private func write(_ text: String) throws(Diagnostics) -> String {
    let source = SourceText(name: "<claim>", text)
    var parser = RecordParser(source)
    guard case .record(let record)? = parser.next() else {
      throw Diagnostics(parser.faults).located(in: source)
    }
    return try CorpusEditor(session.workspace).add([record], from: source)
  }

  // MARK: Asking

  /// Asks for every field; `false` when the claim is given up.
  private mutating func askFields() -> Bool {
    for name in Self.asked {
      guard let field = RecordSpec.claim.field(name)?.spec, ask(field) else { return false }
    }
    let others = RecordSpec.claim.fields.map(\.name).filter { !Self.asked.contains($0) }
    while true {
      let list = others.map { name in
        Candidate(name, summary: RecordSpec.claim.field(name)?.spec.summary ?? "")
      }
      guard
        let name = dialogue.ask(
          "another field> ", initial: "",
          complete: { text, cursor in
            let typed = String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self)
            return Completion(replacedFrom: 0, candidates: list.filter { $0.text.hasPrefix(typed) })
          })
      else { return false }
      let word = name.split(separator: " ").joined()
      if word.isEmpty { return true }
      guard let field = RecordSpec.claim.field(word)?.spec else {
        session.say(
          "a claim has no field `\(word)`; there are: \(others.joined(separator: ", "))\n")
        continue
      }
      guard ask(field) else { return false }
    }
  }

  /// Asks for a field until the answer is right; `false` when the claim is given up.
  private mutating func ask(_ field: FieldSpec) -> Bool {
    var initial = answers.last { $0.field.name == field.name }?.text ?? ""
    while true {
      let complete: (String, Int) -> Completion = { [reading, completer] text, cursor in
        field.name == "quote"
          ? Self.completeQuote(text, cursor, reading)
          : Self.complete(field.name, text, cursor, reading.source, completer)
      }
      guard let line = dialogue.ask("\(field.name)> ", initial: initial, complete: complete) else {
        return false
      }
      var text = line.split(whereSeparator: \.isNewline).joined(separator: " ").drop { $0 == " " }
      while text.last == " " { text.removeLast() }
      // Tab begins a reference before anything is typed.
      let isEmpty = text.isEmpty || text == "@"
      if isEmpty, field.isRequired {
        session.say("`\(field.name)` is required: \(field.summary)\n")
        continue
      }
      let others = answers.filter { $0.field.name != field.name }
      guard !isEmpty else {
        answers = others
        return true
      }
      if let fault = fault(in: String(text), of: field) {
        session.say(fault)
        initial = String(text)
        continue
      }
      answers = others + [(field, String(text))]
      return true
    }
  }

  /// What is wrong with an answer, in words with their line end.
  private func fault(in text: String, of field: FieldSpec) -> String? {
    if field.name == "quote" {
      let places = reading.countOfPlaces(of: text)
      return places == 1
        ? nil
        : places == 0
          ? "the document does not hold these words\n"
          : "the document holds these words several times: quote more\n"
    }
    let says = field.name == "says" ? "" : "says \"\"\n"
    let record = "claim x from @\(reading.source) {\n\(says)\(Self.line(of: field, text))\n}"
    let source = SourceText(name: "<claim>", record)
    var parser = RecordParser(source)
    _ = parser.next()
    guard let fault = parser.faults.first else { return nil }
    return "\(fault.message)\(fault.hint.map { ": \($0)" } ?? "")\n"
  }

  private func askID() -> String? {
    var proposal = ClaimID.proposal(for: answers.first { $0.field.name == "says" }?.text ?? "")
    let known = Set(session.workspace.ids(.claim))
    var number = 2
    let stem = proposal
    while known.contains(proposal) {
      proposal = "\(stem)-\(number)"
      number += 1
    }
    while true {
      guard let id = dialogue.ask("id> ", initial: proposal, complete: { _, _ in .none }) else {
        return nil
      }
      let typed = id.split(separator: " ").joined()
      let word = typed.isEmpty ? proposal : typed
      guard known.contains(word) else { return word }
      session.say("there is a claim `\(word)` already\n")
    }
  }

  // MARK: Text

  /// A claim as a file has it, its fields below each other.
  static func text(id: String, source: String, _ answers: [(field: FieldSpec, text: String)])
    -> String
  {
    let order = RecordSpec.claim.fields.map(\.name)
    let sorted = answers.sorted {
      (order.firstIndex(of: $0.field.name) ?? 0) < (order.firstIndex(of: $1.field.name) ?? 0)
    }
    let width = sorted.map { $0.field.name.utf8.count }.max() ?? 0
    let lines = sorted.map { answer in
      let space = String(repeating: " ", count: width - answer.field.name.utf8.count + 1)
      return "  \(answer.field.name)\(space)\(value(of: answer.field, answer.text))\n"
    }
    return "claim \(id) from @\(source) {\n\(lines.joined())}"
  }

  private static func line(of field: FieldSpec, _ text: String) -> String {
    "\(field.name) \(value(of: field, text))"
  }

  /// The answer as the language writes it: a text that is typed bare gets its quotation marks.
  static func value(of field: FieldSpec, _ text: String) -> String {
    guard case .text = field.form else { return text }
    return Printer.quoted(text)
  }

  /// Completes words of the document.
  static func completeQuote(
    _ text: String, _ cursor: Int, _ reading: DocumentReading
  ) -> Completion {
    let typed = String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self)
    let found = reading.continuations(of: typed).map { Candidate($0, addsSpace: false) }
    return Completion(replacedFrom: 0, candidates: found)
  }

  /// Completes an answer as if it stood in the claim.
  static func complete(
    _ name: String, _ text: String, _ cursor: Int, _ source: String, _ completer: Completer
  ) -> Completion {
    let before = "claim x from @\(source) { \(name) "
    var completion = completer.complete(before + text, at: before.utf8.count + cursor)
    completion.replacedFrom = max(completion.replacedFrom - before.utf8.count, 0)
    return completion
  }
}
