import AssayCorpus
import AssayStore
import AssayText

extension Workspace {
  /// A file of the corpus and the SHA-256 of its bytes, in hexadecimal.
  package struct CorpusFile: Hashable, Sendable {
    /// From the corpus folder.
    package let path: String
    package let digest: String

    package init(path: String, digest: String) { (self.path, self.digest) = (path, digest) }
  }

  /// Makes sure that a folder holds a corpus.
  ///
  /// - Throws: `missingCorpus`.
  package static func requireCorpus(_ folder: String) throws(Diagnostic) {
    _ = try CorpusFolder(folder)
  }

  /// Every file that was read, corpus text and documents, in byte order of the paths.
  package func files() throws(Diagnostic) -> [CorpusFile] {
    do throws(StoreError) {
      let statement = try connection.prepare("SELECT path, digest FROM files")
      var files: [CorpusFile] = []
      while try statement.step() {
        files.append(CorpusFile(path: statement.text(0), digest: statement.text(1)))
      }
      return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    } catch {
      throw .storeFailed(error)
    }
  }

  /// The digest of a whole corpus: SHA-256 of the text that has for each file, in byte order of the
  /// paths, the line `DIGEST  PATH`, as `sha256sum` writes it.
  package static func digest(of files: [CorpusFile]) -> String {
    KeptFile.digest(of: Array(files.map { "\($0.digest)  \($0.path)\n" }.joined().utf8))
  }
}
