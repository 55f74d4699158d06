import AssayText

/// What files that have no text to bring in are, by their first bytes.
enum Magic {
  /// What the bytes are, as a fact for a diagnostic, with a way out; `nil` if they may be a text.
  static func refusal(of bytes: [UInt8]) -> (fact: String, hint: String?)? {
    if bytes.starts(with: Array("PK".utf8)), bytes.count > 3, [3, 5, 7].contains(bytes[2]) {
      return (container(bytes), nil)
    }
    for (offset, mark, what, hint) in marks
    where bytes.dropFirst(offset).starts(with: mark) { return ("is \(what)", hint) }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.count > 12 {
      let kind = String(decoding: bytes[8..<12], as: UTF8.self)
      return (kind == "WEBP" ? "is a picture (WebP)" : "is sound or film (RIFF)", nil)
    }
    if bytes.dropFirst(4).starts(with: Array("ftyp".utf8)) {
      return ("is film, sound or a picture (MP4 or HEIF)", nil)
    }
    return nil
  }

  private static let unpack = "unpack it, and bring in what it holds"
  private static let export = "save it as PDF, HTML or text"

  private static let marks: [(Int, [UInt8], String, String?)] = [
    (0, [0x1F, 0x8B], "an archive (gzip)", unpack),
    (0, Array("BZh".utf8), "an archive (bzip2)", unpack),
    (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "an archive (xz)", unpack),
    (0, [0x28, 0xB5, 0x2F, 0xFD], "an archive (zstd)", unpack),
    (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "an archive (7z)", unpack),
    (0, Array("Rar!\u{1A}\u{7}".utf8), "an archive (RAR)", unpack),
    (257, Array("ustar".utf8), "an archive (tar)", unpack),
    (0, Array("!<arch>\n".utf8), "an archive (ar)", unpack),
    (0, Array("WARC/1.".utf8), "an archive of the web (WARC)", unpack),
    (0, [0x89, 0x50, 0x4E, 0x47], "a picture (PNG)", nil),
    (0, [0xFF, 0xD8, 0xFF], "a picture (JPEG)", nil),
    (0, Array("GIF8".utf8), "a picture (GIF)", nil),
    (0, [0x49, 0x49, 0x2A, 0], "a picture (TIFF)", nil),
    (0, [0x4D, 0x4D, 0, 0x2A], "a picture (TIFF)", nil),
    (0, Array("AT&TFORM".utf8), "a scan (DjVu)", "save it as PDF with text"),
    (0, Array("ID3".utf8), "sound (MP3)", nil), (0, Array("OggS".utf8), "sound (Ogg)", nil),
    (0, Array("fLaC".utf8), "sound (FLAC)", nil),
    (0, [0x1A, 0x45, 0xDF, 0xA3], "film (Matroska)", nil),
    (0, [0x7F, 0x45, 0x4C, 0x46], "a program (ELF)", nil),
    (0, [0, 0x61, 0x73, 0x6D], "a program (WebAssembly)", nil),
    (0, [0xCF, 0xFA, 0xED, 0xFE], "a program (Mach-O)", nil),
    (0, [0xCA, 0xFE, 0xBA, 0xBE], "a program (Java or Mach-O)", nil),
    (0, Array("SQLite format 3\0".utf8), "a database (SQLite)", "save its rows as CSV"),
    (0, [0xD0, 0xCF, 0x11, 0xE0], "an old Office document (DOC, XLS or PPT)", export),
    (0, Array("{\\rtf".utf8), "a text with codes (RTF)", export),
    (0, Array("%!PS".utf8), "PostScript", "save it as PDF"),
  ]

  /// A zip says by its first names what it is.
  private static func container(_ bytes: [UInt8]) -> String {
    let head = bytes.prefix(1 << 16) + bytes.suffix(1 << 16)
    func holds(_ words: String) -> Bool {
      Array(head).withUnsafeBufferPointer { head in
        Array(words.utf8).withUnsafeBufferPointer { ByteSearch.first($0, in: head) != nil }
      }
    }
    if holds("word/") { return "is a Word document (DOCX), which is not read" }
    if holds("xl/workbook") { return "is a workbook (XLSX), which is not read" }
    if holds("ppt/slides") { return "is a set of slides (PPTX), which is not read" }
    if holds("application/vnd.oasis.opendocument") {
      return "is an OpenDocument file, which is not read"
    }
    return "is an archive (zip)"
  }
}
