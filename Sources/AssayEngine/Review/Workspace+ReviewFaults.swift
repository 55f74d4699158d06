import AssayCorpus
import AssayText

extension Workspace {
  /// What is wrong with the files of decisions, in byte order of their names; nothing is read
  /// where there is no folder of them.
  package var reviewFaults: [Diagnostic] {
    let suffix = ".review"
    let names = FileReader.names(in: folder.absolute(ReviewFile.folder))
    return names.filter { $0.hasSuffix(suffix) }.flatMap { name -> [Diagnostic] in
      do throws(Diagnostic) {
        return try decisions(about: String(name.dropLast(suffix.count))).faults
      } catch {
        return [error]
      }
    }
  }
}
