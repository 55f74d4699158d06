import AssayCorpus
import AssayModel
import Glibc

/// Where the index of a corpus is kept: beside the corpus, or in the user's cache when the corpus
/// cannot be written.
struct IndexLocation {
  /// The folder; `nil` when there is no place to write, so that the index stays in memory.
  let folder: String?
  private let corpus: String?

  init(_ corpus: CorpusFolder) {
    self.corpus = corpus.realPath
    let beside = corpus.realPath + "/.assay"
    let digest = Digest.sha256(Array(corpus.realPath.utf8)).prefix(16)
    let cached = Self.cacheFolder.map { $0 + "/assay/" + digest }
    // A corpus folder that has gone is not made again.
    mkdir(beside, 0o755)
    let isBeside = access(beside, W_OK | X_OK) == 0
    folder = isBeside ? beside : cached.flatMap { Self.makeWritable($0) ? $0 : nil }
    if folder == beside { Self.hideFromGit(beside) }
  }

  private init() { (folder, corpus) = (nil, nil) }

  /// No place at all.
  static let memory = IndexLocation()

  var database: String? { folder.map { $0 + "/index.db" } }

  private static var cacheFolder: String? {
    if let cache = getenv("XDG_CACHE_HOME"), cache[0] != 0 { return String(cString: cache) }
    return getenv("HOME").map { String(cString: $0) + "/.cache" }
  }

  /// Makes the folder and those above it where they are missing.
  private static func makeWritable(_ path: String) -> Bool {
    if access(path, W_OK | X_OK) == 0 { return true }
    var partial = ""
    for part in path.split(separator: "/") {
      partial += "/" + part
      if mkdir(partial, 0o755) != 0, errno != EEXIST { return false }
    }
    return access(path, W_OK | X_OK) == 0
  }

  /// The index is derived, so a corpus that is kept in git leaves it out.
  private static func hideFromGit(_ folder: String) {
    let path = folder + "/.gitignore"
    guard access(path, F_OK) != 0 else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return }
    _ = write(descriptor, "*\n", 2)
    close(descriptor)
  }

  /// Runs `work` while no other shell writes to the corpus or the index.
  ///
  /// The lock is on the folder of the corpus itself, which all who use it have in common, wherever
  /// their indexes are.
  ///
  /// - Throws: `stopped` when Ctrl-C ends the waiting, and what `work` throws.
  func locked<Result, Failure>(
    _ monitor: WorkMonitor, orThrow stopped: (Cancelled) -> Failure,
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let corpus else { return try work() }
    let descriptor = open(corpus, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {
      if let stop = monitor.stop { throw stopped(stop) }
    }
    return try work()
  }

  /// Takes away what builds that were killed have left behind.
  func removeLeftovers() {
    guard let folder else { return }
    for name in FileReader.names(in: folder) where name.hasPrefix("index.new") {
      unlink(folder + "/" + name)
    }
  }
}
