import AssayText
import Glibc

/// A folder for files on their way into a corpus or out of it, on the same disk.
///
/// It belongs to one shell, which holds a lock on it, and goes with it. What a killed shell has left
/// goes when the next shelf is made, unless a journal may still need it.
package final class FileShelf {
  private let path: String
  private let descriptor: Int32
  /// The places of what was put here and has not moved on.
  private var places: Set<String> = []

  /// How many files are waited for one by one.
  private static let mostSingly = 8

  /// Makes the folder.
  ///
  /// - Parameter stateFolder: where a shell keeps what belongs to the corpus.
  /// - Throws: `unwritableFile` when there is no such place, or the corpus cannot be written.
  package init(stateFolder: String?, _ corpus: CorpusFolder) throws(Diagnostic) {
    guard access(corpus.realPath, W_OK | X_OK) == 0 else {
      throw Self.unwritable(corpus.path, errno)
    }
    guard let stateFolder else {
      let place = corpus.realPath + "/.assay"
      throw Self.unwritable(place, access(place, W_OK | X_OK) == 0 ? EACCES : errno)
    }
    let all = Self.folder(in: stateFolder)
    guard mkdir(all, 0o755) == 0 || errno == EEXIST else {
      throw Self.unwritable(stateFolder, errno)
    }
    Self.removeLeft(in: all, journals: stateFolder + "/journal")
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    path = "\(all)/\(now.tv_sec).\(now.tv_nsec)-\(getpid())"
    guard mkdir(path, 0o755) == 0 else { throw Self.unwritable(all, errno) }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw Diagnostic(
        .unwritableFile, at: nil, "cannot write `\(path)`: \(String(cString: strerror(errno)))")
    }
  }

  /// Where all shelves are.
  static func folder(in stateFolder: String) -> String { stateFolder + "/files" }

  private static func unwritable(_ folder: String, _ reason: Int32) -> Diagnostic {
    Diagnostic(
      .unwritableFile, at: nil,
      "cannot write into `\(folder)`: \(String(cString: strerror(reason)))",
      hint: "nothing was changed")
  }

  deinit {
    Self.clear(path)
    close(descriptor)
  }

  /// Writes bytes down, and gives the place where they are.
  ///
  /// They outlast a power cut only after ``settle()``.
  ///
  /// - Throws: `unwritableFile`; nothing is left behind.
  package func put(_ bytes: [UInt8], digest: String) throws(Diagnostic) -> String {
    var place = path + "/" + digest
    var number = 1
    while places.contains(place) {
      number += 1
      place = "\(path)/\(digest)-\(number)"
    }
    let file = open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    let isWritten = file >= 0 && AtomicFile.write(bytes, to: file)
    let reason = errno
    if file >= 0 { close(file) }
    guard isWritten else {
      unlink(place)
      throw Diagnostic(
        .unwritableFile, at: nil, "cannot write `\(place)`: \(String(cString: strerror(reason)))",
        hint: "nothing was changed")
    }
    places.insert(place)
    return place
  }

  /// Sees to it that files that were put here outlast a power cut.
  package func settle(_ moves: [FileMove]) {
    // To wait for each of many takes longer than all else that is done with them.
    if moves.count > Self.mostSingly { return sync() }
    for move in moves {
      let file = open(move.place, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { continue }
      fsync(file)
      close(file)
    }
  }

  /// Notes that files have come into the corpus.
  package func release(_ moves: [FileMove]) {
    for move in moves { places.remove(move.place) }
  }

  /// Takes away what was put here and has not moved on.
  package func discard() {
    for place in places { unlink(place) }
    places = []
  }

  /// Takes away the shelves of shells that are gone and of which no journal says anything.
  private static func removeLeft(in folder: String, journals: String) {
    let left = FileReader.names(in: folder)
    guard !left.isEmpty else { return }
    let texts = FileReader.names(in: journals).map { name in
      let bytes = try? FileReader.bytes(of: journals + "/" + name, shown: name)
      return String(decoding: bytes ?? [], as: UTF8.self)
    }
    for name in left where !texts.contains(where: { $0.contains("/\(name)/") }) {
      let place = folder + "/" + name
      let descriptor = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { clear(place) }
    }
  }

  private static func clear(_ folder: String) {
    for name in FileReader.names(in: folder) { unlink(folder + "/" + name) }
    rmdir(folder)
  }
}
