/// The paths of snapshots in a corpus: `snapshots/` with the SHA-256 of the bytes and an ending.
package enum SnapshotName {
  /// What a snapshot is called where a kind of record may stand.
  package static let word = "snapshot"
  /// The table of snapshots, and the folder.
  package static let relation = "snapshots"
  /// The columns of the table.
  package static let columns = ["path", "bytes"]

  /// The digest that a path says; `nil` where it is no path of a snapshot.
  package static func digest(of path: String) -> String? {
    guard path.hasPrefix(relation + "/") else { return nil }
    let parts = path.dropFirst(relation.utf8.count + 1)
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let digest = parts.first, digest.utf8.count == 64,
      digest.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    if parts.count == 2 {
      let isPlain = parts[1].utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      }
      // What ends so is corpus text, which a pattern of `use` may read.
      guard isPlain, !parts[1].isEmpty, parts[1] != "assay" else { return nil }
    }
    return String(digest)
  }
}
