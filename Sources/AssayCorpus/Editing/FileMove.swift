import AssayText
import Glibc

/// A whole file that an edit brings into the corpus, or takes out of it again.
///
/// Its bytes are moved and never copied: while they are not in the corpus they wait elsewhere on the
/// same disk, so that an edit takes as long for a gigabyte as for a line, and its journal holds no
/// more than the digest.
package struct FileMove: Hashable, Sendable {
  /// From the corpus folder.
  package let path: String
  /// SHA-256 of the bytes, in hexadecimal.
  package let digest: String
  /// Where the bytes are while they are not in the corpus; an absolute path.
  package let place: String
  /// Whether the file comes; it goes otherwise.
  package let arrives: Bool

  package init(path: String, digest: String, place: String, arrives: Bool = true) {
    (self.path, self.digest, self.place, self.arrives) = (path, digest, place, arrives)
  }

  /// What takes the move back.
  package var inverse: FileMove {
    FileMove(path: path, digest: digest, place: place, arrives: !arrives)
  }

  /// The move with a place on the same shelf of another state folder, for a corpus that lies
  /// elsewhere than it did when the move was written down.
  func moved(to stateFolder: String) -> FileMove {
    let parts = place.split(separator: "/").suffix(2).joined(separator: "/")
    return FileMove(
      path: path, digest: digest, place: FileShelf.folder(in: stateFolder) + "/" + parts,
      arrives: arrives)
  }

  /// Plans the move: what is read meanwhile sees the files as they will be.
  ///
  /// - Throws: `pathTaken` when another file is where this one is to come, `pathOutside` when a link
  ///   leads out of the corpus, `changedMeanwhile` when the bytes are not what they were.
  package func plan(in folder: inout CorpusFolder) throws(Diagnostic) {
    let target = folder.realPath + "/" + path
    if arrives {
      var status = stat()
      if lstat(target, &status) == 0 { throw .pathTaken(path) }
      if let slash = path.lastIndex(of: "/") {
        try folder.requireInside(String(path[..<slash]), at: Span(0, 0))
      }
      guard FileReader.stamp(of: place) != nil else { throw .changedMeanwhile(path) }
      folder.waiting[path] = place
    } else {
      let bytes = try? FileReader.bytes(of: target, shown: path)
      guard bytes.map(Digest.sha256) == digest else { throw .changedMeanwhile(path) }
      folder.overlay[path] = .some(nil)
    }
  }

  /// Moves the file.
  ///
  /// - Throws: `unwritableFile`; the file is then where it was.
  package func make(in corpus: CorpusFolder) throws(Diagnostic) {
    let target = corpus.realPath + "/" + path
    if arrives {
      Self.makeFolders(of: path, below: corpus.realPath)
    } else {
      // The shell that brought the file in may be gone, and its shelf with it.
      Self.makeFolders(of: place, below: "")
    }
    let isDone = arrives ? Self.put(place, target) : Self.take(target, place)
    guard isDone else {
      let reason = errno == EEXIST ? "it is there already" : String(cString: strerror(errno))
      throw Diagnostic(
        .unwritableFile, at: nil, "cannot write `\(path)`: \(reason)", hint: "nothing was changed")
    }
    if !arrives { Self.removeEmptyFolders(of: path, below: corpus.realPath) }
  }

  /// Moves the file unless it has been moved, or somebody has changed it since; `false` if it could
  /// not be moved.
  func finish(in corpus: CorpusFolder) -> Bool {
    let target = corpus.realPath + "/" + path
    let isInCorpus = access(target, F_OK) == 0
    if isInCorpus == arrives { return true }
    if !arrives {
      let bytes = try? FileReader.bytes(of: target, shown: path)
      guard bytes.map(Digest.sha256) == digest else { return true }
    }
    return (try? make(in: corpus)) != nil
  }

  /// Puts a file into a place where none may be.
  private static func put(_ place: String, _ target: String) -> Bool {
    guard link(place, target) != 0 else { return unlink(place) == 0 }
    // Some file systems have no second names for a file.
    guard errno != EEXIST, access(target, F_OK) != 0 else {
      errno = EEXIST
      return false
    }
    return rename(place, target) == 0
  }

  /// Takes a file back to where it waited.
  private static func take(_ target: String, _ place: String) -> Bool {
    var (here, there) = (stat(), stat())
    // A shell that was killed between the two steps of `put` has left one file under two names,
    // for which a renaming does nothing and calls that a success.
    if lstat(target, &here) == 0, lstat(place, &there) == 0, here.st_ino == there.st_ino,
      here.st_dev == there.st_dev
    {
      return unlink(target) == 0
    }
    return rename(target, place) == 0
  }

  /// Takes away the folders that only the file was in, which came with it as a rule.
  private static func removeEmptyFolders(of path: String, below root: String) {
    var folders = path.split(separator: "/").dropLast()
    while !folders.isEmpty, rmdir(root + "/" + folders.joined(separator: "/")) == 0 {
      folders.removeLast()
    }
  }

  private static func makeFolders(of path: String, below root: String) {
    var folder = root
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
  }
}

extension Diagnostic {
  /// As in `assay ingest page.html --as town` where `documents/town.md` is there.
  static func pathTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      .pathTaken, at: nil, "the corpus has a file `\(path)` already",
      hint: "another id leads to another path")
  }
}
