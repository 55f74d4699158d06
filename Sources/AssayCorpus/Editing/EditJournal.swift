import AssayText
import Glibc

/// What a shell has changed in the corpus, in a file of its own, so that it can be taken back even
/// after the shell was killed.
///
/// The file is locked as long as its shell lives; one that nobody holds belongs to a shell that
/// did not end by itself. Without a folder nothing is kept but what is in memory.
package final class EditJournal {
  /// What can be taken back, the latest last.
  package private(set) var done: [CorpusEdit] = []
  /// What was taken back and can be done again, the latest last.
  package private(set) var undone: [CorpusEdit] = []

  /// What is done with an edit.
  package enum Step: String, Sendable {
    case add, undo, redo
  }

  private let folder: String?
  private var path: String?
  private var file: Int32 = -1

  /// - Parameter stateFolder: where journals are kept; nothing is made there before the first edit.
  package init(stateFolder: String?) { folder = stateFolder.map(Self.folder(in:)) }

  deinit { if file >= 0 { close(file) } }

  /// Forgets everything: the shell has ended by itself.
  package func end() {
    if let path { unlink(path) }
    path = nil
    if file >= 0 { close(file) }
    file = -1
    (done, undone) = ([], [])
  }

  /// Notes that an edit is about to be made, so that it can be finished or taken back by others.
  ///
  /// - Throws: `unwritableFile`; the edit may not be made then.
  package func begin(_ step: Step, _ edit: CorpusEdit) throws(Diagnostic) {
    guard try openFile() else { return }
    let text = JournalText.beginning(of: step, edit)
    guard append(text), fsync(file) == 0 else { throw unwritable() }
  }

  /// Notes how the edit that was begun has ended, and keeps it.
  package func finish(_ step: Step, _ edit: CorpusEdit, isMade: Bool) {
    if file >= 0 { _ = append(isMade ? JournalText.made : JournalText.givenUp) }
    if isMade { keep(step, edit) }
  }

  /// Gives up the edit that a step would take: it cannot be taken back, or done again, any more.
  package func passOver(_ step: Step) {
    switch step {
    case .add: break
    case .undo: _ = done.popLast()
    case .redo: _ = undone.popLast()
    }
  }

  private func keep(_ step: Step, _ edit: CorpusEdit) {
    switch step {
    case .add:
      done.append(edit)
      undone = []
    case .undo:
      _ = done.popLast()
      undone.append(edit.inverse)
    case .redo:
      _ = undone.popLast()
      done.append(edit)
    }
  }

  // MARK: What other shells left

  /// Takes over what shells that were killed had changed; gives how many edits can be undone.
  ///
  /// To be called while nobody else writes to the corpus.
  package func adopt() -> Int {
    guard let folder else { return 0 }
    for name in FileReader.names(in: folder) {
      let place = folder + "/" + name
      guard place != path, let left = Self.lockedFile(place) else { continue }
      defer { close(left) }
      let steps = Self.steps(in: left, of: folder)
      // What is done by half and could not be taken back yet stays to be.
      guard steps.last?.isMade ?? true else { continue }
      for (step, edit, isMade) in steps where isMade {
        keep(step, edit)
        // Written again, so that it outlives this shell, too.
        guard (try? openFile()) == true else { continue }
        _ = append(JournalText.beginning(of: step, edit) + JournalText.made)
      }
      unlink(place)
    }
    return done.count
  }

  /// Whether a killed shell has begun an edit of which nobody knows how it ended.
  package static func isUndecided(stateFolder: String?) -> Bool {
    guard let folder = stateFolder.map(folder(in:)) else { return false }
    return FileReader.names(in: folder).contains { name in
      guard let left = lockedFile(folder + "/" + name) else { return false }
      defer { close(left) }
      return JournalText.steps(of: contents(of: left)).last?.isMade == false
    }
  }

  /// Takes back what a killed shell did by half: of an edit to several files some were written.
  ///
  /// To be called while nobody else writes to the corpus.
  package static func recover(stateFolder: String?, in corpus: CorpusFolder) {
    guard let folder = stateFolder.map(folder(in:)) else { return }
    for name in FileReader.names(in: folder) {
      let place = folder + "/" + name
      guard let left = lockedFile(place) else { continue }
      defer { close(left) }
      let steps = steps(in: left, of: folder)
      guard let (_, edit, isMade) = steps.last, !isMade else { continue }
      let written = written(of: edit, in: corpus)
      let isWhole = written.count == edit.changes.count
      // What cannot be taken back now is tried again at the next opening.
      guard isWhole || takeBack(written[...], in: corpus) else { continue }
      // Files come before the texts that name them, and go after them.
      let moves = edit.moves.filter { $0.arrives != isWhole }
      let rest = isWhole ? moves : unnamed(moves, by: edit, in: corpus).map(\.inverse)
      guard rest.reversed().allSatisfy({ $0.finish(in: corpus) }) else { continue }
      let end = Array((isWhole ? JournalText.made : JournalText.givenUp).utf8)
      _ = AtomicFile.write(end, to: left)
      // Nothing is left to be taken over; the shelf that the journal speaks of may go, too.
      if !isWhole, steps.count == 1 { unlink(place) }
    }
  }

  /// The changes of an edit that have been made.
  private static func written(of edit: CorpusEdit, in corpus: CorpusFolder) -> [FileChange] {
    var written: [FileChange] = []
    for change in edit.changes {
      let path = corpus.absolute(change.path)
      AtomicFile.removeLeftover(of: path)
      let bytes = try? FileReader.bytes(of: path, shown: change.path)
      if change.isMade(in: bytes) { written.append(change) }
    }
    return written
  }

  /// The files of an edit taken back that its texts do not name: somebody may have changed a text
  /// since so much that it cannot be taken back, and goes on with the file.
  private static func unnamed(
    _ moves: [FileMove], by edit: CorpusEdit, in corpus: CorpusFolder
  ) -> [FileMove] {
    let changed = edit.changes.compactMap { change in
      let bytes = try? FileReader.bytes(of: corpus.absolute(change.path), shown: change.path)
      return bytes.map(Digest.sha256) == change.before ? nil : bytes
    }
    guard !changed.isEmpty else { return moves }
    return moves.filter { move in
      let path = Array(move.path.utf8)
      return !changed.contains { text in
        text.withUnsafeBufferPointer { text in
          path.withUnsafeBufferPointer { ByteSearch.first($0, in: text) != nil }
        }
      }
    }
  }

  /// Gives files that were just written their old bytes back, the last first; `false` if one
  /// stays as it is.
  package static func takeBack(_ changes: ArraySlice<FileChange>, in corpus: CorpusFolder) -> Bool {
    var isDone = true
    for change in changes.reversed() {
      let path = corpus.absolute(change.path)
      do throws(Diagnostic) {
        let isThere = FileReader.stamp(of: path) != nil
        let bytes = isThere ? try FileReader.bytes(of: path, shown: change.path) : nil
        let (_, result) = try change.inverse.rebased(onto: bytes)
        let file = try AtomicFile(result, at: path, shown: change.path)
        defer { file.discard() }
        try file.commit()
      } catch {
        isDone = false
      }
    }
    return isDone
  }

  // MARK: The file

  private static func folder(in stateFolder: String) -> String { stateFolder + "/journal" }

  /// Makes the journal of this shell, if there is a place for it.
  private func openFile() throws(Diagnostic) -> Bool {
    guard let folder else { return false }
    if file >= 0 { return true }
    mkdir(folder, 0o755)
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    // Names sort by time, so that what is taken over comes in its order.
    let digits = String(now.tv_nsec)
    let fraction = String(repeating: "0", count: 9 - digits.utf8.count) + digits
    let path = "\(folder)/\(now.tv_sec).\(fraction)-\(getpid())"
    file = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw unwritable() }
    // Whoever opens the corpus may look into it for a moment.
    while flock(file, LOCK_EX) != 0, errno == EINTR {}
    guard append(JournalText.head) else {
      let fault = unwritable()
      unlink(path)
      close(file)
      file = -1
      throw fault
    }
    self.path = path
    return true
  }

  /// Writes at the end; half of a text would spoil the one after it, so it does not stay.
  private func append(_ text: String) -> Bool {
    let end = lseek(file, 0, SEEK_END)
    guard !AtomicFile.write(Array(text.utf8), to: file) else { return true }
    let reason = errno
    _ = ftruncate(file, end)
    errno = reason
    return false
  }

  private func unwritable() -> Diagnostic {
    Diagnostic(
      .unwritableFile, at: nil,
      "the journal of changes cannot be written: \(String(cString: strerror(errno)))",
      hint: "nothing was changed")
  }

  /// A journal whose shell is gone, held by this process until it is closed.
  private static func lockedFile(_ path: String) -> Int32? {
    let file = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { return nil }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return file }
    close(file)
    return nil
  }

  /// What a journal says, with its shelves where they are now.
  private static func steps(
    in file: Int32, of folder: String
  ) -> [(EditJournal.Step, CorpusEdit, isMade: Bool)] {
    let stateFolder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? folder
    return JournalText.steps(of: contents(of: file)).map { step, edit, isMade in
      let moves = edit.moves.map { $0.moved(to: stateFolder) }
      return (step, CorpusEdit(edit.label, edit.changes, moves: moves), isMade)
    }
  }

  private static func contents(of file: Int32) -> String {
    let bytes = try? FileReader.contents(of: file, "the journal")
    return String(decoding: bytes ?? [], as: UTF8.self)
  }
}
