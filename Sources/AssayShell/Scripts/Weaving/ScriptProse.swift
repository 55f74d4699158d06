import AssayRender
import AssayText

/// Prose of a script, and where each of its lines stands there.
struct ScriptProse {
  private(set) var text = ""
  /// Where each line begins: in ``text`` and in the script.
  private var lines: [(prose: Int, script: Int)] = []

  /// - Parameter start: where `words` stand in the script.
  init(_ words: String = "", at start: Int = 0) {
    append(words, at: start)
  }

  /// Whether it says nothing.
  var isBlank: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") } }

  /// Adds what stands at `start` in the script without a gap; its end of line is a part of it.
  mutating func append(_ words: String, at start: Int) {
    lines.append((text.utf8.count, start))
    text += words
  }

  /// The place in the script of a place in the prose.
  func place(of offset: Int) -> Int {
    let line = lines.last { $0.prose <= offset } ?? (0, 0)
    return line.script + offset - line.prose
  }

  /// The claims that the prose refers to, each with the place of its `@id` in the script.
  var references: [(id: String, span: Span)] {
    ReportProse.references(in: text).map { reference in
      let start = place(of: reference.offset)
      return (reference.id, Span(start, start + 1 + reference.id.utf8.count))
    }
  }
}
