/// How large what is brought in may be, and how much work may be put into it.
package struct IntakeLimits: Sendable {
  /// Bytes of a file of any kind.
  package var fileBytes = 1 << 29
  /// Bytes of a page in HTML.
  package var pageBytes = 16 << 20
  /// How deep the elements of a page may be nested.
  package var pageDepth = 256
  /// How many attributes a tag may have.
  package var tagAttributes = 512
  /// Bytes of memory for the tree of a page.
  package var treeBytes = 1 << 30
  /// Bytes of a file that is given to another program.
  package var programBytes = 256 << 20
  /// Bytes that another program may write: some hundred for each word of a PDF.
  package var programOutputBytes = 1 << 29
  /// Seconds that another program may run.
  package var programSeconds = 60.0
  /// Bytes that a container may hold when unpacked.
  package var unpackedBytes = 128 << 20
  /// Files that a container may hold.
  package var containedFiles = 20_000
  /// How deep the parts of a message may be nested.
  package var messageDepth = 16

  package init() {}

  /// What suffices for articles, reports and books.
  package static let standard = IntakeLimits()
}

/// The programs that some kinds of file are read with; each is looked for in `PATH`.
package struct IntakePrograms: Sendable {
  /// Takes a PDF on standard input and writes its text.
  package var pdfText = "pdftotext"
  /// Takes a PDF on standard input and writes what it says of itself.
  package var pdfDetails = "pdfinfo"

  package init() {}

  /// Those of poppler.
  package static let standard = IntakePrograms()
}
