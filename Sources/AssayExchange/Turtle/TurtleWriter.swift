import AssayModel
import AssayText

/// Writes RDF as Turtle: each record a resource, with the terms of ``TurtleTerms``.
struct TurtleWriter: ExchangeWriter {
  let kinds = RecordSpec.kinds

  mutating func begin(_ out: inout [UInt8]) {
    for prefix in TurtleTerms.prefixes {
      out += "@prefix \(prefix.name): <\(prefix.address)> .\n".utf8
    }
  }

  mutating func add(_ record: Record, to out: inout [UInt8]) {
    guard let columns = RecordColumns(record.kind) else { return }
    out += "\n\(Self.name(record.kind, record.id.id)) a ".utf8
    out += TurtleTerms.classes(record).joined(separator: ", ").utf8
    for member in RecordTree.members(of: record) {
      let form = columns.spec.field(member.name)?.spec.form
      if columns.header.contains(member.name) {
        var kind = TurtleTerms.header(member.name, of: record.kind)
        if case .judgement(let judged, _) = record.header, member.name == "judged" { kind = judged }
        add(member, kind, of: record, to: &out)
      } else if case .chain? = form {
        addChain(member.value, to: &out)
      } else {
        add(member, Self.referred(form), of: record, form, to: &out)
      }
    }
    if record.text("quote") != nil, case .claim(let source) = record.header {
      out += " ;\n  prov:wasQuotedFrom \(Self.name(.source, source.id))".utf8
    }
    addDerivations(of: record, to: &out)
    out += " .\n".utf8
  }

  /// What stands under a property of PROV as well.
  private func addDerivations(of record: Record, to out: inout [UInt8]) {
    for field in record.canonical.fields {
      guard case .derivation(let source, let how) = field.value else { continue }
      let name = how == "quotes" ? "prov:wasQuotedFrom" : "prov:wasDerivedFrom"
      out += " ;\n  \(name) \(Self.name(.source, source.id))".utf8
    }
  }

  private func addChain(_ chain: JSONNode, to out: inout [UInt8]) {
    guard let speaker = chain["speaker"]?.text else { return }
    out += " ;\n  prov:wasAttributedTo \(Self.name(.entity, speaker))".utf8
    guard let via = chain["via"]?.items else { return }
    let names = via.compactMap(\.text).map { Self.name(.entity, $0) }
    out += " ;\n  assay:via ( \(names.joined(separator: " ")) )".utf8
  }

  /// The kind of record that a field refers to.
  static func referred(_ form: FieldForm?) -> RecordKind? {
    switch form {
    case .reference(let kind)?, .references(let kind, _)?: kind
    default: nil
    }
  }

  private func add(
    _ member: JSONNode.Member, _ kind: RecordKind?, of record: Record, _ form: FieldForm? = nil,
    to out: inout [UInt8]
  ) {
    out += " ;\n  \(TurtleTerms.name(member.name, of: record.kind)) ".utf8
    var isDate = false
    if case .date? = form { isDate = true }
    for (index, item) in (member.value.items ?? [member.value]).enumerated() {
      if index > 0 { out += ", ".utf8 }
      append(item, kind, isDate: isDate, to: &out)
    }
  }

  /// Appends a value; the parts of one that has parts stand in brackets.
  private func append(
    _ node: JSONNode, _ kind: RecordKind?, isDate: Bool = false, to out: inout [UInt8]
  ) {
    switch node.value {
    case .null: out += "\"\"".utf8
    case .boolean(let isTrue): out += (isTrue ? "true" : "false").utf8
    case .number(let digits): out += digits.utf8
    case .text(let text):
      if let kind {
        out += Self.name(kind, text).utf8
      } else if isDate {
        out += Self.date(text).utf8
      } else {
        Self.append(text, to: &out)
      }
    case .list(let items):
      out += "( ".utf8
      for item in items {
        append(item, kind, to: &out)
        out.append(0x20)
      }
      out += ")".utf8
    case .object(let members):
      out += "[ ".utf8
      for (index, member) in members.enumerated() {
        if index > 0 { out += " ; ".utf8 }
        out += "assay:\(member.name) ".utf8
        append(
          member.value, TurtleTerms.parts[member.name], isDate: member.name == "date", to: &out)
      }
      out += " ]".utf8
    }
  }

  // MARK: Words

  private static func name(_ kind: RecordKind, _ id: String) -> String {
    "assay:\(kind.word):\(RecordName.encoded(id))"
  }

  /// A date with the type that says how much of it is known; a range as EDTF writes it.
  private static func date(_ words: String) -> String {
    let isPlain = words.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
    switch words.utf8.count {
    case 4 where isPlain: return "\"\(words)\"^^xsd:gYear"
    case 7 where isPlain: return "\"\(words)\"^^xsd:gYearMonth"
    case 10 where isPlain: return "\"\(words)\"^^xsd:date"
    default: return "\"\(Self.edtf(words))\"^^edtf:EDTF"
    }
  }

  /// `2012..2014` as `2012/2014`, `2015..` as `2015/..`.
  private static func edtf(_ words: String) -> String {
    guard let dots = words.firstRange(of: "..") else { return words }
    let (from, to) = (words[..<dots.lowerBound], words[dots.upperBound...])
    return (from.isEmpty ? ".." : from) + "/" + (to.isEmpty ? ".." : to)
  }

  private static func append(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out += "\\\"".utf8
      case UInt8(ascii: "\\"): out += "\\\\".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      case 0..<0x20, 0x7F:
        out += ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
