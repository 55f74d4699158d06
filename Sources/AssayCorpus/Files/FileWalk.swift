import AssayModel
import AssayText
import Glibc

/// The files that paths stand for: themselves, and of folders everything below.
package enum FileWalk {
  /// The files in the order of the paths, those of a folder in byte order of their names.
  ///
  /// Below a folder hidden files and folders are left out, and so are links, devices and corpus text.
  ///
  /// - Returns: the paths, and what could not be read.
  package static func files(
    at paths: [String], _ monitor: WorkMonitor
  ) throws(Cancelled) -> (files: [String], faults: [Diagnostic]) {
    var files: [String] = []
    var faults: [Diagnostic] = []
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else {
        faults.append(unreadable(path, String(cString: strerror(errno))))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: files.append(path)
      case S_IFDIR: try walk(path, &files, &faults, monitor)
      default: faults.append(unreadable(path, "it is neither a file nor a folder"))
      }
    }
    return (files, faults)
  }

  /// Folders wait on a stack of their own, as they may be nested deeply.
  private static func walk(
    _ folder: String, _ files: inout [String], _ faults: inout [Diagnostic],
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var waiting = [folder]
    var seen = 0
    while let path = waiting.popLast() {
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      let isTop = path == folder
      if !isTop, status.st_mode & S_IFMT == S_IFREG {
        if !path.hasSuffix(".assay") { files.append(path) }
        continue
      }
      guard isTop || status.st_mode & S_IFMT == S_IFDIR else { continue }
      guard access(path, R_OK | X_OK) == 0 else {
        faults.append(unreadable(path, String(cString: strerror(errno))))
        continue
      }
      let stem = path.hasSuffix("/") ? path : path + "/"
      for name in FileReader.names(in: path).reversed() {
        try monitor.check(at: seen)
        seen += 1
        waiting.append(stem + name)
      }
    }
  }

  private static func unreadable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(.unreadableFile, at: nil, "cannot read `\(path)`: \(reason)")
  }
}
