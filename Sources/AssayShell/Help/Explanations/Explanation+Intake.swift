/// What is brought in from files of other kinds: F206 to F209.
extension Explanation {
  static let intake: [Explanation] = [
    Explanation(
      .unreadableDocument,
      means: """
        What a file is, its bytes say, and its name only where they leave it open. This one has no \
        text to quote: it is an archive, a picture, a program, a scan without text, or in an \
        unknown encoding. Nothing of it was taken in. Convert or unpack it, and bring in what \
        comes out.
        """,
      wrong: "assay ingest photographs.zip", right: "unzip photographs.zip\nassay ingest notes.txt",
      in: .environment),
    Explanation(
      .documentTooLarge,
      means: """
        A file to bring in has a limit to its size, and a page also one to how deep its elements \
        are nested, so that no file can bring the program down. Real articles and books stay far \
        below both. Split the file, or save the text of the page alone.
        """, in: .environment),
    Explanation(
      .programMissing,
      means: """
        Some kinds of file are read with the help of another program, which does it well and is \
        kept by others: PDF with `pdftotext` of poppler. It was not found in `PATH`. The hint names \
        the package of Debian that has it.
        """,
      right: "apt-get install poppler-utils", in: .environment),
    Explanation(
      .brokenRows,
      means: """
        A file of rows gives a document for each row, so every row has to be whole and has to have \
        the field with the text. One does not, and the message says which line. Nothing of the \
        file was taken in, as half a file would look like a whole one.
        """, in: .environment),
  ]
}
