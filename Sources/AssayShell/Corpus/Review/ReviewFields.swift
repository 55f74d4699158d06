import AssayEngine
import AssayLanguage
import AssayModel
import AssayText

/// Edits a claim field by field in the line editor, each with what it has to begin with.
struct ReviewFields {
  let session: Session
  let dialogue: any Dialogue
  let reading: DocumentReading
  /// The sentence that is reviewed, as bytes of the document.
  let sentence: Range<Int>
  let completer: Completer
  private(set) var claim: ClaimText

  /// The fields that are asked for whether the claim has them or not.
  private static let asked = ["quote", "says", "fact", "by", "when", "mode"]

  init(
    _ session: Session, _ dialogue: any Dialogue, _ reading: DocumentReading, _ claim: ClaimText,
    sentence: Range<Int>
  ) {
    (self.session, self.dialogue, self.reading, self.claim) = (session, dialogue, reading, claim)
    self.sentence = sentence
    completer = Completer(session.workspace)
  }

  /// Asks for all fields, then for others by their names, then for the id.
  ///
  /// Ctrl-C ends it; what was answered until then stays.
  mutating func askAll() {
    let others = claim.fields.map(\.name).filter { !Self.asked.contains($0) }
    var seen: Set<String> = []
    for name in Self.asked + others where seen.insert(name).inserted {
      guard ask(name) else { return }
    }
    while true {
      guard let line = dialogue.ask("another field> ", initial: "", complete: Self.completeName)
      else { return }
      let name = line.split(separator: " ").joined()
      if name.isEmpty { break }
      guard ask(name) else { return }
    }
    _ = ask("id")
  }

  /// Asks for a field until the answer is right; `false` when the question is given up.
  mutating func ask(_ name: String) -> Bool {
    if name == "id" { return askID() }
    let field = RecordSpec.claim.field(name)?.spec
    guard field != nil || session.workspace.key(of: name, .predicate) != nil else {
      let names = RecordSpec.claim.fields.map(\.name)
      let near = Spelling.closest(to: name, among: names).map { "did you mean `\($0)`?" }
      session.say(
        "a claim has no field `\(name)`; \(near ?? "there are: " + names.joined(separator: ", "))\n"
      )
      return true
    }
    let before = claim.all(name).map { plain($0, name) }.joined(separator: "; ")
    var initial = before
    while true {
      let complete: (String, Int) -> Completion = { [reading, completer] text, cursor in
        name == "quote"
          ? ClaimDialogue.completeQuote(text, cursor, reading)
          : ClaimDialogue.complete(name, text, cursor, reading.source, completer)
      }
      guard let line = dialogue.ask("\(name)> ", initial: initial, complete: complete) else {
        return false
      }
      // A quote may go over line ends of the document.
      var text = name == "quote" ? Self.trimmed(line) : Self.joined(line)
      if text == before { return true }
      if name == "quote" { text = widened(text) }
      initial = text
      if text.isEmpty || text == "@" {
        guard field?.isRequired != true else {
          session.say("`\(name)` is required: \(field?.summary ?? "")\n")
          continue
        }
        claim.set(name, [])
        return true
      }
      let parts =
        field?.repeats == true
        ? text.split(separator: ";").map { Self.trimmed(String($0)) } : [text]
      let words = parts.filter { !$0.isEmpty }.map { value($0, of: field) }
      guard isRight(words, of: name, text) else { continue }
      claim.set(name, words)
      return true
    }
  }

  private mutating func askID() -> Bool {
    while true {
      guard let line = dialogue.ask("id> ", initial: claim.id, complete: { _, _ in .none }) else {
        return false
      }
      let id = Self.trimmed(line)
      if id.isEmpty || id == claim.id { return true }
      guard session.workspace.key(of: id, .claim) == nil else {
        session.say("there is a claim `\(id)` already\n")
        continue
      }
      var other = claim
      other.id = id
      guard ClaimText(other.text)?.id == id else {
        session.say("`\(id)` is no id: letters, digits and `-`, a letter first\n")
        continue
      }
      claim = other
      return true
    }
  }

  // MARK: Words

  /// The words of a field as they are typed: a text without its quotation marks.
  private func plain(_ words: String, _ name: String) -> String {
    guard let field = RecordSpec.claim.field(name)?.spec, case .text = field.form else {
      return words
    }
    var parser = RecordParser(
      SourceText(name: "", "claim x from @x {\n\(name) \(words)\n}"))
    switch parser.next() {
    case .record(let record), .faulty(let record):
      if case .text(let text)? = record.fields.first?.value { return text }
    case .use, .corpus, nil: break
    }
    return words
  }

  private func value(_ text: String, of field: FieldSpec?) -> String {
    field.map { ClaimDialogue.value(of: $0, text) } ?? text
  }

  /// Whether the words are what the field takes; tells what is wrong under what was typed.
  private func isRight(_ words: [String], of name: String, _ typed: String) -> Bool {
    if name == "quote" { return isQuote(typed) }
    for word in words {
      let says = name == "says" ? "" : "says \"\"\n"
      let before = "claim x from @x {\n\(says)\(name) "
      let source = SourceText(name: "", "\(before)\(word)\n}")
      var parser = RecordParser(source)
      _ = parser.next()
      guard let fault = parser.faults.first else { continue }
      // The place is that in what was typed.
      let start = before.utf8.count
      let length = word.utf8.count
      let span = fault.span.map {
        Span(min(max($0.start - start, 0), length), min(max($0.end - start, 0), length))
      }
      let told = Diagnostic(fault.code, at: span, fault.message, hint: fault.hint)
      session.report([told.located(in: SourceText(name: "<\(name)>", word))])
      return false
    }
    return true
  }

  /// Of words that stand several times in the document those around them in the sentence, as far
  /// as they are needed to tell the place.
  private func widened(_ text: String) -> String {
    guard !text.isEmpty, reading.countOfPlaces(of: text) > 1,
      let wider = reading.uniqueWords(around: text, in: sentence)
    else { return text }
    let words = wider.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    session.say("the document holds these words several times, so the quote is now “\(words)”\n")
    return wider
  }

  private func isQuote(_ text: String) -> Bool {
    switch reading.countOfPlaces(of: text) {
    case 1: return true
    case 0: session.say("the document does not hold these words\n")
    default: session.say("the document holds these words several times: quote more\n")
    }
    return false
  }

  private static func joined(_ line: String) -> String {
    trimmed(line.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private static func completeName(_ text: String, _ cursor: Int) -> Completion {
    let typed = String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self)
    let names = RecordSpec.claim.fields.map { Candidate($0.name, summary: $0.summary) }
    return Completion(replacedFrom: 0, candidates: names.filter { $0.text.hasPrefix(typed) })
  }
}
