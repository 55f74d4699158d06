import AssayModel
import AssayText

/// A row of a file, as the document that it becomes.
struct RowDocument {
  /// A value with where it stands; `origin` is known byte for byte if `isVerbatim`.
  struct Value {
    let text: [UInt8]
    let origin: Span
    let isVerbatim: Bool
  }

  static func make(
    _ values: [DetailName: Value], form: IntakeDocument.Form, through origins: OriginMap
  ) -> IntakeDocument? {
    guard let value = values[.text] else { return nil }
    var text = TracedText(capacity: value.text.count)
    let lines = value.text.contains(0x0D) ? value.text.filter { $0 != 0x0D } : value.text
    if value.isVerbatim, lines.count == value.text.count {
      lines.withUnsafeBufferPointer { text.append($0, verbatimAt: value.origin.start) }
    } else {
      text.append(lines, madeOf: value.origin)
    }
    guard text.bytes.contains(where: { $0 > 0x20 }) else { return nil }
    var document = IntakeDocument(
      text: text.bytes, isMarkdown: false, form: form, origins: text.origins().through(origins))
    for detail in DetailName.allCases where detail != .text {
      if let value = values[detail] {
        document.details.set(detail, String(decoding: value.text, as: UTF8.self))
      }
    }
    return document
  }
}
