import AssayModel
import Glibc

/// Reads and parses files on a thread of its own, a few batches ahead of whoever takes them, so
/// that parsing and writing share two cores. The batches come in the order of the files.
final class ReadAhead: @unchecked Sendable {
  // `@unchecked`, because what both threads use, `paths`, `ready` and `isClosed`, is used under
  // `lock` only; the rest is constant or belongs to the thread that made the object.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var paths: [String] = []
  private var ready: [FileScan.Batch] = []
  private var isClosed = false

  /// How many batches may wait to be taken.
  private static let capacity = 8

  private let folder: CorpusFolder
  private let monitor: WorkMonitor
  private var thread = pthread_t()
  /// Whether there is a thread; where the system has none to give, batches are read when asked for.
  private var hasThread = false
  private var scan: FileScan?

  init(_ folder: CorpusFolder, _ monitor: WorkMonitor) {
    (self.folder, self.monitor) = (folder, monitor)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
    let box = Unmanaged.passRetained(self)
    hasThread = pthread_create(&thread, nil, Self.main, box.toOpaque()) == 0
    if !hasThread { box.release() }
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(change)
    lock.deallocate()
    change.deallocate()
  }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    argument in
    guard let argument else { return nil }
    Unmanaged<ReadAhead>.fromOpaque(argument).takeRetainedValue().readAll()
    return nil
  }

  /// Puts a file at the end of those to read.
  func enqueue(_ path: String) {
    synchronized { paths.append(path) }
  }

  /// The next batch, waited for. There has to be a file that is not yet taken to its end.
  func next() -> FileScan.Batch? {
    guard hasThread else { return readNext() }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while ready.isEmpty, !isClosed { pthread_cond_wait(change, lock) }
    guard !ready.isEmpty else { return nil }
    pthread_cond_broadcast(change)
    return ready.removeFirst()
  }

  /// Ends the thread, whatever is left to read.
  func close() {
    synchronized { isClosed = true }
    if hasThread { pthread_join(thread, nil) }
  }

  /// The next batch, read here and now.
  private func readNext() -> FileScan.Batch? {
    while true {
      if let batch = scan?.next() { return batch }
      guard !paths.isEmpty else { return nil }
      scan = FileScan(paths.removeFirst(), in: folder, monitor)
    }
  }

  private func readAll() {
    while let path = nextPath() {
      var scan = FileScan(path, in: folder, monitor)
      while let batch = scan.next() { guard put(batch) else { return } }
      // What was broken off has no last batch, so that nobody may wait for it.
      guard monitor.stop == nil else { return end() }
    }
  }

  private func end() { synchronized { isClosed = true } }

  private func nextPath() -> String? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while paths.isEmpty, !isClosed { pthread_cond_wait(change, lock) }
    return isClosed ? nil : paths.removeFirst()
  }

  /// Hands a batch on; `false` when nobody wants it any more.
  private func put(_ batch: FileScan.Batch) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while ready.count >= Self.capacity, !isClosed { pthread_cond_wait(change, lock) }
    guard !isClosed else { return false }
    ready.append(batch)
    pthread_cond_broadcast(change)
    return true
  }

  private func synchronized(_ work: () -> Void) {
    pthread_mutex_lock(lock)
    work()
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(lock)
  }
}
