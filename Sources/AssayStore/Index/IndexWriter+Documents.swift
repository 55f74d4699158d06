import AssayModel
import AssayText

extension IndexWriter {
  /// A document as the index keeps it.
  package struct Document {
    package let source: String
    package let path: String
    package let digest: String
    package let byteCount: Int
    package let passages: [Passage]

    /// A sentence and where it stands.
    package struct Passage {
      package let paragraph: Int
      package let sentence: Int
      package let start: Int
      package let end: Int
      package let text: ArraySlice<UInt8>

      package init(
        paragraph: Int, sentence: Int, start: Int, end: Int, text: ArraySlice<UInt8>
      ) {
        (self.paragraph, self.sentence) = (paragraph, sentence)
        (self.start, self.end, self.text) = (start, end, text)
      }
    }

    package init(
      source: String, path: String, digest: String, byteCount: Int, passages: [Passage]
    ) {
      (self.source, self.path, self.digest) = (source, path, digest)
      (self.byteCount, self.passages) = (byteCount, passages)
    }
  }

  /// Adds the document of a source, under the source's key, and its passages.
  package func insert(
    _ document: Document, file: Int64, ids: inout IDTable
  ) throws(StoreError) {
    let source = ids.key(of: document.source, .source)
    let row = try connection.cached(
      """
      INSERT INTO documents
        (key, file, id, source, path, digest, bytes, paragraphs, sentences)
        VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?6, ?7, ?8)
      """)
    row.bind(source, at: 1)
    row.bind(file, at: 2)
    row.bind(document.source, at: 3)
    row.bind(document.path, at: 4)
    row.bind(document.digest, at: 5)
    row.bind(Int64(document.byteCount), at: 6)
    row.bind(Int64(document.passages.last?.paragraph ?? 0), at: 7)
    row.bind(Int64(document.passages.count), at: 8)
    try row.run()
    let statement = try connection.cached(
      """
      INSERT INTO passages (file, source, paragraph, sentence, start, end, text)
        VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    for passage in document.passages {
      statement.bind(file, at: 1)
      statement.bind(source, at: 2)
      statement.bind(Int64(passage.paragraph), at: 3)
      statement.bind(Int64(passage.sentence), at: 4)
      statement.bind(Int64(passage.start), at: 5)
      statement.bind(Int64(passage.end), at: 6)
      statement.bind(passage.text, at: 7)
      try statement.run()
    }
  }
}
