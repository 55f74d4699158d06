import Glibc

/// The files and folders that a path in quotes may go on with.
enum FileNames {
  /// The candidates for a path whose quote is still open, in byte order.
  ///
  /// Hidden files are there only once their dot is typed. A folder ends in `/` and stays open, a
  /// file is closed when there is no other.
  ///
  /// - Parameters:
  ///   - prefix: what is typed, its quote included.
  ///   - base: the folder that a relative path begins at.
  static func candidates(_ prefix: String, in base: String) -> [Candidate] {
    let typed = QuotedText.content(ofOpen: prefix)
    let name = typed.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let folder = String(typed.dropLast(name.count))
    let path = folder.hasPrefix("/") ? folder : base + "/" + folder
    return names(in: path)
      .filter { !$0.hasPrefix(".") || name.hasPrefix(".") }
      .map { entry in
        let isFolder = isFolder(path + "/" + entry)
        return Candidate(
          QuotedText.open(folder + entry + (isFolder ? "/" : "")),
          ending: isFolder ? "" : "\"", label: entry + (isFolder ? "/" : ""))
      }
  }

  private static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
