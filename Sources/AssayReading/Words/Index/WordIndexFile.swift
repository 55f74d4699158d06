import Glibc

/// The file of a word index: found, made aside and put in its place.
package enum WordIndexFile {
  /// The index in a file; `nil` if there is none of these documents, or it is damaged.
  package static func open(_ path: String, _ identity: WordIndex.Identity) -> WordIndex? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return WordIndex(descriptor: descriptor, identity, isSealed: true)
  }

  /// The time, in seconds, that a finished file is given as that of its last change.
  ///
  /// It follows from the header, so that a file in which something was written later is known
  /// without reading it all. Times are even, as some file systems keep no others.
  static func seal(of header: [UInt64]) -> Int {
    1_000_000_000 + Int(truncatingIfNeeded: (header.last ?? 0) & 0xFFF_FFFE)
  }

  /// A file that is being made: beside its place, or in memory when it has none.
  struct Draft {
    /// Positioned behind the header.
    let descriptor: Int32
    private let place: (draft: String, final: String)?

    init?(_ path: String?) {
      guard let path else {
        place = nil
        // Shared memory of which nobody else knows the name, and that ends with this program.
        var random = SystemRandomNumberGenerator()
        let name = "/assay-words-\(getpid())-\(random.next())"
        descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        if descriptor < 0 { return nil }
        shm_unlink(name)
        lseek(descriptor, off_t(WordIndexLayout.headerSize), SEEK_SET)
        return
      }
      let draft = "\(path).new.\(getpid())"
      place = (draft, path)
      descriptor = Glibc.open(draft, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      if descriptor < 0 { return nil }
      lseek(descriptor, off_t(WordIndexLayout.headerSize), SEEK_SET)
    }

    /// Seals the file and puts it in its place; where that fails, what is open is used and lost.
    func finish(_ header: [UInt64]) {
      guard let place else { return }
      let time = timespec(tv_sec: WordIndexFile.seal(of: header), tv_nsec: 0)
      if futimens(descriptor, [time, time]) != 0 || rename(place.draft, place.final) != 0 {
        abandon()
      }
    }

    /// Takes away what was written.
    func abandon() {
      if let place { unlink(place.draft) }
    }
  }

  /// Takes away what makers that were killed have left beside a file.
  package static func removeLeftovers(beside path: String) {
    guard let slash = path.lastIndex(of: "/"), let listing = opendir(String(path[..<slash])) else {
      return
    }
    defer { closedir(listing) }
    let prefix = path[path.index(after: slash)...] + ".new."
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count)),
        process > 0, kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(path[...slash] + name)
    }
  }
}

/// Why a word index could not be made.
package enum WordIndexFailure: Error, Hashable, Sendable {
  /// The system's reason.
  case unwritable(String)
  /// There are more words than positions can count.
  case tooLarge
}
