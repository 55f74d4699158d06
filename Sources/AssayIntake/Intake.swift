import AssayModel
import AssayText

/// Files of any kind to documents; the one way in.
///
/// What a file is, its bytes decide before its name does. A file gives its documents whole or not at
/// all.
package struct Intake {
  private let limits: IntakeLimits
  private let mapping: FieldMapping
  private let programs: IntakePrograms

  /// - Parameter mapping: which field of a row is what, for JSON lines and CSV; without one, fields are
  ///   found by their usual names.
  package init(
    limits: IntakeLimits = .standard, mapping: FieldMapping? = nil,
    programs: IntakePrograms = .standard
  ) {
    (self.limits, self.mapping, self.programs) = (limits, mapping ?? .usual, programs)
  }

  /// The documents of a file: one, or one for each row or message.
  ///
  /// - Parameter name: the name of the file, for diagnostics and for what the bytes leave open.
  package func read(
    _ bytes: [UInt8], name: String, _ monitor: WorkMonitor
  ) throws(Diagnostic) -> [IntakeDocument] {
    guard bytes.count <= limits.fileBytes else {
      throw .tooLarge(
        name, "has \(bytesInWords(bytes.count)), and the most is \(bytesInWords(limits.fileBytes))")
    }
    do throws(Cancelled) { try monitor.check() } catch { throw .stopped(error) }
    switch FormRecognizer.raw(bytes, name: name) {
    case .pdf:
      return [try PDFReader(name: name, limits: limits, programs: programs).read(bytes, monitor)]
    case .epub: return [try EPUBReader(name: name, limits: limits).read(bytes, monitor)]
    case .mail: return try MailReader(name: name, limits: limits).read(bytes, monitor)
    default: return try readText(bytes, name: name, monitor)
    }
  }

  private func readText(
    _ bytes: [UInt8], name: String, _ monitor: WorkMonitor
  ) throws(Diagnostic) -> [IntakeDocument] {
    if let (fact, hint) = Magic.refusal(of: bytes) {
      throw .unreadableDocument(name, fact, hint: hint)
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw .unreadableDocument(name, "has no text")
    }
    var decoder = TextDecoder(name: name)
    if FormRecognizer.isHTML(bytes.prefix(2048), FormRecognizer.suffix(of: name)) {
      // A page that is far too large is not worth decoding.
      guard bytes.count <= 2 * limits.pageBytes else {
        throw HTMLReader(name: name, limits: limits).tooLarge(bytes.count)
      }
      decoder.declared = PageEncoding.declared(in: bytes[...])
    }
    let decoded = try decoder.decode(bytes[...])
    switch try FormRecognizer.text(decoded.bytes, name: name) {
    case .html: return [try HTMLReader(name: name, limits: limits).read(decoded, monitor)]
    case .jsonl: return try JSONLinesReader(name: name, mapping: mapping).read(decoded, monitor)
    case .csv: return try CSVReader(name: name, mapping: mapping).read(decoded, monitor)
    case .markdown:
      return [try PlainTextReader.read(decoded, name: name, isMarkdown: true)]
    case .text, .pdf, .mail, .epub:
      return [try PlainTextReader.read(decoded, name: name, isMarkdown: false)]
    }
  }
}
