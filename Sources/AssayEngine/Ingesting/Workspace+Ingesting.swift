import AssayCorpus
import AssayExchange
import AssayIntake
import AssayModel
import AssayText

extension Workspace {
  /// Reads files that are to be brought in, and proposes a source for each document.
  ///
  /// Nothing of the corpus is changed: the files wait on a shelf until ``CorpusEditor/ingest(_:)``.
  /// A file that cannot be read becomes an entry, and the others go on.
  ///
  /// - Throws: `nothingToIngest` when there is no file at all, and what stops the work.
  package func ingestion(of request: IngestRequest) throws(Diagnostic) -> Ingestion {
    if let id = request.id, !IDWord.fits(id) {
      throw Diagnostic(
        .wrongArguments, at: nil, "`\(id)` is no id",
        hint: "a letter, then letters, digits and `_`, with single `-` between")
    }
    let shelf = request.isDry ? nil : try makeShelf()
    do throws(Diagnostic) {
      return try Diagnostic.telling {
        let found = try FileWalk.files(at: request.paths, monitor)
        guard !found.files.isEmpty || !found.faults.isEmpty else {
          throw Diagnostic.nothingToIngest(request.paths)
        }
        var reader = try IngestReader(self, request, shelf)
        try monitor.enter(.ingesting, of: found.files.count)
        for file in found.files {
          try reader.read(file)
          try monitor.advance(by: 1)
        }
        try reader.compare()
        if let id = request.id { try reader.rename(to: id) }
        var ingestion = reader.ingestion
        ingestion.entries += found.faults.map { .failed($0) }
        return ingestion
      }
    } catch {
      shelf?.discard()
      throw error
    }
  }

  /// What converts files here.
  ///
  /// - Parameter mapping: which fields of rows are what; the usual ones otherwise.
  func intake(mapping: String?) throws(Diagnostic) -> Intake {
    var fields: FieldMapping?
    if let mapping { fields = try FieldMapping(mapping) }
    var programs = IntakePrograms.standard
    // Safe mode starts no other program, so these are not to be found.
    if isRestricted { (programs.pdfText, programs.pdfDetails) = (Self.noProgram, Self.noProgram) }
    return Intake(mapping: fields, programs: programs)
  }

  private static let noProgram = "no program in safe mode"

  /// Takes away what was read and is not to be brought in.
  package func discardIngestion() { shelf?.discard() }

  /// The shelf of this shell, made when the first file waits.
  func makeShelf() throws(Diagnostic) -> FileShelf {
    if let shelf { return shelf }
    let made = try FileShelf(stateFolder: stateFolder, folder)
    shelf = made
    return made
  }
}

extension Diagnostic {
  /// As in `assay ingest empty-folder`.
  static func nothingToIngest(_ paths: [String]) -> Diagnostic {
    let names = paths.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .nothingToIngest, at: nil, "there is no file to ingest in \(names)",
      hint: "hidden files, links and corpus text are left out")
  }
}
