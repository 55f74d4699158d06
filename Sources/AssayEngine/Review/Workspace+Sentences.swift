import AssayReading
import AssayStore
import AssayText

extension Workspace {
  /// The sentences of a source's document, in the order of the text.
  func sentences(of source: String) throws(Diagnostic) -> [Passage] {
    do throws(StoreError) {
      let statement = try connection.cached(
        """
        SELECT paragraph, sentence, start, end FROM passages
          WHERE source = (SELECT key FROM sources WHERE id = ?) ORDER BY start, end
        """)
      statement.bind(source, at: 1)
      defer { statement.reset() }
      var sentences: [Passage] = []
      while try statement.step() {
        sentences.append(
          Passage(
            paragraph: Int(statement.integer(0)), sentence: Int(statement.integer(1)),
            start: Int(statement.integer(2)), end: Int(statement.integer(3))))
      }
      return sentences
    } catch {
      throw .storeFailed(error)
    }
  }

  /// The sources that have a document, in byte order of their ids.
  package func sourcesWithDocuments() throws(Diagnostic) -> [String] {
    do throws(StoreError) {
      let statement = try connection.prepare(
        """
        SELECT s.id FROM sources AS s JOIN documents AS d ON d.source = s.key ORDER BY s.id
        """)
      var ids: [String] = []
      while try statement.step() { ids.append(statement.text(0)) }
      return ids
    } catch {
      throw .storeFailed(error)
    }
  }
}

extension Workspace {
  /// The kind of an entity; `nil` if there is none with this id.
  package func kind(ofEntity id: String) -> String? {
    IndexLookup(connection).known(.entity, id)?.shape
  }
}
