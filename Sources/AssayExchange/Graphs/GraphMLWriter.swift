import AssayLanguage
import AssayModel
import AssayText

/// Writes GraphML: entities as nodes, and each claim whose fact relates two of them as an edge.
struct GraphMLWriter: ExchangeWriter {
  let kinds: [RecordKind] = [.entity, .claim]
  private(set) var losses = LossCount()

  private static let nodeKeys = ["kind", "name", "wikidata", "url"]
  private static let edgeKeys = [
    "claim", "source", "predicate", "denied", "value", "says", "by", "when", "said", "mode",
    "quote",
  ]

  mutating func begin(_ out: inout [UInt8]) {
    out +=
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """.utf8
    for (owner, keys) in [("node", Self.nodeKeys), ("edge", Self.edgeKeys)] {
      for key in keys {
        let type = key == "denied" ? "boolean" : "string"
        out +=
          """
            <key id="\(owner)-\(key)" for="\(owner)" attr.name="\(key)" attr.type="\(type)"/>

          """.utf8
      }
    }
    out += "  <graph id=\"claims\" edgedefault=\"directed\">\n".utf8
  }

  mutating func end(_ out: inout [UInt8]) { out += "  </graph>\n</graphml>\n".utf8 }

  mutating func add(_ record: Record, to out: inout [UInt8]) {
    switch record.header {
    case .entity(let kind):
      out += "    <node id=\"\(Self.escaped(record.id.id))\">\n".utf8
      Self.append("node", "kind", kind, to: &out)
      for key in Self.nodeKeys.dropFirst() {
        Self.append("node", key, record.text(key), to: &out)
      }
      out += "    </node>\n".utf8
    case .claim(let source):
      guard let fact = record.fact, let object = fact.object else { return losses.add(.claim) }
      if case .chain(_, let via)? = RecordSpec.claim.field("by").flatMap({
        record.value(at: $0.index)
      }), !via.isEmpty {
        losses.add("by", of: .claim)
      }
      out +=
        """
            <edge source="\(Self.escaped(fact.subject.id))" target="\(Self.escaped(object.id))">

        """.utf8
      let cells: [String: String?] = [
        "claim": record.id.id, "source": source.id, "predicate": fact.predicate.id,
        "denied": fact.isDenied ? "true" : "false",
        "value": fact.value.map { Printer.text(of: $0) }, "by": record.speaker,
        "when": record.date("when")?.description, "said": record.date("said")?.description,
      ]
      for key in Self.edgeKeys {
        Self.append("edge", key, cells[key] ?? record.text(key), to: &out)
      }
      out += "    </edge>\n".utf8
    case .none, .question, .link, .judgement: break
    }
  }

  private static func append(
    _ owner: String, _ key: String, _ text: String?, to out: inout [UInt8]
  ) {
    guard let text else { return }
    out += "      <data key=\"\(owner)-\(key)\">\(escaped(text))</data>\n".utf8
  }

  /// A text as XML 1.0 has it; controls that it does not have become `U+FFFD`.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "\r": escaped += "&#13;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE:
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
