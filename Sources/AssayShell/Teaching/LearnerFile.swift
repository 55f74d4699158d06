import AssayEngine
import AssaySessions
import AssayText
import Glibc

/// The file in which a learner's record is kept: with the user's own state, and nowhere else.
package struct LearnerFile {
  package let path: String
  package let name: String

  /// The folder for learners' files; `nil` where the user has no home.
  package static var standardFolder: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let state = variable("XDG_STATE_HOME") ?? variable("HOME").map { $0 + "/.local/state" }
    return state.map { $0 + "/assay/learners" }
  }

  /// The name of whoever is logged in.
  package static var standardName: String {
    getenv("USER").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "learner"
  }

  /// The extension of these files.
  package static let suffix = ".learner"

  package init(name: String, in folder: String) {
    self.name = name
    path = folder + "/" + Self.fileName(of: name) + Self.suffix
  }

  /// A name in which letters, digits and hyphens stand for themselves and all else for its bytes, so
  /// that no two learners share a file.
  private static func fileName(of name: String) -> String {
    name.unicodeScalars.map { scalar -> String in
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
      if isPlain { return String(scalar) }
      return String(scalar).utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
    }.joined()
  }

  /// The same file, found from any working folder.
  package var absolute: LearnerFile {
    guard !path.hasPrefix("/"), let here = Safety.resolved(".") else { return self }
    return LearnerFile(name: name, path: here + "/" + path)
  }

  private init(name: String, path: String) { (self.name, self.path) = (name, path) }

  /// What is recorded; an empty record where there is no file.
  package func read() throws(Diagnostic) -> LearnerRecord {
    guard access(path, F_OK) == 0 else { return LearnerRecord(name: name) }
    return try Self.read(path)
  }

  /// The record in a file.
  package static func read(_ path: String) throws(Diagnostic) -> LearnerRecord {
    let source = SourceText(name: path, bytes: try KeptFile.bytes(of: path))
    do throws(Diagnostic) {
      return try LearnerRecord(source)
    } catch {
      throw error.located(in: source)
    }
  }

  /// Writes the record, and makes the folders that it needs.
  package func write(_ record: LearnerRecord) throws(Diagnostic) {
    FolderPath.make(FolderPath.folder(of: path))
    try KeptFile.write(Array(record.text.utf8), to: path)
  }
}
