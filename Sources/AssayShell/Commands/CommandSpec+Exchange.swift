import AssayLanguage
import AssayText

/// Commands that bring records out to other programs and in from them.
extension CommandSpec {
  static let export = CommandSpec(
    name: "export", usage: "export \"FILE\" [as FORMAT]",
    summary: "Writes all records to a file for other programs; `help exchange` lists the formats.",
    example: "export \"records.jsonl\""
  ) { session, name, arguments throws(Diagnostic) in
    try session.export(name, arguments)
  }

  static let bringIn = CommandSpec(
    name: "import", usage: "import \"FILE\" [as FORMAT] [replace]",
    summary: "Brings records in from a file of another program, all or none.",
    example: "export \"records.ttl\"; import \"records.ttl\""
  ) { session, name, arguments throws(Diagnostic) in
    try session.bringIn(name, arguments)
  }
}
