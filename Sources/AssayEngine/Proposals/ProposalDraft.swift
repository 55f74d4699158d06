import AssayCorpus
import AssayLanguage
import AssayModel
import AssayText

/// A line that a program wrote, read as far as the line itself goes.
struct ProposalDraft {
  let source: String
  /// The bytes of the document among which the quote stands; `nil` for all of them.
  let range: Range<Int>?
  /// Where the line stands in the output.
  let span: Span
  private(set) var quote = ""
  private var members: [String: (node: JSONNode, text: String)] = [:]

  /// Reads one line.
  ///
  /// - Parameter span: where it stands in the output, which the places of faults count from.
  /// - Throws: `badProposal`.
  init(line: [UInt8], at span: Span) throws(Diagnostic) {
    self.span = span
    let node: JSONNode
    do throws(Diagnostic) {
      node = try JSONReader.value(of: SourceText(name: "", bytes: line), code: .badProposal)
    } catch {
      throw Diagnostic(.badProposal, at: error.span?.moved(by: span.start), error.message)
    }
    func fault(_ place: Span?, _ message: String, hint: String? = nil) -> Diagnostic {
      Diagnostic(.badProposal, at: place?.moved(by: span.start) ?? span, message, hint: hint)
    }
    guard case .object(let found) = node.value else {
      throw fault(node.span, "a proposal is an object, not \(node.kind)")
    }
    var numbers: [String: (value: Double, span: Span)] = [:]
    for member in found {
      guard let field = ProposalField.named(member.name) else {
        let names = ProposalField.all.map(\.name)
        throw fault(
          member.nameSpan, "a proposal has no field `\(member.name)`",
          hint: Spelling.closest(to: member.name, among: names).map { "did you mean `\($0)`?" }
            ?? "fields: \(names.joined(separator: ", "))")
      }
      switch (field.form, member.value.value) {
      case (_, .null): break
      case (.number, .number(let digits)):
        numbers[field.name] = (Double(digits) ?? .infinity, member.value.span)
      case (.text, .text(let text)), (.corpusText, .text(let text)):
        guard !text.unicodeScalars.contains("\0") else {
          throw fault(member.value.span, "a text holds a NUL")
        }
        members[field.name] = (member.value, text)
      default:
        let wanted = field.form == .number ? "a number" : "a text"
        throw fault(member.value.span, "`\(field.name)` is \(wanted), not \(member.value.kind)")
      }
    }
    for field in ProposalField.all
    where field.isRequired && members[field.name]?.text.isEmpty != false {
      throw fault(nil, "a proposal needs `\(field.name)`")
    }
    if let schema = numbers["schema"], schema.value != 1 {
      throw fault(schema.span, "this program reads schema 1")
    }
    if let sure = numbers["confidence"] {
      guard (0...1).contains(sure.value) else {
        throw fault(sure.span, "`confidence` is a number from 0 to 1")
      }
      confidence = sure.value
    }
    source = members["source"]?.text ?? ""
    quote = members["quote"]?.text ?? ""
    func place(_ name: String) throws(Diagnostic) -> Int? {
      guard let number = numbers[name] else { return nil }
      guard number.value >= 0, number.value < 1e15, number.value.rounded() == number.value else {
        throw fault(number.span, "`\(name)` is a whole number of bytes")
      }
      return Int(number.value)
    }
    let start = try place("start")
    let end = try place("end")
    if start == nil && end == nil {
      range = nil
    } else {
      guard let start, let end, start < end else {
        throw fault(
          numbers["start"]?.span ?? numbers["end"]?.span,
          "`start` and `end` belong together, and `start` is before `end`")
      }
      range = start..<end
    }
  }

  private var confidence: Double?

  /// Where the value of a field stands in the output; the whole line if it has none.
  func span(of field: String) -> Span {
    members[field]?.node.span.moved(by: span.start) ?? span
  }

  /// A fault of a field.
  func fault(_ field: String, _ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.badProposal, at: span(of: field), message, hint: hint)
  }

  /// The proposal as a claim.
  ///
  /// - Throws: `badProposal` when a field is not as the corpus writes it.
  func claim(quoting quote: String, maker: String) throws(Diagnostic) -> ClaimText {
    var claim = ClaimText(id: "x", source: source)
    for field in ProposalField.all {
      guard let spec = RecordSpec.claim.field(field.name)?.spec,
        let text = members[field.name]?.text, !text.isEmpty
      else { continue }
      switch field.form {
      case .corpusText: claim.set(spec.name, try words(text, of: spec.name))
      case .text: claim.set(spec.name, Printer.quoted(text))
      case .number: break
      }
    }
    claim.set("quote", Printer.quoted(quote))
    if let confidence {
      let words = "Confidence \(Numeral.words(confidence))."
      let note = members["note"].map { " " + $0.text } ?? ""
      claim.set("note", Printer.quoted(words + note))
    }
    claim.set("coder", Printer.quoted(maker))
    claim.id = maker + "-" + ReviewDecision.digest(of: Array(claim.text.utf8)[...])
    return claim
  }

  /// A value in corpus text, which has to be just that: nothing may stand behind it.
  private func words(_ text: String, of field: String) throws(Diagnostic) -> String {
    let source = SourceText(name: "", "claim x from @x {\nsays \"\"\n\(field) \(text)\n}")
    var parser = RecordParser(source)
    let item = parser.next()
    let isWhole = parser.next() == nil
    if let first = parser.faults.first {
      throw fault(field, "`\(field)`: \(first.message)", hint: first.hint)
    }
    guard case .record(let record)? = item, isWhole, record.fields.count == 2,
      let last = record.fields.last, last.index == RecordSpec.claim.field(field)?.index
    else { throw fault(field, "`\(field)` holds more than a value") }
    let whole = source.text(at: last.span)
    return String(whole.dropFirst(field.count).drop { $0 == " " })
  }
}

extension Span {
  /// The same in a text in which this one begins at a place.
  fileprivate func moved(by distance: Int) -> Span { Span(start + distance, end + distance) }
}
