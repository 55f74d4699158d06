import AssayEngine
import AssaySessions
import AssayText
import Glibc

/// The lessons of a folder, by the order of their names.
package struct LessonShelf {
  /// The files, in byte order of their names.
  package let files: [String]

  /// Where the project keeps its lessons.
  private static let place = "examples/lessons"

  /// - Parameter folder: the folder; `nil` for the project's own, found from the working folder or
  ///   from the program.
  /// - Throws: `unreadableFile` when there is none.
  package init(folder: String?) throws(Diagnostic) {
    guard let folder = folder ?? Self.nearest else {
      throw Diagnostic(
        .unreadableFile, at: nil, "there are no lessons here: no folder `\(Self.place)`",
        hint: "`--lessons FOLDER` names one")
    }
    files = KeptFile.names(in: folder).filter { $0.hasSuffix(".md") && $0 != "README.md" }
      .map { folder + "/" + $0 }
    guard !files.isEmpty else {
      throw Diagnostic(.unreadableFile, at: nil, "`\(folder)` holds no lessons")
    }
  }

  private static var nearest: String? {
    let program = Safety.resolved("/proc/self/exe") ?? ""
    let starts = [Safety.resolved("."), program]
    for case let start? in starts {
      if let found = SessionFolder.find(place, from: start) { return found + "/" + place }
    }
    return nil
  }

  /// The lesson in a file.
  ///
  /// - Throws: the first fault of one that is none.
  package static func read(_ file: String) throws(Diagnostic) -> Lesson {
    let source = SourceText(name: file, bytes: try KeptFile.bytes(of: file))
    do throws(Diagnostics) {
      return try Lesson(SessionText(source))
    } catch {
      throw error.all.first ?? .interrupted
    }
  }

  /// The lesson of a name, of the beginning of one, or of a number in the list.
  ///
  /// - Throws: `unknownTopic` for none.
  package func lesson(_ word: String) throws(Diagnostic) -> Lesson {
    let names = files.map(Self.name)
    let isLike = { (name: String) in name == word || Self.withoutNumber(name) == word }
    let begins = { (name: String) in
      name.hasPrefix(word) || Self.withoutNumber(name).hasPrefix(word)
    }
    let number = Int(word).flatMap { files.indices.contains($0 - 1) ? $0 - 1 : nil }
    let beginning = names.indices.filter { begins(names[$0]) }
    let only = beginning.count == 1 ? beginning.first : nil
    guard let place = number ?? names.firstIndex(where: isLike) ?? only else {
      let known = names.map(Self.withoutNumber)
      throw Diagnostic(
        .unknownTopic, at: nil, "there is no lesson `\(word)`",
        hint: Spelling.closest(to: word, among: known).map { "did you mean `\($0)`?" }
          ?? "lessons: \(known.joined(separator: ", "))")
    }
    return try Self.read(files[place])
  }

  private static func name(_ file: String) -> String {
    String((file.split(separator: "/").last ?? "").dropLast(".md".count))
  }

  /// A name without the number that gives it its place.
  private static func withoutNumber(_ name: String) -> String {
    String(name.drop { $0.isNumber || $0 == "-" })
  }
}
