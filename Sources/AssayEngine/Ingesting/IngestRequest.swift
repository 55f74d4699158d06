import AssayModel

/// What is to be brought into a corpus, and how.
package struct IngestRequest: Sendable {
  /// Files and folders, from the working folder.
  package let paths: [String]
  /// The id of the source, where there is only one document.
  package var id: String?
  /// Which fields of tables and of JSON lines are what: `text=body, title=headline`.
  package var mapping: String?
  /// When the files were captured; what nobody says stays out.
  package var retrieved: PartialDate?
  /// Whether what the corpus has already comes in once more.
  package var isAgain = false

  /// Whether nothing is to be written, so that nothing has to wait.
  package var isDry = false
  /// Whether documents with much the same words are looked for.
  var comparesWording = true

  package init(_ paths: [String]) { self.paths = paths }
}
