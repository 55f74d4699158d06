import AssayModel
import AssayText

/// A PDF to plain text, through the programs of poppler.
///
/// Pages are known, places in the bytes are not, as the text of a PDF does not stand in them.
struct PDFReader {
  let name: String
  let limits: IntakeLimits
  let programs: IntakePrograms

  func read(_ bytes: [UInt8], _ monitor: WorkMonitor) throws(Diagnostic) -> IntakeDocument {
    guard bytes.count <= limits.programBytes else {
      throw .tooLarge(
        name,
        "is a PDF of \(bytesInWords(bytes.count)), and the most is "
          + bytesInWords(limits.programBytes))
    }
    guard Self.isWhole(bytes) else {
      throw .unreadableDocument(name, "is a PDF that is cut off: its end is missing")
    }
    let words = [programs.pdfText, "-bbox-layout", "-enc", "UTF-8", "-", "-"]
    let ending = try run(words, bytes, monitor)
    guard ending.reason == .exited(0) else { throw failure(ending) }
    let pages = PDFPages(ending.output)
    guard pages.hasText else {
      throw .unreadableDocument(
        name,
        "is a PDF without text: \(pages.count == 1 ? "a page" : "\(pages.count) pages") of "
          + "pictures",
        hint: "read it with OCR first, as with `ocrmypdf`, and bring in what comes out")
    }
    let (text, origins) = pages.text(of: bytes.count)
    var document = IntakeDocument(text: text, isMarkdown: false, form: .pdf, origins: origins)
    document.notes = pages.notes
    try addDetails(&document, bytes, monitor)
    return document
  }

  /// A PDF ends with a mark; what stands behind it does no harm.
  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    Array(bytes.suffix(2048)).withUnsafeBufferPointer { tail in
      Array("%%EOF".utf8).withUnsafeBufferPointer { ByteSearch.first($0, in: tail) != nil }
    }
  }

  private func run(
    _ words: [String], _ bytes: [UInt8], _ monitor: WorkMonitor
  ) throws(Diagnostic) -> ChildProcess.Ending {
    let most = ChildProcess.Limits(
      seconds: limits.programSeconds, outputBytes: limits.programOutputBytes)
    do throws(Cancelled) {
      return try ChildProcess(words, most).run(bytes, monitor)
    } catch {
      throw .stopped(error)
    }
  }

  private func failure(_ ending: ChildProcess.Ending) -> Diagnostic {
    switch ending.reason {
    case .notStarted: return .programMissing(programs.pdfText, package: "poppler-utils", for: name)
    case .tookTooLong:
      return .tooLarge(
        name, "takes `\(programs.pdfText)` longer than \(Int(limits.programSeconds)) s")
    case .wroteTooMuch:
      return .tooLarge(
        name, "has more text than fits into \(bytesInWords(limits.programOutputBytes))")
    case .exited, .signalled:
      let said = String(decoding: ending.errors, as: UTF8.self)
      if said.contains("password") {
        return .unreadableDocument(name, "is a PDF that is locked with a password")
      }
      return .unreadableDocument(name, "is a broken PDF, which `\(programs.pdfText)` cannot read")
    }
  }

  /// What the file says of itself; without the program for it, what the text says.
  private func addDetails(
    _ document: inout IntakeDocument, _ bytes: [UInt8], _ monitor: WorkMonitor
  ) throws(Diagnostic) {
    let words = [programs.pdfDetails, "-enc", "UTF-8", "-isodates", "-"]
    let ending = try run(words, bytes, monitor)
    if ending.reason == .exited(0) {
      for line in ending.output.split(separator: 0x0A) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
        let value = PlainWords.collapsed(Array(line[(colon + 1)...]), limit: 400)
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "Title": if Self.isTitle(value) { document.details.title = value }
        case "Author": if !value.isEmpty { document.details.author = value }
        case "CreationDate":
          document.details.published = LooseDate.read(value)
          if document.details.published != nil {
            document.notes.append("the date is the day on which the PDF was made")
          }
        default: break
        }
      }
    }
    if document.details.title == nil {
      document.details.title = TopLines(document.text, isMarkdown: false).title
    }
  }

  /// Programs put the name of a file, or nothing, where a title belongs.
  private static func isTitle(_ words: String) -> Bool {
    let small = words.lowercased()
    let endings = [".doc", ".docx", ".indd", ".qxd", ".pdf", ".tex", ".dvi", ".rtf", ".odt"]
    return small.utf8.count > 3 && !small.hasPrefix("untitled") && !small.hasPrefix("microsoft ")
      && !endings.contains { small.hasSuffix($0) }
  }
}
