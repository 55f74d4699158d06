import AssayModel
import AssayText

/// A book as EPUB to Markdown: its chapters in the order in which they are read.
///
/// Chapters are numbered as pages are, from 1; the bytes of a chapter are packed in the file, so that
/// each is traced to the whole file.
struct EPUBReader {
  let name: String
  let limits: IntakeLimits

  func read(_ bytes: [UInt8], _ monitor: WorkMonitor) throws(Diagnostic) -> IntakeDocument {
    let archive = try ZipArchive(bytes, name: name, limits)
    let package = try package(archive)
    if let locked = try archive.content(of: "META-INF/encryption.xml"),
      package.chapters.contains(where: { Self.mentions(locked, $0) })
    {
      throw .unreadableDocument(name, "is a book that is locked (DRM)")
    }
    var text: [UInt8] = []
    var origins = OriginMap()
    var notes: [String] = []
    for (index, path) in package.chapters.enumerated() {
      do throws(Cancelled) { try monitor.check() } catch { throw .stopped(error) }
      guard let page = try archive.content(of: path) else {
        notes.append("the chapter `\(path)` is missing")
        continue
      }
      guard let chapter = try chapter(page, monitor) else { continue }
      if !text.isEmpty { text.append(0x0A) }
      origins.append(
        .init(start: text.count, origin: Span(0, bytes.count), page: index + 1))
      text += chapter
    }
    guard !text.isEmpty else { throw .unreadableDocument(name, "is a book without text") }
    var document = IntakeDocument(text: text, isMarkdown: true, form: .epub, origins: origins)
    document.details = package.details
    document.notes = notes
    return document
  }

  private static func mentions(_ file: [UInt8], _ path: String) -> Bool {
    file.withUnsafeBufferPointer { file in
      Array(path.utf8).withUnsafeBufferPointer { ByteSearch.first($0, in: file) != nil }
    }
  }

  /// A chapter as Markdown, all of it; `nil` if it has no words.
  private func chapter(
    _ page: [UInt8], _ monitor: WorkMonitor
  ) throws(Diagnostic) -> [UInt8]? {
    guard page.contains(where: { $0 > 0x20 }) else { return nil }
    let decoder = TextDecoder(name: name, declared: PageEncoding.declared(in: page[...]))
    return try HTMLReader(name: name, limits: limits).whole(try decoder.decode(page[...]), monitor)
  }

  private func package(_ archive: ZipArchive) throws(Diagnostic) -> BookPackage {
    guard let container = try archive.content(of: "META-INF/container.xml"),
      let path = BookPackage.rootFile(container), let file = try archive.content(of: path)
    else { throw .unreadableDocument(name, "is a broken EPUB: it does not say what is in it") }
    let package = BookPackage(file, at: path)
    guard !package.chapters.isEmpty else {
      throw .unreadableDocument(name, "is a book without chapters")
    }
    return package
  }
}
